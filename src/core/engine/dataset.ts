/**
 * A design with its rows: fills what needs no model, says what a model is to be asked, judges the
 * answers and keeps them. Synchronous; `toDatasetPort` makes it the port of a run.
 */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import type { JsonValue } from '#core/base/json.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import { rowsMade, type DatasetDesign } from '#core/design/design.ts';
import type { Scope } from '#core/expression/scope.ts';
import type { RuleRow } from '#core/design/row-rule.ts';
import type { ScoreCounts } from '#core/design/score-standing.ts';
import type { CellSelection } from '#core/rows/cell-selection.ts';
import { createColumnarStore } from '#core/rows/columnar-store.ts';
import type { RowMarks } from '#core/rows/row-marks.ts';
import type { RowStore } from '#core/rows/row-store.ts';
import { storeColumns } from '#core/rows/storage-kind.ts';
import type { RowTask } from '#core/llm/row-task.ts';
import { noCodeChecks, type CodeChecks } from './code/code-checks.ts';
import { createInFlight } from './constraint/steer/in-flight.ts';
import { compileRowRules, type Violation } from './constraint/compile-row-rules.ts';
import type {
  AcceptedRow,
  JudgedRows,
  JudgeOptions,
  OfferedRow,
  PrepareOptions,
  RunPlan,
  TakenBackRow,
  Verdict,
} from './dataset-port.ts';
import { createCalls, fillRange, followCall, reserveRow, type Parts } from './dataset-parts.ts';
import { judgeMethods } from './dataset-judging.ts';
import { rewriteMethods } from './dataset-rewrites.ts';
import { runMethods, writeRows } from './dataset-run.ts';
import { createFiller } from './fill-computed.ts';
import { createJudgeRounds } from './judge/judge-rounds.ts';
import { createMarkLayer } from './mark-layer.ts';
import { createOutdatedCells } from './outdated-cells.ts';
import { rewordParts } from './reword-parts.ts';
import { createRowMakers, type RowMaker } from './row-makers.ts';
import { placeOriginals, type PlacedOriginals } from './originals/place-originals.ts';
import { noLocales, type Locales } from './sample/load-locales.ts';
import type { WrittenFor } from './written-for.ts';
import { writtenMethods } from './written-rows.ts';
import { planColumns, type ColumnPlan } from './plan/column-order.ts';
import { createTaskWriter } from './task/create-task.ts';
import { createRewrites } from './variety/rewrites.ts';
import { createRowMemory } from './variety/row-memory.ts';

/** Methods named like those of `DatasetPort` keep its contract, without the promises. */
export interface Dataset {
  readonly design: DatasetDesign;
  readonly store: RowStore;
  readonly columnPlan: ColumnPlan;
  /** The rows that the user brought and that stay as they are. */
  readonly originals: Pick<PlacedOriginals, 'count' | 'has'>;
  /** Grows with empty cells or cuts off the end; what cut rows held becomes free. Without a column there is no row. */
  resize(rowCount: number): void;
  /**
   * The same rows under a design of which words alone are others (`rewordedParts`): what models are told
   * follows it from now on, and this dataset is not to be used any more. Undefined where the design has
   * to be opened anew, because its messages read other columns or cannot be used.
   */
  reword(design: DatasetDesign): Dataset | undefined;
  /** Fills the computed columns of rows [start, end). */
  fillRange(start: number, end: number): void;
  /** Derives what depends on the columns of a call, of which these rows were written by other means than `commit`. */
  deriveAfter(callId: string, rows: readonly number[]): void;
  /** Reserves the unique values that the stored row holds. */
  reserve(row: number): void;
  /** Adds and fills rows up to `rowCount`; never takes any away. Changes nothing that a run is at. */
  plan(rowCount: number): RunPlan;
  /** The plan of a run that begins now: for the selected cells only, where there is a selection. */
  begin(rowCount: number, selection?: CellSelection): RunPlan;
  /** Takes a rewriting back; answers the cells that are as they were, by call id. */
  undoRewrite(id: string): Readonly<Record<string, readonly TakenBackRow[]>>;
  /** What stands under an edit or a lock; undefined where there is neither. */
  beneath(columnId: string, row: number): JsonValue | undefined;
  /** Values that a cell had before it was written again since the dataset was opened, newest last. */
  earlierValues(columnId: string, row: number): readonly JsonValue[];
  /** Begins the next round of rows that judges scored too low. */
  judge(options: JudgeOptions): JudgedRows;
  /** How many rows score high enough; undefined where no judge asks for a least score. */
  scores(): ScoreCounts | undefined;
  /** Whether a judge leaves the row out of files. */
  isScoredOut(row: number): boolean;
  /** For somebody to look at. */
  prepare(options: PrepareOptions): RowTask;
  /** For a request that leaves: the next ones count on what it is told, until its rows are in or given back. */
  ask(options: PrepareOptions): RowTask;
  giveBack(callId: string, rows: readonly number[]): void;
  markWaiting(callId: string, rows: readonly number[]): void;
  offer(callId: string, rows: readonly OfferedRow[]): readonly Verdict[];
  commit(callId: string, rows: readonly AcceptedRow[]): void;
  fail(callId: string, rows: readonly number[], reason: string): void;
  release(callId: string, rows: readonly number[]): void;
  /** Takes rows from a journal as they are: no check, but their unique values are reserved. Rows beyond the end are left out. */
  restoreAccepted(callId: string, rows: readonly AcceptedRow[]): void;
  /** Marks restored cells that were written for something else than the row holds now. */
  restoreOutdated(cells: readonly WrittenFor[]): void;
  /** Rows in which a model has written at least one cell of the call, by call id. */
  accepted(): Readonly<Record<string, readonly AcceptedRow[]>>;
  /** Forgets everything that models have written, except what the user edited or locked. */
  clearGenerated(): void;
  /** What expressions see of a row: its values by column name, and the attributes of category values. */
  scopeOf(row: number): Scope;
  /** Whether the demo model wrote part of the row. */
  isMadeByDemo(row: number): boolean;
  /** Who wrote the cells of a call in a row: provider, model and request of the newest of them. */
  makerOf(callId: string, row: number): RowMaker;
  /** Whether the user has changed the value of a cell. */
  isEdited(columnId: string, row: number): boolean;
  /** Remembers who wrote rows that were written by other means than `commit`. */
  noteMakers(callId: string, rows: readonly AcceptedRow[]): void;
  /** The user's edits, locks and rows taken out: what is derived from an edit follows, what a model wrote from it is outdated. */
  setMarks(marks: RowMarks): void;
  /** Rows that the user took out: no model is asked for them. */
  readonly excluded: ReadonlySet<number>;
  /** All row rules that the stored row breaks, unique ones included. */
  checkRow(row: number): readonly Violation[];
}

