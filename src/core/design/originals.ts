/** Rows that the user brings and wants more of: the first rows of the dataset, never written over. */
import type { z } from 'zod';
import type { JsonObject } from '#core/base/json.ts';
import type { DeepReadonly } from './deep-readonly.ts';
import type { DatasetDesign } from './design.ts';
import type { originalsSchema } from './originals-schema.ts';

export type Originals = DeepReadonly<z.infer<typeof originalsSchema>>;

export const originalsDefaults = { shown: 12, exported: true } as const;

const none: readonly JsonObject[] = [];

/** The original rows, in order; none where the design has none or their source is gone. */
export function originalRows({
  originals,
  sources,
}: Pick<DatasetDesign, 'originals' | 'sources'>): readonly JsonObject[] {
  if (originals === undefined) return none;
  return sources.find(({ id }) => id === originals.source)?.rows ?? none;
}

/** How many rows at the top of the dataset are the user's own. */
export function originalCount(design: Pick<DatasetDesign, 'originals' | 'sources'>): number {
  return originalRows(design).length;
}

/** Whether the cell came with the original rows. */
export function isOriginalCell(
  design: Pick<DatasetDesign, 'originals' | 'sources'>,
  columnId: string,
  row: number,
): boolean {
  return row < originalCount(design) && design.originals?.fields[columnId] !== undefined;
}

/** Rows that an export leaves out because they are the user's own. */
export function unexportedRows(
  design: Pick<DatasetDesign, 'originals' | 'sources'>,
): ReadonlySet<number> {
  const count = design.originals?.exported === false ? originalCount(design) : 0;
  return new Set(Array.from({ length: count }, (_, row) => row));
}
