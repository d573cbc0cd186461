/** Which rows lie in a rectangle or belong to a group: what a brush on a chart asks for. */
import { groupNames } from './column-role.ts';
import type { RowReader } from './row-reader.ts';
import { readCodes, readNumbers } from './vectors.ts';

export type RowCondition =
  | {
      /** Numbers from `low` to `high`, both included. */
      readonly kind: 'between';
      readonly columnId: string;
      readonly low: number;
      readonly high: number;
    }
  | { readonly kind: 'equals'; readonly columnId: string; readonly value: string };

/** Row numbers, ascending, for which all conditions are true; all rows for none. */
export function selectRows(rows: RowReader, conditions: readonly RowCondition[]): Uint32Array {
  let chosen = Uint32Array.from({ length: rows.rowCount }, (_, row) => row);
  for (const condition of conditions) {
    const isIn = testOf(rows, condition);
    let count = 0;
    for (const row of chosen) {
      if (!isIn(row)) continue;
      chosen[count] = row;
      count += 1;
    }
    chosen = chosen.subarray(0, count);
  }
  return chosen.slice();
}

function testOf(rows: RowReader, condition: RowCondition): (row: number) => boolean {
  if (condition.kind === 'equals') {
    const coded = readCodes(rows, condition.columnId);
    const code = groupNames(coded).indexOf(condition.value);
    return (row) => code >= 0 && coded.codes[row] === code;
  }
  const { low, high } = condition;
  const numbers = readNumbers(rows, condition.columnId);
  return (row) => {
    const value = numbers[row] ?? Number.NaN;
    return value >= low && value <= high;
  };
}
