/** What a run does to a dataset: plan, ask, judge, keep. */
import { rowsMade, type Column } from '#core/design/design.ts';
import type { CellSelection } from '#core/rows/cell-selection.ts';
import { varietySettings } from '#core/design/variety-settings.ts';
import type { RowTask } from '#core/llm/row-task.ts';
import { acceptRow, type OpenRow } from './accept/accept-rows.ts';
import { keptStates } from './cell-draw.ts';
import {
  callOf,
  fillRange,
  followCall,
  openColumns,
  reserveRow,
  type CallState,
  type Parts,
} from './dataset-parts.ts';
import type {
  AcceptedRow,
  OfferedRow,
  PlannedCall,
  PrepareOptions,
  RunPlan,
  Verdict,
} from './dataset-port.ts';
import type { Dataset } from './dataset.ts';
import type { TaskDetails } from './task/create-task.ts';
import { avoidList } from './variety/avoid-list.ts';

type RunMethods = Pick<
  Dataset,
  | 'plan'
  | 'begin'
  | 'prepare'
  | 'ask'
  | 'giveBack'
  | 'markWaiting'
  | 'offer'
  | 'commit'
  | 'fail'
  | 'release'
>;

export function runMethods(parts: Parts): RunMethods {
  const { filler, rewrites, inFlight } = parts;
  return {
    plan: (rowCount) => planRun(parts, rowCount, ({ cells }, row) => cells.open(row)),
    begin(rowCount, selection) {
      parts.judges.clear();
      inFlight.clear();
      return beginRun(parts, rowCount, selection);
    },
    prepare: (options) => prepareTask(parts, options),
    ask: (options) => askFor(parts, options),
    giveBack: (callId, rows) => inFlight.drop(callId, rows),
    markWaiting: (callId, rows) => setOpenCells(parts, { callId, rows, state: 'waiting' }),
    offer: (callId, rows) => offerRows(parts, callId, rows),
    commit: (callId, rows) => writeRows(parts, callId, rows),
    fail(callId, rows, reason) {
      inFlight.drop(callId, rows);
      setOpenCells(parts, { callId, rows, state: 'failed', reason });
      for (const row of rows) reserveRow(parts, row);
      filler.deriveRows(callId, rows);
    },
    release(callId, rows) {
      inFlight.drop(callId, rows);
      setOpenCells(parts, { callId, rows, state: 'empty' });
      for (const row of rows) reserveRow(parts, row);
      if (rewrites.isScoped) filler.deriveRows(callId, rows);
    },
  };
}

/** Opens what is to be written: all open cells, or those of the selection and no others. */
export function beginRun(
  parts: Parts,
  rowCount: number,
  selection: CellSelection | undefined,
): RunPlan {
  growTo(parts, rowsMade(parts.design, rowCount));
  parts.rewrites.begin(rowCount, selection);
  const plan = planRun(parts, rowCount, (call, row) => openColumns(parts, call, row));
  return selection === undefined ? plan : { ...plan, outside: countOutside(parts, plan) };
}

function growTo(parts: Parts, rowCount: number): void {
  const { store } = parts;
  const filled = store.rowCount;
  if (rowCount <= filled) return;
  store.resize(rowCount);
  fillRange(parts, filled, rowCount);
}

type OpenOf = (call: CallState, row: number) => readonly Column[];

function planRun(parts: Parts, asked: number, openOf: OpenOf): RunPlan {
  const rowCount = rowsMade(parts.design, asked);
  growTo(parts, rowCount);
  const calls = [...parts.calls.values()].map((call): PlannedCall => {
    const { step, alias, rowsPerRequest, cells } = call;
    const pending: number[] = [];
    const again: { row: number; columnIds: readonly string[] }[] = [];
    for (let row = 0; row < rowCount; row += 1) {
      if (parts.marks.excluded.has(row)) continue;
      cells.settle(row);
      const open = openOf(call, row);
      if (open.length === 0) continue;
      pending.push(row);
      const held = open.filter(({ id }) => parts.store.value(id, row) !== undefined);
      if (held.length > 0) again.push({ row, columnIds: held.map(({ id }) => id) });
    }
    const { callId, dependsOn } = step;
    const planned = { callId, alias, rowsPerRequest, dependsOn, pending };
    return again.length === 0 ? planned : { ...planned, again };
  });
  return { rowCount, calls };
}

/** Rows that miss something and are not asked for: a run for a selection does not finish them. */
function countOutside({ store, calls, marks }: Parts, plan: RunPlan): RunPlan['outside'] {
  const asked = new Set(plan.calls.flatMap(({ pending }) => pending));
  const outside = { open: 0, failed: 0 };
  for (let row = 0; row < plan.rowCount; row += 1) {
    if (asked.has(row) || marks.excluded.has(row)) continue;
    const open = [...calls.values()].flatMap(({ cells }) => cells.open(row));
    if (open.some(({ id }) => store.state(id, row) === 'failed')) outside.failed += 1;
    else if (open.length > 0) outside.open += 1;
  }
  return outside;
}

function askFor(parts: Parts, options: PrepareOptions): RowTask {
  const { inFlight } = parts;
  const { callId, rows } = options;
  inFlight.drop(callId, rows);
  return prepareTask(parts, options, (aims) => inFlight.note(callId, rows, aims));
}

