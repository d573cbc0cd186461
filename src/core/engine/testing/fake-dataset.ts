/** A dataset for tests of the run: it accepts what its judge accepts and remembers everything it was told. */
import type { JsonObject } from '#core/base/json.ts';
import type {
  AcceptedRow,
  DatasetPort,
  OfferedRow,
  PlannedCall,
  PrepareOptions,
  Verdict,
} from '#core/engine/dataset-port.ts';

export interface FakeCall {
  readonly callId: string;
  readonly alias?: string;
  readonly rowsPerRequest?: number;
  readonly dependsOn?: readonly string[];
}

export interface FakeDatasetOptions {
  readonly calls: readonly FakeCall[];
  /** Reasons to refuse a row; none to accept it. */
  readonly judge?: (callId: string, row: OfferedRow) => readonly string[];
}

type CellsByRow = Map<number, JsonObject>;

/** The methods may be replaced by a test. */
export interface FakeDataset extends DatasetPort {
  /** What was stored, by call, by row. */
  readonly stored: ReadonlyMap<string, ReadonlyMap<number, JsonObject>>;
  readonly failed: ReadonlyMap<string, ReadonlyMap<number, string>>;
  /** Rows marked as waiting, as `call:row`. */
  readonly waiting: ReadonlySet<string>;
  readonly prepared: readonly PrepareOptions[];
  /** Rows of requests that ended without them. */
  readonly givenBack: readonly (readonly number[])[];
  /** How often a row was stored although it was stored before. */
  readonly doubleCommits: number;
}

export function createFakeDataset(options: FakeDatasetOptions): FakeDataset {
  const { calls, judge } = options;
  const stored = new Map<string, CellsByRow>(calls.map(({ callId }) => [callId, new Map()]));
  const failed = new Map(calls.map(({ callId }) => [callId, new Map<number, string>()]));
  const waiting = new Set<string>();
  const prepared: PrepareOptions[] = [];
  const givenBack: (readonly number[])[] = [];
  let doubleCommits = 0;
  const settle = (callId: string, rows: readonly number[]): Promise<void> => {
    for (const row of rows) waiting.delete(`${callId}:${row}`);
    return Promise.resolve();
  };
  return {
    stored,
    failed,
    waiting,
    prepared,
    givenBack,
    get doubleCommits() {
      return doubleCommits;
    },
    accepted: () => Promise.resolve(acceptedRows(stored)),
    plan: (rowCount) =>
      Promise.resolve({
        rowCount,
        calls: calls.map((call) => plannedCall(call, rowCount, stored.get(call.callId))),
      }),
    judge: () => Promise.resolve({}),
    prepare(request) {
      prepared.push(request);
      return Promise.resolve(taskFor(request));
    },
    markWaiting(callId, rows) {
      for (const row of rows) waiting.add(`${callId}:${row}`);
      return Promise.resolve();
    },
    offer: (callId, rows) =>
      Promise.resolve(rows.map((offered) => verdictOn(offered, judge?.(callId, offered) ?? []))),
    commit(callId, rows) {
      for (const { row, cells } of rows) {
        if (stored.get(callId)?.has(row) === true) doubleCommits += 1;
        stored.get(callId)?.set(row, cells);
        failed.get(callId)?.delete(row);
      }
      const done = rows.map(({ row }) => row);
      return settle(callId, done);
    },
    restore(callId, rows) {
      for (const { row, cells } of rows) stored.get(callId)?.set(row, cells);
      return Promise.resolve();
    },
    fail(callId, rows, reason) {
      for (const row of rows) failed.get(callId)?.set(row, reason);
      return settle(callId, rows);
    },
    release: settle,
    giveBack: (_, rows) => Promise.resolve(void givenBack.push(rows)),
  };
}

function plannedCall(call: FakeCall, rowCount: number, done?: CellsByRow): PlannedCall {
  const rows = Array.from({ length: rowCount }, (_, row) => row);
  return {
    callId: call.callId,
    alias: call.alias ?? 'writer',
    rowsPerRequest: call.rowsPerRequest ?? 10,
    dependsOn: call.dependsOn ?? [],
    pending: rows.filter((row) => done?.has(row) !== true),
  };
}

function acceptedRows(
  stored: ReadonlyMap<string, CellsByRow>,
): Readonly<Record<string, readonly AcceptedRow[]>> {
  return Object.fromEntries(
    [...stored].map(([callId, rows]) => [
      callId,
      [...rows].map(([row, cells]) => ({ row, cells })),
    ]),
  );
}

function verdictOn({ row, values }: OfferedRow, reasons: readonly string[]): Verdict {
  return reasons.length === 0
    ? { kind: 'accepted', row, cells: { ...values } }
    : { kind: 'rejected', row, reasons };
}

function taskFor(request: PrepareOptions) {
  return {
    callId: request.callId,
    brief: 'Things in a shop.',
    instructions: '',
    systemMessages: [],
    fields: [{ name: 'title', description: 'What it is called.', type: 'text' as const }],
    rules: [],
    examples: [],
    rows: request.rows.map((row) => ({
      row,
      facts: {},
      notes: {},
      messages: [],
      corrections: request.corrections[row] ?? [],
    })),
    avoid: [],
    seed: 1,
    attempt: request.attempt,
  };
}
