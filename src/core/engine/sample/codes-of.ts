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
      sequence.fill(start, count, out);
      return true;
    },
  };
}