function prepareTask(
  parts: Parts,
  options: PrepareOptions,
  onSteered?: TaskDetails['onSteered'],
): RowTask {
  const { design, store, filler, rewrites } = parts;
  const call = callOf(parts, options.callId);
  const { avoidRows, avoidTokens } = varietySettings(design);
  const read = (columnId: string, row: number) => store.value(columnId, row);
  const columns = call.cells.columns;
  const rows = avoidRows === 0 ? [] : call.written.choose(options.rows, avoidRows);
  return parts.createTask({
    options: { ...options, corrections: withJudges(parts, options) },
    rows: {
      value: read,
      scopeOf: (row) => filler.scopeOf(row),
      isOpen: rewrites.isScoped ? (id, row) => rewrites.isWanted(id, row) : undefined,
      previous: (id, row) => rewrites.previous(id, row),
      told: (ruleId, row) => parts.inFlight.told(ruleId, row),
    },
    onSteered,
    avoid: [
      ...avoidList({ columns, rows, read, maxTokens: avoidTokens }),
      ...parts.marks.disliked(columns.map(({ id }) => id)),
    ],
    spareFields: (asked) => call.alternatives.fields(options.rows, asked),
  });
}

/** What the judge has said of the row comes before what was wrong with later answers. */
function withJudges(
  { judges }: Parts,
  { callId, rows, corrections }: PrepareOptions,
): PrepareOptions['corrections'] {
  const told = rows.flatMap((row): [number, readonly string[]][] => {
    const reasons = [...judges.reasons(callId, row), ...(corrections[row] ?? [])];
    return reasons.length === 0 ? [] : [[row, reasons]];
  });
  return Object.fromEntries(told);
}

function offerRows(parts: Parts, callId: string, rows: readonly OfferedRow[]): readonly Verdict[] {
  const call = callOf(parts, callId);
  const verdicts = rows.map((offered) => {
    const { row } = offered;
    call.cells.settle(row);
    const open = openColumns(parts, call, row);
    return judge(parts, call, { offered, open, affected: call.affected });
  });
  const refused = verdicts.filter(({ kind }) => kind === 'rejected');
  parts.inFlight.drop(
    callId,
    refused.map(({ row }) => row),
  );
  return verdicts;
}

/** An answer that only repeats something may hold spare values. */
function judge(parts: Parts, call: CallState, { offered, open, affected }: OpenRow): Verdict {
  const { alternatives } = call;
  const context = { ...parts, noteClash: (holder: number) => noteClash(parts, call, holder) };
  let refused: Verdict | undefined;
  for (const variant of alternatives.variants(offered)) {
    const verdict = acceptRow(context, {
      offered: variant,
      open,
      affected,
      isVerbatim: call.isVerbatim,
      verification: call.verification,
    });
    if (verdict.kind === 'accepted') {
      alternatives.forget(offered.row);
      return verdict;
    }
    if (verdict.isRepeat !== true) return refused ?? verdict;
    refused ??= verdict;
  }
  alternatives.noteRepeat(offered.row);
  parts.memory.repeats.noteRefused(offered.row);
  return refused ?? { kind: 'rejected', row: offered.row, reasons: [] };
}

/** What a model offers again and again is shown first. */
function noteClash(
  { memory, store, originals }: Parts,
  { written, cells }: CallState,
  holder: number,
): void {
  memory.noteClash(holder);
  // Original rows have a sample of their own, and where only the profile is sent they have none.
  if (originals.count > holder) return;
  const isWritten = cells.columns.some(({ id }) => store.value(id, holder) !== undefined);
  if (isWritten) written.note([holder]);
}

/** What the user has edited or locked meanwhile stays. */
export function writeRows(parts: Parts, callId: string, rows: readonly AcceptedRow[]): void {
  const { store, rewrites } = parts;
  const call = callOf(parts, callId);
  for (const { row, cells } of rows)
    for (const columnId of call.step.columnIds) {
      const value = Object.hasOwn(cells, columnId) ? cells[columnId] : undefined;
      if (value === undefined || keptStates.has(store.state(columnId, row))) continue;
      store.setValue(columnId, row, value);
    }
  parts.makers.note(callId, rows);
  parts.inFlight.drop(
    callId,
    rows.map(({ row }) => row),
  );
  followCall(
    parts,
    callId,
    rows.map(({ row }) => row),
  );
  for (const { row, cells } of rows) rewrites.done(row, Object.keys(cells));
}

interface StateChange {
  readonly callId: string;
  readonly rows: readonly number[];
  readonly state: 'waiting' | 'failed' | 'empty';
  readonly reason?: string;
}

function setOpenCells(parts: Parts, { callId, rows, state, reason }: StateChange): void {
  const { store, rewrites } = parts;
  const call = callOf(parts, callId);
  for (const row of rows)
    for (const { id } of openColumns(parts, call, row)) {
      if (rewrites.isScoped && state === 'waiting') rewrites.putAside(id, row);
      else if (rewrites.putBack(id, row, state)) continue;
      // A text that is out of date stays readable until another one takes its place.
      if (rewrites.isScoped || store.state(id, row) !== 'outdated')
        store.setState(id, row, state, reason);
    }
}
