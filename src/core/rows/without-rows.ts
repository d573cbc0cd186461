/** The rows without those that were taken out: their cells read as if nothing stood in them. */
import type { JsonValue } from '#core/base/json.ts';
import type { CodedColumn, RowStore } from './row-store.ts';

/** What measures and profiles read of rows. */
export interface ShownRows {
  readonly rowCount: number;
  value(columnId: string, row: number): JsonValue | undefined;
  numbers(columnId: string): Float64Array | undefined;
  codes(columnId: string): CodedColumn | undefined;
}

/** Row numbers stay as they are. The store itself where nothing is hidden. */
export function withoutRows(store: RowStore, hidden: ReadonlySet<number>): ShownRows {
  if (hidden.size === 0) return store;
  return {
    get rowCount() {
      return store.rowCount;
    },
    value: (columnId, row) => (hidden.has(row) ? undefined : store.value(columnId, row)),
    numbers(columnId) {
      const numbers = store.numbers(columnId)?.slice();
      for (const row of hidden) if (numbers && row < numbers.length) numbers[row] = Number.NaN;
      return numbers;
    },
    codes(columnId) {
      const coded = store.codes(columnId);
      for (const row of hidden) if (coded && row < coded.codes.length) coded.codes[row] = -1;
      return coded;
    },
  };
}
