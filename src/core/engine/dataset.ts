/**
 * A design with its rows: fills what needs no model, says what a model is to be asked, judges the
 * answers and keeps them. Synchronous; `toDatasetPort` makes it the port of a run.
 */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { invariant } from '#core/base/invariant.ts';
import type { JsonValue } from '#core/base/json.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import type { Scope } from '#core/expression/scope.ts';
import type { RuleRow } from '#core/design/row-rule.ts';
import { createColumnarStore } from '#core/rows/columnar-store.ts';
import type { RowStore } from '#core/rows/row-store.ts';
import { storeColumns } from '#core/rows/storage-kind.ts';
import type { RowTask } from '#core/llm/row-task.ts';
import { acceptRow } from './accept/accept-rows.ts';
import { keptStates } from './cell-draw.ts';
import { compileRowRules, type RowRules, type Violation } from './constraint/compile-row-rules.ts';
import type { AcceptedRow, OfferedRow, PrepareOptions, RunPlan, Verdict } from './dataset-port.ts';
import { createFiller, type Filler } from './fill-computed.ts';
import { createGeneratedCells, type GeneratedCells } from './generated-cells.ts';
import { noLocales, type Locales } from './sample/load-locales.ts';
import { markOutdated, snapshotInputs } from './outdated-cells.ts';
import { createRowMakers, type RowMakers } from './row-makers.ts';
import { writtenMethods } from './written-rows.ts';
import { planColumns, type CallStep, type ColumnPlan } from './plan/column-order.ts';
import { createTaskWriter, type CreateTask } from './task/create-task.ts';
import { avoidList } from './variety/avoid-list.ts';
import { createUniqueRules, type UniqueRules } from './variety/unique-rules.ts';

/** Methods named like those of `DatasetPort` keep its contract, without the promises. */
export interface Dataset {
  readonly design: DatasetDesign;
  readonly store: RowStore;
  readonly columnPlan: ColumnPlan;
  /** Grows with empty cells or cuts off the end; what cut rows held becomes free. */
  resize(rowCount: number): void;
  /** Fills the computed columns of rows [start, end). */
  fillRange(start: number, end: number): void;
  /** Derives what depends on the columns of a call, of which these rows were written by other means than `commit`. */
  deriveAfter(callId: string, rows: readonly number[]): void;
  /** Reserves the unique values that the stored row holds. */
  reserve(row: number): void;
  /** Adds and fills rows up to `rowCount`; never takes any away. */
  plan(rowCount: number): RunPlan;
  prepare(options: PrepareOptions): RowTask;
  markWaiting(callId: string, rows: readonly number[]): void;
  offer(callId: string, rows: readonly OfferedRow[]): readonly Verdict[];
  commit(callId: string, rows: readonly AcceptedRow[]): void;
  fail(callId: string, rows: readonly number[], reason: string): void;
  release(callId: string, rows: readonly number[]): void;
  /** Takes rows from a journal as they are: no check, but their unique values are reserved. Rows beyond the end are left out. */
  restoreAccepted(callId: string, rows: readonly AcceptedRow[]): void;
  /** Rows in which a model has written at least one cell of the call, by call id. */
  accepted(): Readonly<Record<string, readonly AcceptedRow[]>>;
  /** Forgets everything that models have written, except what the user edited or locked. */
  clearGenerated(): void;
  /** What expressions see of a row: its values by column name, and the attributes of category values. */
  scopeOf(row: number): Scope;
  /** Whether the demo model wrote part of the row. */
  isMadeByDemo(row: number): boolean;
  /** Remembers who wrote rows that were written by other means than `commit`. */
  noteMakers(callId: string, rows: readonly AcceptedRow[]): void;
  /** A user's edit: the cell becomes `edited`, what is derived from it follows, what a model wrote from it is outdated. */
  setCell(row: number, columnId: string, value: JsonValue): void;
  /** All row rules that the stored row breaks, unique ones included. */
  checkRow(row: number): readonly Violation[];
}

interface CallState {
  readonly step: CallStep;
  readonly alias: string;
  readonly rowsPerRequest: number;
  readonly cells: GeneratedCells;
  /** The columns of the call and all that follow from them. */
  readonly affected: ReadonlySet<string>;
  /** Rows written last, oldest first; twice as many as are shown at most. */
  recent: number[];
}

