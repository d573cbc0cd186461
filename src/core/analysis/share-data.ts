/** Rows of each value of a column against the share it was to have. */
import { findColumn, type DatasetDesign } from '#core/design/design.ts';
import { countCodes } from './column-profile.ts';
import { groupNames } from './column-role.ts';
import { branchShares } from './branch-shares.ts';
import { declaredShares } from './declared-law.ts';
import type { RowReader } from '#core/rows/row-reader.ts';
import { readCodes } from './vectors.ts';

export interface ShareEntry {
  readonly value: string;
  readonly count: number;
  /** Rows wanted, rounded; absent where nothing was declared. */
  readonly target?: number;
}

export interface ColumnShares {
  readonly columnId: string;
  /** Rows with a value. */
  readonly total: number;
  /** Declared values in their order, then others, most frequent first. */
  readonly entries: readonly ShareEntry[];
  /** Different values that are not listed. */
  readonly restCount: number;
  /** Rows that would have to change their value to meet all targets. */
  readonly rowsOff: number;
}

export interface ShareData {
  readonly kind: 'shares';
  readonly columns: readonly ColumnShares[];
}

const mostEntries = 12;

/** Targets of share rules go before the weights of the table. */
export function shareData(
  rows: RowReader,
  design: DatasetDesign,
  columnIds: readonly string[],
): ShareData {
  return {
    kind: 'shares',
    columns: columnIds.map((columnId) => columnShares(rows, design, columnId)),
  };
}

function columnShares(rows: RowReader, design: DatasetDesign, columnId: string): ColumnShares {
  const counts = countsOf(rows, columnId);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const targets = targetsOf(rows, design, columnId);
  const rest = [...counts]
    .filter(([value]) => !targets.has(value))
    .toSorted(([, a], [, b]) => b - a);
  const declared = [...targets].map(([value, share]) => ({
    value,
    count: counts.get(value) ?? 0,
    target: Math.round(share * total),
  }));
  const room = Math.max(0, mostEntries - declared.length);
  return {
    columnId,
    total,
    entries: [...declared, ...rest.slice(0, room).map(([value, count]) => ({ value, count }))],
    restCount: Math.max(0, rest.length - room),
    rowsOff: declared.reduce((sum, { count, target }) => sum + Math.max(0, target - count), 0),
  };
}

function countsOf(rows: RowReader, columnId: string): ReadonlyMap<string, number> {
  const coded = readCodes(rows, columnId);
  const counts = countCodes(coded);
  return new Map(groupNames(coded).map((name, code) => [name, counts[code] ?? 0]));
}

function targetsOf(
  rows: RowReader,
  design: DatasetDesign,
  columnId: string,
): ReadonlyMap<string, number> {
  const column = findColumn(design, columnId);
  const declared =
    column === undefined ? [] : (declaredShares(column, branchShares(rows, design, column)) ?? []);
  const targets = new Map(declared.map(({ value, share }) => [String(value), share]));
  for (const rule of design.constraints)
    if (rule.kind === 'share' && rule.column === columnId)
      targets.set(String(rule.value), rule.share);
  return targets;
}
