/** What the methods of one dataset share, and the few things that all of them do. */
import { isVerbatimCall } from '#core/design/verbatim-call.ts';
import { invariant } from '#core/base/invariant.ts';
import type { Call, Column, DatasetDesign } from '#core/design/design.ts';
import { verifiedColumns } from '#core/design/verification.ts';
import type { RowStore } from '#core/rows/row-store.ts';
import type { OpenVerification } from './accept/accept-rows.ts';
import type { CodeChecks } from './code/code-checks.ts';
import type { RowRules } from './constraint/compile-row-rules.ts';
import type { Filler } from './fill-computed.ts';
import type { JudgeRounds } from './judge/judge-rounds.ts';
import { createGeneratedCells, type GeneratedCells } from './generated-cells.ts';
import type { MarkLayer } from './mark-layer.ts';
import type { OutdatedCells } from './outdated-cells.ts';
import type { PlacedOriginals } from './originals/place-originals.ts';
import type { CallStep, ColumnPlan } from './plan/column-order.ts';
import type { RowMakers } from './row-makers.ts';
import type { CreateTask } from './task/create-task.ts';
import { createAlternatives, type Alternatives } from './variety/alternatives.ts';
import type { Rewrites } from './variety/rewrites.ts';
import type { InFlight } from './constraint/steer/in-flight.ts';
import type { RowMemory } from './variety/row-memory.ts';
import { createWrittenMemory, type WrittenMemory } from './variety/written-memory.ts';

export interface CallState {
  readonly step: CallStep;
  readonly alias: string;
  readonly rowsPerRequest: number;
  /** Its answers are taken as they stand, one row each. */
  readonly isVerbatim: boolean;
  readonly verification: OpenVerification | undefined;
  readonly cells: GeneratedCells;
  /** The columns of the call and all that follow from them. */
  readonly affected: ReadonlySet<string>;
  readonly written: WrittenMemory;
  readonly alternatives: Alternatives;
}

export interface Parts {
  readonly design: DatasetDesign;
  readonly columnPlan: ColumnPlan;
  readonly store: RowStore;
  readonly filler: Filler;
  readonly rules: RowRules;
  readonly memory: RowMemory;
  readonly rewrites: Rewrites;
  readonly outdated: OutdatedCells;
  readonly codeChecks: CodeChecks;
  readonly judges: JudgeRounds;
  readonly inFlight: InFlight;
  readonly createTask: CreateTask;
  readonly calls: ReadonlyMap<string, CallState>;
  readonly makers: RowMakers;
  readonly marks: MarkLayer;
  readonly originals: PlacedOriginals;
}

export function createCalls({
  design,
  columnPlan,
  store,
  memory,
}: Pick<Parts, 'design' | 'columnPlan' | 'store' | 'memory'>): ReadonlyMap<string, CallState> {
  const read = (columnId: string, row: number) => store.value(columnId, row);
  return new Map(
    columnPlan.calls.map((step) => {
      const call = design.calls.find(({ id }) => id === step.callId);
      const isVerbatim = call !== undefined && isVerbatimCall(call);
      const derived = columnPlan.afterCalls.filter(({ calls }) => calls.includes(step.callId));
      const cells = createGeneratedCells({ design, step, store });
      const state: CallState = {
        step,
        alias: call?.model ?? '',
        rowsPerRequest: isVerbatim ? 1 : (call?.rowsPerRequest ?? 1),
        isVerbatim,
        verification: call === undefined ? undefined : openVerification(call, design),
        cells,
        alternatives: createAlternatives(design, cells.columns),
        affected: new Set([...step.columnIds, ...derived.map(({ columnId }) => columnId)]),
        written: createWrittenMemory({
          design,
          plan: columnPlan,
          read,
          heat: (row) => memory.heat(row),
        }),
      };
      return [step.callId, state];
    }),
  );
}

function openVerification(call: Call, design: DatasetDesign): OpenVerification | undefined {
  const columns = verifiedColumns(call, design);
  if (call.verify === undefined || columns === undefined) return undefined;
  const { text, report } = columns;
  return { verify: call.verify, textName: text.name, reportName: report.name };
}

export function callOf({ calls }: Parts, callId: string): CallState {
  const call = calls.get(callId);
  invariant(call !== undefined, `call ${callId} writes a column of this design`);
  return call;
}

/** Columns of the row that a model is to write now. */
export function openColumns({ rewrites }: Parts, { cells }: CallState, row: number) {
  return rewrites.isScoped
    ? cells.columns.filter(({ id }: Column) => rewrites.isWanted(id, row))
    : cells.open(row);
}

export function reserveRow({ store, memory }: Parts, row: number): void {
  memory.reserve(row, (id) => store.value(id, row));
}

/** The user's own rows first, then what is computed, then what follows from both. */
export function fillRange({ filler, originals }: Parts, start: number, end: number): void {
  originals.place(start, end);
  filler.fillRange(start, end);
  originals.settle(start, end);
}

/** The call has written these rows: what depends on them follows. */
export function followCall(parts: Parts, callId: string, rows: readonly number[]): void {
  parts.filler.deriveRows(callId, rows);
  callOf(parts, callId).written.note(rows);
}