interface Parts {
  readonly design: DatasetDesign;
  readonly columnPlan: ColumnPlan;
  readonly store: RowStore;
  readonly filler: Filler;
  readonly rules: RowRules;
  readonly unique: UniqueRules;
  readonly createTask: CreateTask;
  readonly calls: ReadonlyMap<string, CallState>;
  readonly makers: RowMakers;
}

/** An empty dataset; `locales` are those that `loadLocales` gives for the design. Fails with every problem that makes planning, asking or checking impossible. */
export function createDataset(
  design: DatasetDesign,
  locales: Locales = noLocales,
): Result<Dataset, readonly Diagnostic[]> {
  const columnPlan = planColumns(design);
  if (!columnPlan.ok) return columnPlan;
  const rules = compileRowRules(design);
  const createTask = createTaskWriter(design, columnPlan.value);
  if (!rules.ok || !createTask.ok)
    return failure([...(rules.ok ? [] : rules.error), ...(createTask.ok ? [] : createTask.error)]);
  const store = createColumnarStore(storeColumns(design.columns));
  return success(
    datasetOf({
      design,
      columnPlan: columnPlan.value,
      store,
      filler: createFiller(design, { plan: columnPlan.value, store, locales }),
      rules: rules.value,
      unique: createUniqueRules(design),
      createTask: createTask.value,
      calls: createCalls(design, columnPlan.value, store),
      makers: createRowMakers(),
    }),
  );
}

function createCalls(
  design: DatasetDesign,
  plan: ColumnPlan,
  store: RowStore,
): ReadonlyMap<string, CallState> {
  return new Map(
    plan.calls.map((step) => {
      const call = design.calls.find(({ id }) => id === step.callId);
      const derived = plan.afterCalls.filter(({ calls }) => calls.includes(step.callId));
      const state: CallState = {
        step,
        alias: call?.model ?? '',
        rowsPerRequest: call?.rowsPerRequest ?? 1,
        cells: createGeneratedCells({ design, step, store }),
        affected: new Set([...step.columnIds, ...derived.map(({ columnId }) => columnId)]),
        recent: [],
      };
      return [step.callId, state];
    }),
  );
}

function datasetOf(parts: Parts): Dataset {
  const { design, columnPlan, store, filler } = parts;
  return {
    design,
    store,
    columnPlan,
    fillRange: (start, end) => filler.fillRange(start, end),
    deriveAfter: (callId, rows) => followCall(parts, callId, rows),
    ...rowMethods(parts),
    ...runMethods(parts),
    ...writtenMethods(parts),
    scopeOf: (row) => filler.scopeOf(row),
    isMadeByDemo: (row) => parts.makers.isMadeBy(row, 'demo'),
    noteMakers: (callId, rows) => parts.makers.note(callId, rows),
  };
}

function rowMethods(
  parts: Parts,
): Pick<Dataset, 'resize' | 'reserve' | 'restoreAccepted' | 'setCell' | 'checkRow'> {
  const { store, filler, rules, unique, columnPlan } = parts;
  const reserve = (row: number): void => unique.reserve(row, (id) => store.value(id, row));
  return {
    reserve,
    resize(rowCount) {
      for (let row = rowCount; row < store.rowCount; row += 1) unique.release(row);
      for (const call of parts.calls.values())
        call.recent = call.recent.filter((row) => row < rowCount);
      store.resize(rowCount);
    },
    restoreAccepted(callId, rows) {
      const present = rows.filter(({ row }) => row < store.rowCount);
      writeRows(parts, callId, present);
      for (const { row } of present) reserve(row);
    },
    setCell(row, columnId, value) {
      const before = snapshotInputs(columnPlan, store, row);
      store.setValue(columnId, row, value, 'edited');
      filler.deriveRows([columnId], [row]);
      markOutdated({ plan: columnPlan, store, row, before, edited: columnId });
      reserve(row);
    },
    checkRow(row) {
      const view: RuleRow = {
        value: (columnId) => store.value(columnId, row),
        scope: filler.scopeOf(row),
      };
      const all = new Set(columnPlan.order);
      const read = (columnId: string) => view.value(columnId);
      return [...rules.evaluate(view), ...unique.check(row, read, all)];
    },
  };
}

type RunMethods = Pick<
  Dataset,
  'plan' | 'prepare' | 'markWaiting' | 'offer' | 'commit' | 'fail' | 'release'
