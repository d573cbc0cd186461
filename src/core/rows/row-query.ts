/** Which rows a table shows and in which order, as plain data. */
import type { JsonValue } from '#core/base/json.ts';
import type { CellState } from './cell.ts';

export type RowFilter =
  /** The text of the value holds these words, upper and lower case alike. */
  | { readonly kind: 'contains'; readonly columnId: string; readonly text: string }
  /** One of these values. */
  | { readonly kind: 'one-of'; readonly columnId: string; readonly values: readonly JsonValue[] }
  /** Numbers of this range; both bounds are included. */
  | {
      readonly kind: 'range';
      readonly columnId: string;
      readonly low?: number | undefined;
      readonly high?: number | undefined;
      /** The filter in words; made of the bounds when absent. */
      readonly label?: string | undefined;
    }
  /** These rows; the label says in words which. */
  | {
      readonly kind: 'rows';
      readonly columnId?: undefined;
      readonly label: string;
      readonly rows: readonly number[];
    }
  /** Any cell of the row, or the one of `columnId`, is in one of these states. */
  | {
      readonly kind: 'state';
      readonly columnId?: string | undefined;
      readonly states: readonly CellState[];
    };

export interface RowQuery {
  /** Rows that are alike stay in the order of their numbers. */
  readonly sort?: { readonly columnId: string; readonly isDescending: boolean } | undefined;
  /** All of them must hold. */
  readonly filters: readonly RowFilter[];
  /** Words to be found in any column; empty finds every row. */
  readonly search: string;
  /** Columns that `search` reads. */
  readonly searched: readonly string[];
}

export const everyRow: RowQuery = { filters: [], search: '', searched: [] };

export function isEveryRow({ sort, filters, search }: RowQuery): boolean {
  return sort === undefined && filters.length === 0 && search.trim() === '';
}
