/** One run at a time: the lock, the generator of events, and a stop that waits for the end. */
import { ProviderError } from '#core/llm/provider-error.ts';
import type { LanguageModel } from '#core/llm/language-model.ts';
import type { DatasetPort } from '#core/engine/dataset-port.ts';
import { foldJournal } from '#core/engine/checkpoint.ts';
import type { ResolvedModel, RunHost, RunOptions, WidthMemory } from '#core/engine/run-host.ts';
import { isAbort, toErrorReport, type ErrorReport } from '#core/base/error-report.ts';
import { StorageError } from '#core/engine/journal.ts';
import { run } from '#core/engine/run.ts';
import type { RunEvent } from '#core/engine/run-event.ts';
import { runLocked, type Connection, type StartAnswer, type StartRun } from './engine-protocol.ts';
import type { EngineServiceHost } from './engine-service-host.ts';
import { openRunJournal, type OpenedJournal } from './open-run-journal.ts';
import { pageLanes } from './page-lanes.ts';
import { connectionPrices } from './request-price.ts';
import { acquireRunLock } from './run-lock.ts';

export interface RunControl {
  start(start: StartRun, dataset: DatasetPort): Promise<StartAnswer>;
  stop(): Promise<void>;
  /** Ends the run because of something that is no wish of the user's. */
  interrupt(problem: ErrorReport): void;
}

interface ActiveRun {
  readonly abort: AbortController;
  readonly ended: Promise<void>;
}

const maxAttemptsPerRow = 5;

export function createRunControl(
  host: EngineServiceHost & Pick<RunHost, 'trace'>,
  createModel: (connection: Connection) => LanguageModel,
): RunControl {
  const writerId = host.createId();
  const widths: WidthMemory = new Map();
  let active: ActiveRun | undefined;

  const begin = (start: StartRun, dataset: DatasetPort, signal: AbortSignal): Promise<void> =>
    writeRun({ host, writerId, widths, createModel }, { start, dataset }, signal).catch(
      (error: unknown) => {
        host.emit(start.runId, withCause(failedEnd(error), signal));
      },
    );

  return {
    async start(start, dataset) {
      if (active !== undefined) throw new Error('A run is going on. Stop it first.');
      const abort = new AbortController();
      const onStolen = (): void => {
        abort.abort(new Interruption(runLocked));
      };
      const locking = acquireRunLock(host.locks, { ...start, onStolen });
      // Set before anything is awaited: a second start is refused and a stop reaches this one.
      active = {
        abort,
        ended: locking
          .then((lock) => lock && begin(start, dataset, abort.signal).finally(lock.release))
          .catch(() => undefined) // The caller is told below.
          .finally(() => {
            active = undefined;
          }),
      };
      return { kind: (await locking) === undefined ? 'locked' : 'started' };
    },
    async stop() {
      const stopping = active;
      stopping?.abort.abort(new DOMException('The run was stopped.', 'AbortError'));
      await stopping?.ended;
    },
    interrupt(problem) {
      active?.abort.abort(new Interruption(problem));
    },
  };
}

interface Writer {
  readonly host: EngineServiceHost & Pick<RunHost, 'trace'>;
  readonly writerId: string;
  readonly widths: WidthMemory;
  readonly createModel: (connection: Connection) => LanguageModel;
}

interface Written {
  readonly start: StartRun;
  readonly dataset: DatasetPort;
}

/** From the opened journal to its end; every event is told. */
async function writeRun(
  { host, writerId, widths, createModel }: Writer,
  { start, dataset }: Written,
  signal: AbortSignal,
): Promise<void> {
  const journal = await openRunJournal(host, writerId, { start, dataset });
  const { runId, rowCount, selection, cap, connections } = start;
  const runHost: RunHost = {
    dataset,
    journal,
    clock: host.clock,
    jitter: host.jitter,
    resolveModel: createResolver(connections, createModel),
    createRequestId: host.createId,
    isOnline: host.isOnline,
    widths,
    price: connectionPrices(connections),
    ...(host.trace === undefined ? {} : { trace: host.trace }),
  };
  try {
    const before = await earlierParts(host, start);
    const options = { runId, rowCount, selection, maxAttemptsPerRow, cap, ...before };
    for await (const event of closedAtEnd(run(runHost, options, signal), journal))
      host.emit(runId, withCause(event, signal));
  } finally {
    await journal.close(false);
  }
}

/** The page may begin the next run as soon as it hears of the end. */
async function* closedAtEnd(
  events: AsyncIterable<RunEvent>,
  journal: OpenedJournal,
): AsyncGenerator<RunEvent> {
  for await (const event of events) {
    if (event.kind === 'run-ended') await journal.close(event.end.kind === 'complete');
    yield event;
  }
}

/** What ended a run that nobody has stopped. */
class Interruption extends Error {
  override readonly name = 'AbortError';
  readonly problem: ErrorReport;

  constructor(problem: ErrorReport) {
    super(problem.message);
    this.problem = problem;
  }
}

/** A run that was interrupted did not stop: it says why it has ended. */
function withCause(event: RunEvent, signal: AbortSignal): RunEvent {
  const reason: unknown = signal.reason;
  if (event.kind !== 'run-ended' || !(reason instanceof Interruption)) return event;
  if (event.end.kind === 'complete') return event;
  return { ...event, end: { kind: 'paused', problem: reason.problem } };
}

function createResolver(
  connections: readonly Connection[],
  createModel: (connection: Connection) => LanguageModel,
): (alias: string) => ResolvedModel {
  const resolved = new Map<string, ResolvedModel>();
  return (alias) => {
    const known = resolved.get(alias);
    if (known !== undefined) return known;
    const connection = connections.find((candidate) => candidate.alias === alias);
    if (connection === undefined)
      throw new ProviderError({
        provider: 'none',
        kind: 'unresolved',
        message: `No model is set up for “${alias}”. Open Model settings.`,
      });
    const { baseUrl, requestsPerMinute, tokensPerMinute, maxRetries } = connection;
    const lanes = pageLanes(baseUrl, connection.concurrency);
    const model: ResolvedModel = {
      model: createModel(connection),
      modelName: connection.model,
      parameters: connection.parameters ?? {},
      concurrency: lanes.concurrency,
      laneNote: lanes.note,
      origin: URL.canParse(baseUrl) ? new URL(baseUrl).origin : undefined,
      requestsPerMinute,
      tokensPerMinute,
      maxRetries,
    };
    resolved.set(alias, model);
    return model;
  };
}

/** What a run that goes on has to count from its beginning. */
async function earlierParts(
  host: EngineServiceHost,
  { runId, resume }: StartRun,
): Promise<Pick<RunOptions, 'spentBefore' | 'rewrittenBefore'>> {
  if (!resume) return {};
  try {
    const { spent, rewritten } = foldJournal(await (await host.journals()).read(runId));
    return { spentBefore: spent, rewrittenBefore: rewritten };
  } catch (error) {
    // Without a database there were no earlier parts that could be resumed.
    if (error instanceof StorageError && error.kind === 'unavailable') return {};
    throw error;
  }
}

function failedEnd(error: unknown): RunEvent {
  return {
    kind: 'run-ended',
    end: isAbort(error) ? { kind: 'stopped' } : { kind: 'paused', problem: toErrorReport(error) },
    finishedRows: 0,
    failedRows: 0,
    durationMs: 0,
  };
}