/** An empty dataset; `locales` and `codeChecks` are those that `loadLocales` and `loadCodeChecks` give for the design. Fails with every problem that makes planning, asking or checking impossible. */
export function createDataset(
  design: DatasetDesign,
  locales: Locales = noLocales,
  codeChecks: CodeChecks = noCodeChecks,
): Result<Dataset, readonly Diagnostic[]> {
  const columnPlan = planColumns(design);
  if (!columnPlan.ok) return columnPlan;
  const rules = compileRowRules(design);
  const createTask = createTaskWriter(design, columnPlan.value);
  if (!rules.ok || !createTask.ok)
    return failure([...(rules.ok ? [] : rules.error), ...(createTask.ok ? [] : createTask.error)]);
  const store = createColumnarStore(storeColumns(design.columns));
  const base = {
    design,
    columnPlan: columnPlan.value,
    store,
    filler: createFiller(design, { plan: columnPlan.value, store, locales }),
    memory: createRowMemory(design),
    outdated: createOutdatedCells(design, columnPlan.value, store),
  };
  const originals = placeOriginals(base);
  return success(
    datasetOf({
      ...base,
      rules: rules.value,
      marks: createMarkLayer(base),
      rewrites: createRewrites(base),
      judges: createJudgeRounds(design, store),
      inFlight: createInFlight(),
      codeChecks,
      createTask: createTask.value,
      calls: createCalls(base),
      makers: createRowMakers(),
      originals,
    }),
  );
}

function datasetOf(parts: Parts): Dataset {
  const { design, columnPlan, store, filler } = parts;
  return {
    design,
    store,
    columnPlan,
    originals: parts.originals,
    reword(next) {
      const reworded = rewordParts(parts, next);
      return reworded && datasetOf(reworded);
    },
    fillRange: (start, end) => fillRange(parts, start, end),
    deriveAfter: (callId, rows) => followCall(parts, callId, rows),
    ...rowMethods(parts),
    ...runMethods(parts),
    ...writtenMethods(parts),
    ...rewriteMethods(parts),
    ...judgeMethods(parts),
    scopeOf: (row) => filler.scopeOf(row),
    isMadeByDemo: (row) => parts.makers.isMadeBy(row, 'demo'),
    isEdited: (columnId, row) => parts.marks.isEdited(columnId, row),
    beneath: (columnId, row) => parts.marks.beneath(columnId, row)?.value,
    makerOf: (callId, row) => parts.makers.of(callId, row),
    noteMakers: (callId, rows) => parts.makers.note(callId, rows),
    setMarks: (marks) => parts.marks.set(marks),
    get excluded() {
      return parts.marks.excluded;
    },
  };
}

function rowMethods(
  parts: Parts,
): Pick<Dataset, 'resize' | 'reserve' | 'restoreAccepted' | 'checkRow'> {
  const { store, filler, rules, memory, columnPlan } = parts;
  const reserve = (row: number): void => reserveRow(parts, row);
  return {
    reserve,
    resize(asked) {
      const rowCount = rowsMade(parts.design, asked);
      for (let row = rowCount; row < store.rowCount; row += 1) memory.release(row);
      for (const call of parts.calls.values()) call.written.cut(rowCount);
      store.resize(rowCount);
    },
    restoreAccepted(callId, rows) {
      const present = rows.filter(({ row }) => row < store.rowCount);
      writeRows(parts, callId, present);
      for (const { row } of present) reserve(row);
    },
    checkRow(row) {
      const view: RuleRow = {
        value: (columnId) => store.value(columnId, row),
        scope: filler.scopeOf(row),
      };
      const all = new Set(columnPlan.order);
      const read = (columnId: string) => view.value(columnId);
      return [...rules.evaluate(view), ...memory.unique.check(row, read, all)];
    },
  };
}