>;

function runMethods(parts: Parts): RunMethods {
  const { store, filler } = parts;
  return {
    plan: (rowCount) => planRun(parts, rowCount),
    prepare: (options) => prepareTask(parts, options),
    markWaiting: (callId, rows) => setOpenCells(parts, { callId, rows, state: 'waiting' }),
    offer: (callId, rows) => offerRows(parts, callId, rows),
    commit: (callId, rows) => writeRows(parts, callId, rows),
    fail(callId, rows, reason) {
      setOpenCells(parts, { callId, rows, state: 'failed', reason });
      for (const row of rows) parts.unique.reserve(row, (id) => store.value(id, row));
      filler.deriveRows(callId, rows);
    },
    release(callId, rows) {
      setOpenCells(parts, { callId, rows, state: 'empty' });
      for (const row of rows) parts.unique.reserve(row, (id) => store.value(id, row));
    },
  };
}

function callOf({ calls }: Parts, callId: string): CallState {
  const call = calls.get(callId);
  invariant(call !== undefined, `call ${callId} writes a column of this design`);
  return call;
}

function planRun({ store, filler, calls }: Parts, rowCount: number): RunPlan {
  const filled = store.rowCount;
  if (rowCount > filled) {
    store.resize(rowCount);
    filler.fillRange(filled, rowCount);
  }
  return {
    rowCount,
    calls: [...calls.values()].map(({ step, alias, rowsPerRequest, cells }) => {
      const pending: number[] = [];
      for (let row = 0; row < rowCount; row += 1) {
        cells.settle(row);
        if (cells.open(row).length > 0) pending.push(row);
      }
      return { callId: step.callId, alias, rowsPerRequest, dependsOn: step.dependsOn, pending };
    }),
  };
}

function prepareTask(parts: Parts, options: PrepareOptions): RowTask {
  const { design, store, filler } = parts;
  const { cells, recent } = callOf(parts, options.callId);
  const { avoidRecent } = design.variety;
  const asked = new Set(options.rows);
  const shown =
    avoidRecent === 0 ? [] : recent.filter((row) => !asked.has(row)).slice(-avoidRecent);
  const read = (columnId: string, row: number) => store.value(columnId, row);
  return parts.createTask({
    options,
    rows: { value: read, scopeOf: (row) => filler.scopeOf(row) },
    avoid: avoidList({ columns: cells.columns, rows: shown, read }),
  });
}

function offerRows(parts: Parts, callId: string, rows: readonly OfferedRow[]): readonly Verdict[] {
  const { cells, affected } = callOf(parts, callId);
  return rows.map((offered) => {
    const { row } = offered;
    cells.settle(row);
    return acceptRow(parts, { offered, open: cells.open(row), affected });
  });
}

/** What the user has edited or locked meanwhile stays. */
function writeRows(parts: Parts, callId: string, rows: readonly AcceptedRow[]): void {
  const { store } = parts;
  const call = callOf(parts, callId);
  for (const { row, cells } of rows)
    for (const columnId of call.step.columnIds) {
      const value = Object.hasOwn(cells, columnId) ? cells[columnId] : undefined;
      if (value === undefined || keptStates.has(store.state(columnId, row))) continue;
      store.setValue(columnId, row, value);
    }
  parts.makers.note(callId, rows);
  followCall(
    parts,
    callId,
    rows.map(({ row }) => row),
  );
}

function followCall(parts: Parts, callId: string, rows: readonly number[]): void {
  const call = callOf(parts, callId);
  parts.filler.deriveRows(callId, rows);
  const again = new Set(rows);
  const kept = call.recent.filter((row) => !again.has(row));
  call.recent = [...kept, ...rows].slice(-2 * Math.max(1, parts.design.variety.avoidRecent));
}

interface StateChange {
  readonly callId: string;
  readonly rows: readonly number[];
  readonly state: 'waiting' | 'failed' | 'empty';
  readonly reason?: string;
}

function setOpenCells(parts: Parts, { callId, rows, state, reason }: StateChange): void {
  const { cells } = callOf(parts, callId);
  for (const row of rows)
    for (const { id } of cells.open(row)) {
      // A text that is out of date stays readable until another one takes its place.
      if (parts.store.state(id, row) !== 'outdated') parts.store.setState(id, row, state, reason);
    }
}
