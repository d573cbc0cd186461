/** The design a stranger sees first; restored like any other document. */
import { invariant } from '#core/base/invariant.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { restoreDesign } from '#core/design/restore.ts';
import televisions from './televisions.json' with { type: 'json' };

export function sampleDesign(): DatasetDesign {
  const restored = restoreDesign(televisions);
  invariant(restored.ok, 'the sample design can be restored');
  return restored.value.design;
}
