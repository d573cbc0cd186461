/** The first finished rows of a dataset as they travel in a link, and the run that they become where it is opened. */
import { canonicalJson, type JsonObject, type JsonValue } from '#core/base/json.ts';
import { findColumn, type DatasetDesign } from '#core/design/design.ts';
import type { CellState } from '#core/rows/cell.ts';
import type { AcceptedRow } from './dataset-port.ts';
import type { Dataset } from './dataset.ts';
import { coerceValue } from './derive/coerce-value.ts';
import { journalVersion, type JournalRecord } from './journal.ts';

const finished: ReadonlySet<CellState> = new Set(['done', 'edited', 'locked', 'skipped']);

type RowsByCall = Readonly<Record<string, readonly AcceptedRow[]>>;

/**
 * What the calls hold in the first `count` finished rows, edits included, by call id. Rows in which a value
 * that no model writes was changed by hand are passed over: whoever opens the link would see other values
 * beside their texts. Empty where no model writes anything.
 */
export function tasteOf(dataset: Dataset, count: number): RowsByCall {
  const { columnPlan, store, excluded, originals } = dataset;
  const { calls } = columnPlan;
  const written = calls.flatMap(({ columnIds }) => columnIds);
  const others = dataset.design.columns.filter(({ id }) => !written.includes(id));
  const rows: number[] = [];
  for (let row = originals.count; row < store.rowCount && rows.length < count; row += 1) {
    const isFinished = written.every((id) => finished.has(store.state(id, row)));
    const isChanged = others.some(({ id }) => dataset.isEdited(id, row));
    if (isFinished && !isChanged && !excluded.has(row)) rows.push(row);
  }
  return Object.fromEntries(
    calls.map(({ callId, columnIds }) => [
      callId,
      rows.map((row) => ({
        row,
        cells: cellsOf(columnIds, (id) => store.value(id, row)),
        madeBy: dataset.makerOf(callId, row).madeBy,
      })),
    ]),
  );
}

function cellsOf(
  columnIds: readonly string[],
  read: (columnId: string) => JsonValue | undefined,
): JsonObject {
  return Object.fromEntries(
    columnIds.flatMap((id) => {
      const value = read(id);
      return value === undefined ? [] : [[id, value]];
    }),
  );
}

/** Such rows as the records of a run that was stopped; values that do not fit the type of their column are left out. Undefined when no row is left. */
export function tasteRecords(
  design: DatasetDesign,
  rows: RowsByCall,
  { runId, startedAtMs }: { readonly runId: string; readonly startedAtMs: number },
): readonly JournalRecord[] | undefined {
  const slices = Object.entries(rows).flatMap(([callId, list]): readonly JournalRecord[] => {
    const sound = list.flatMap((row) => {
      const cells = Object.fromEntries(
        Object.entries(row.cells).filter(([id, value]) => fits(design, id, value)),
      );
      return Object.keys(cells).length === 0 ? [] : [{ ...row, cells }];
    });
    return sound.length === 0 ? [] : [{ kind: 'slice', requestId: 'shared', callId, rows: sound }];
  });
  if (slices.length === 0) return undefined;
  const told = design as unknown as JsonObject;
  const { rows: rowCount } = design;
  return [
    { kind: 'run', version: journalVersion, runId, design: told, rowCount, startedAtMs },
    ...slices,
  ];
}

function fits(design: DatasetDesign, columnId: string, value: JsonValue): boolean {
  const column = findColumn(design, columnId);
  if (column === undefined) return false;
  const coerced = coerceValue(value, column.type);
  return coerced.ok && canonicalJson(coerced.value) === canonicalJson(value);
}
