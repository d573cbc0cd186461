/** A column on an axis: its name, and its unit where numbers carry it. */
import type { Column } from '#core/design/design.ts';

export interface ColumnAxis {
  readonly label: string;
  /** After a number, such as in or kg. */
  readonly unit?: string;
  /** Before a number: the sign of a currency. */
  readonly prefix?: string;
}

const symbols: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£' };

export function columnAxis({ name, unit }: Column): ColumnAxis {
  const symbol = unit === undefined ? undefined : symbols[unit];
  if (symbol !== undefined) return { label: name, prefix: symbol };
  return unit === undefined ? { label: name } : { label: name, unit };
}
