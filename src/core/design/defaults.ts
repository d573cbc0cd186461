/** A new design; every default comes from the one schema. */
import { designVersion, type DatasetDesign } from './design.ts';
import { designSchema } from './design-schema.ts';

/** A blank design with the given parts; the parts are taken as they are. */
export function createDesign(parts: Partial<Omit<DatasetDesign, 'version'>> = {}): DatasetDesign {
  return { ...designSchema.parse({ version: designVersion }), ...parts };
}
