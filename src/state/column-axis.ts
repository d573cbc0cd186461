/** A column on an axis: its name, and its unit where numbers carry it. */
import type { Column } from '#core/design/design.ts';
import { currencySign } from './currency.ts';

export interface ColumnAxis {
  readonly label: string;
  /** After a number, such as in or kg. */
  readonly unit?: string;
  /** Before a number: the sign of a currency. */
  readonly prefix?: string;
}

export function columnAxis({ name, unit }: Pick<Column, 'name' | 'unit'>): ColumnAxis {
  const prefix = currencySign(unit);
  if (prefix !== undefined) return { label: name, prefix };
  return unit === undefined ? { label: name } : { label: name, unit };
}
