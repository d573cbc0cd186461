/** The block kernel of a sequence of table indexes. */
import type { JsonValue } from '#core/base/json.ts';
import type { BlockKernel } from './block-kernel.ts';
import type { ShareSequence } from './share-sequence.ts';

export function codesOf(
  sequence: ShareSequence,
  valueOf: (code: number) => JsonValue,
): BlockKernel {
  return {
    kind: 'codes',
    valueOf,
    fill(start, count, out) {
      for (let index = 0; index < count; index += 1) out[index] = sequence.at(start + index);
      return true;
    },
  };
}
