/** The design a stranger sees first: written out whole, so that it is shown before anything that restores designs is loaded. */
import type { DatasetDesign } from '#core/design/design.ts';
import { deepFreeze } from '#core/design/freeze.ts';
import televisions from './televisions.json' with { type: 'json' };

export function sampleDesign(): DatasetDesign {
  // A test holds the file to what restoring it gives.
  return deepFreeze(televisions as unknown as DatasetDesign);
}
