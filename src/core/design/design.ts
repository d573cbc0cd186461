/**
 * The document: everything needed to make a dataset, except keys and rows. Readonly JSON, ordered,
 * nothing derived, no per-user state. Structural references hold column ids; templates and
 * expressions hold column names. Its shape is written down once, in `design-schema.ts`; reading a
 * design needs the types alone.
 */
import type { z } from 'zod';
import type { DeepReadonly } from './deep-readonly.ts';
import type { designSchema } from './design-schema.ts';

export type DatasetDesign = DeepReadonly<z.infer<typeof designSchema>>;
export type Column = DatasetDesign['columns'][number];
export type Call = DatasetDesign['calls'][number];
export type ModelAlias = DatasetDesign['models'][number];
export type Source = DatasetDesign['sources'][number];
export type Message = Call['messages'][number];
export type Example = Call['examples'][number];

export const designVersion = 1;

export const columnTypes = [
  'text',
  'integer',
  'decimal',
  'boolean',
  'date',
  'datetime',
  'list',
  'object',
] as const;

export type ColumnType = (typeof columnTypes)[number];

/** How many rows a design makes when so many are asked for: none without a column to draw. */
export function rowsMade({ columns, rows }: DatasetDesign, asked = rows): number {
  return columns.length === 0 ? 0 : asked;
}

export function findColumn(design: DatasetDesign, id: string): Column | undefined {
  return design.columns.find((column) => column.id === id);
}
