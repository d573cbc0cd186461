/** Everything a test of the run needs, put together: a host of fakes and ways to drive it. */
import { createFakeClock, type FakeClock } from '#core/base/fake-clock.ts';
import type { RunEnd, RunEvent } from '#core/engine/run-event.ts';
import type { RunHost } from '#core/engine/run-host.ts';
import { run } from '#core/engine/run.ts';
import type { LanguageModel } from '#core/llm/language-model.ts';
import { createFakeDataset, type FakeDataset, type FakeDatasetOptions } from './fake-dataset.ts';
import { createFakeJournal, type FakeJournal } from './fake-journal.ts';

export interface FixtureOptions extends Partial<FakeDatasetOptions> {
  readonly model: LanguageModel;
  readonly concurrency?: number;
  readonly rowCount?: number;
  readonly maxAttemptsPerRow?: number;
  readonly dataset?: FakeDataset;
  readonly journal?: FakeJournal;
  readonly clock?: FakeClock;
  /** Added to the host in place of its own parts. */
  readonly host?: Partial<RunHost>;
}

export interface RunFixture {
  readonly dataset: FakeDataset;
  readonly journal: FakeJournal;
  readonly clock: FakeClock;
  readonly stop: AbortController;
  readonly host: RunHost;
  readonly events: RunEvent[];
  /** Starts the run; the events gather in `events`. */
  start(): Promise<RunEnd>;
  /** Starts the run and moves time on until it has ended. */
  finish(): Promise<RunEnd>;
  /** Events of one kind. */
  of<Kind extends RunEvent['kind']>(kind: Kind): readonly Extract<RunEvent, { kind: Kind }>[];
}

export function createRunFixture(options: FixtureOptions): RunFixture {
  const clock = options.clock ?? createFakeClock();
  const dataset =
    options.dataset ??
    createFakeDataset({
      calls: options.calls ?? [{ callId: 'write' }],
      ...(options.judge === undefined ? {} : { judge: options.judge }),
    });
  const journal = options.journal ?? createFakeJournal();
  const stop = new AbortController();
  const events: RunEvent[] = [];
  let requests = 0;
  const host: RunHost = {
    dataset,
    journal,
    clock,
    jitter: () => 0.5,
    createRequestId: () => `r${(requests += 1)}`,
    resolveModel: () => ({
      model: options.model,
      modelName: 'fake-1',
      parameters: {},
      concurrency: options.concurrency ?? 1,
    }),
    ...options.host,
  };

  async function start(): Promise<RunEnd> {
    const runOptions = {
      runId: 'run-1',
      rowCount: options.rowCount ?? 10,
      maxAttemptsPerRow: options.maxAttemptsPerRow ?? 3,
    };
    for await (const event of run(host, runOptions, stop.signal)) events.push(event);
    const last = events.at(-1);
    if (last?.kind !== 'run-ended') throw new Error('The run did not say how it ended.');
    return last.end;
  }

  return {
    dataset,
    journal,
    clock,
    stop,
    host,
    events,
    start,
    finish: () => clock.runUntil(start()),
    of: (kind) =>
      events.filter((event): event is Extract<RunEvent, { kind: typeof kind }> => {
        return event.kind === kind;
      }),
  };
}
