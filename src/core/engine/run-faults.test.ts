import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProviderError, type ProviderErrorKind } from '#core/llm/provider-error.ts';
import { createFakeJournal } from './testing/fake-journal.ts';
import { createFakeModel, type FakeAnswer } from './testing/fake-model.ts';
import { createRunFixture } from './testing/run-fixture.ts';

function fault(kind: ProviderErrorKind, retryAfterMs?: number): ProviderError {
  return new ProviderError({ provider: 'fake', kind, message: `It went ${kind}.`, retryAfterMs });
}

/** Answers the first requests with faults, then well. */
function failingFirst(times: number, kind: ProviderErrorKind, retryAfterMs?: number) {
  return createFakeModel((_, number) =>
    number < times ? { rows: [], error: fault(kind, retryAfterMs) } : {},
  );
}

describe('a fault that passes', () => {
  it.for(['overloaded', 'server', 'network', 'timeout', 'cut-off'] as const)(
    'is waited for: %s',
    async (kind) => {
      const fixture = createRunFixture({ model: failingFirst(2, kind) });
      expect(await fixture.finish()).toEqual({ kind: 'complete' });
      expect(fixture.of('run-throttled').map(({ waitMs }) => waitMs)).toEqual([500, 1_000]);
    },
  );

  it('spends no attempt of a row', async () => {
    const fixture = createRunFixture({ model: failingFirst(4, 'server'), maxAttemptsPerRow: 1 });
    expect(await fixture.finish()).toEqual({ kind: 'complete' });
    expect(fixture.dataset.prepared.map(({ attempt }) => attempt)).toEqual([1, 1, 1, 1, 1]);
  });

  it('pauses the run with the provider’s message when it lasts ten minutes', async () => {
    const model = failingFirst(99, 'server');
    const fixture = createRunFixture({ model });
    expect(await fixture.finish()).toMatchObject({
      kind: 'paused',
      problem: { kind: 'server', message: 'It went server.' },
    });
    expect(fixture.clock.now()).toBeGreaterThanOrEqual(600_000);
    expect(model.requests.length).toBeLessThan(40);
  });

  it('of a few rows only fails them after six requests, with its message', async () => {
    const model = createFakeModel((task) =>
      task.rows.some(({ row }) => row === 0) ? { rows: [], error: fault('server') } : {},
    );
    const calls = [{ callId: 'write', rowsPerRequest: 2 }];
    const fixture = createRunFixture({ model, calls, rowCount: 40 });
    expect(await fixture.finish()).toEqual({ kind: 'incomplete', failedRows: 2 });
    expect(fixture.dataset.failed.get('write')!.get(0)).toBe('It went server.');
    expect(fixture.of('request-started').filter(({ rows }) => rows.includes(0))).toHaveLength(6);
  });

  it('is met with as many repetitions as the model alias allows', async () => {
    const model = failingFirst(99, 'server');
    const resolved = { model, modelName: 'fake-1', parameters: {}, concurrency: 1, maxRetries: 2 };
    const fixture = createRunFixture({ model, host: { resolveModel: () => resolved } });
    expect(await fixture.finish()).toEqual({ kind: 'incomplete', failedRows: 10 });
    expect(model.requests).toHaveLength(3);
  });

  it('keeps the rows that came before it', async () => {
    const model = createFakeModel((task, number) =>
      number === 0
        ? {
            rows: task.rows.slice(0, 3).map(({ row }) => ({ row, values: { title: 'x' } })),
            error: fault('cut-off'),
          }
        : {},
    );
    const fixture = createRunFixture({ model, rowCount: 5 });
    expect(await fixture.finish()).toEqual({ kind: 'complete' });
    expect(fixture.of('request-started').map(({ rows }) => rows)).toEqual([
      [0, 1, 2, 3, 4],
      [3, 4],
    ]);
  });

  it('lets other rows go on meanwhile', async () => {
    const model = createFakeModel((_, number) =>
      number === 0 ? { rows: [], error: fault('server') } : {},
    );
    const calls = [{ callId: 'write', rowsPerRequest: 2 }];
    const fixture = createRunFixture({ model, rowCount: 4, calls });
    await fixture.finish();
    expect(fixture.of('request-started').map(({ rows }) => rows)).toEqual([
      [0, 1],
      [2, 3],
      [0, 1],
    ]);
  });
});

describe('a provider that asks to wait', () => {
  it('is given the time it asked for', async () => {
    const fixture = createRunFixture({ model: failingFirst(1, 'rate-limit', 7_000) });
    await fixture.finish();
    expect(fixture.of('request-started').map(({ atMs }) => atMs)).toEqual([0, 7_000]);
  });

  it('spends no attempts, however often it asks', async () => {
    const fixture = createRunFixture({ model: failingFirst(20, 'rate-limit', 5_000) });
    expect(await fixture.finish()).toEqual({ kind: 'complete' });
  });

  it('keeps as many requests in flight as it has let in', async () => {
    const calls = [{ callId: 'write', rowsPerRequest: 1 }];
    let open = 0;
    const model = createFakeModel(() => {
      if (open === 3) return { rows: [], error: fault('rate-limit') };
      open += 1;
      return {
        beforeRow: async (signal) => {
          await fixture.clock.sleep(100, signal);
          open -= 1;
        },
      };
    });
    const fixture = createRunFixture({ model, calls, concurrency: 8, rowCount: 60 });
    expect(await fixture.finish()).toEqual({ kind: 'complete' });
    const refused = fixture.of('request-ended').filter(({ error }) => error !== undefined);
    expect(fixture.of('lanes-changed').at(-1)!.allowed).toBe(3);
    expect(refused.length).toBeLessThanOrEqual(9);
    expect(fixture.clock.now()).toBeLessThanOrEqual(1.05 * 2_000);
  });

  it('pauses the run when it asks for more than ten minutes', async () => {
    const fixture = createRunFixture({ model: failingFirst(1, 'rate-limit', 3_600_000) });
    expect(await fixture.finish()).toMatchObject({
      kind: 'paused',
      problem: { kind: 'rate-limit', retryAfterMs: 3_600_000 },
    });
  });
});

describe('a fault that only the user can mend', () => {
  it.for(['auth', 'quota', 'forbidden', 'not-found', 'redirect'] as const)(
    'pauses at the first request: %s',
    async (kind) => {
      const model = failingFirst(99, kind);
      const fixture = createRunFixture({ model });
      expect(await fixture.finish()).toMatchObject({ kind: 'paused', problem: { kind } });
      expect(model.requests).toHaveLength(1);
      expect(fixture.dataset.waiting.size).toBe(0);
    },
  );

  it('lets requests in flight finish and keeps their rows', async () => {
    const model = createFakeModel((_, number) =>
      number === 1
        ? { rows: [], error: fault('auth') }
        : { beforeRow: (signal) => fixture.clock.sleep(50, signal) },
    );
    const calls = [{ callId: 'write', rowsPerRequest: 5 }];
    const fixture = createRunFixture({ model, calls, concurrency: 2, rowCount: 20 });
    expect(await fixture.finish()).toMatchObject({ kind: 'paused', problem: { kind: 'auth' } });
    expect([...fixture.dataset.stored.get('write')!.keys()]).toEqual([0, 1, 2, 3, 4]);
    expect(model.requests).toHaveLength(2);
  });
});

describe('a request that is too large', () => {
  it('is halved until it fits, and a larger one is tried less and less often', async () => {
    const model = createFakeModel((task) =>
      task.rows.length > 3 ? { rows: [], error: fault('too-large') } : {},
    );
    const fixture = createRunFixture({ model, rowCount: 10 });
    expect(await fixture.finish()).toEqual({ kind: 'complete' });
    expect(model.tasks.map(({ rows }) => rows.length)).toEqual([10, 5, 2, 2, 4, 2, 2, 2]);
  });

  it('fails a row that does not fit alone', async () => {
    const model = createFakeModel((task) =>
      task.rows.some(({ row }) => row === 1) ? { rows: [], error: fault('too-large') } : {},
    );
    const fixture = createRunFixture({ model, rowCount: 4 });
    expect(await fixture.finish()).toEqual({ kind: 'incomplete', failedRows: 1 });
    expect(fixture.dataset.failed.get('write')!.get(1)).toBe('It went too-large.');
  });
});

describe('a content filter', () => {
  it('costs only the row it is about', async () => {
    const model = createFakeModel((task) =>
      task.rows.some(({ row }) => row === 2) ? { rows: [], finish: 'content-filter' } : {},
    );
    const fixture = createRunFixture({ model, rowCount: 4 });
    expect(await fixture.finish()).toEqual({ kind: 'incomplete', failedRows: 1 });
    expect([...fixture.dataset.stored.get('write')!.keys()]).toEqual([0, 1, 3]);
  });
});

describe('a journal that fails', () => {
  it('pauses the run and sends nothing whose intent is not durable', async () => {
    const model = createFakeModel();
    const fixture = createRunFixture({ model, journal: createFakeJournal(() => true) });
    expect(await fixture.finish()).toMatchObject({
      kind: 'paused',
      problem: { name: 'StorageError', kind: 'quota' },
    });
    expect(model.requests).toHaveLength(0);
    expect(fixture.dataset.waiting.size).toBe(0);
  });

  it('asks for no more, and keeps in memory what was paid for', async () => {
    const model = createFakeModel();
    const journal = createFakeJournal((transaction) => transaction > 0);
    const fixture = createRunFixture({ model, journal, rowCount: 30 });
    expect(await fixture.finish()).toMatchObject({ kind: 'paused', problem: { kind: 'quota' } });
    expect(model.requests).toHaveLength(1);
    expect(fixture.dataset.stored.get('write')!.size).toBe(10);
  });

  it('is tried once more at the end, so that paid rows are not lost', async () => {
    const journal = createFakeJournal((transaction) => transaction === 1);
    const fixture = createRunFixture({ model: createFakeModel(), journal, rowCount: 30 });
    expect(await fixture.finish()).toMatchObject({ kind: 'paused', problem: { kind: 'quota' } });
    expect(fixture.dataset.stored.get('write')!.size).toBe(10);
  });
});

describe('a mix of all faults', () => {
  const answers: readonly ((rows: readonly number[]) => FakeAnswer)[] = [
    () => ({ rows: [], error: fault('server') }),
    () => ({ rows: [], error: fault('rate-limit', 2_000) }),
    () => ({ rows: [], error: fault('rate-limit') }),
    () => ({ rows: [], error: fault('network') }),
    () => ({ text: '' }),
    () => ({ text: '<html>Bad gateway</html>' }),
    (rows) => ({ rows: half(rows), error: fault('cut-off') }),
    (rows) => ({ rows: half(rows), finish: 'length' }),
    (rows) => ({ rows: half(rows) }),
    (rows) => ({ rows: [...half(rows), ...half(rows), { row: 9_999, values: { title: 'x' } }] }),
    () => ({ rows: [], error: fault('too-large') }),
  ];

  function half(rows: readonly number[]) {
    return rows
      .slice(0, Math.ceil(rows.length / 2))
      .map((row) => ({ row, values: { title: 'x' } }));
  }

  it('ends with exactly the rows asked for or a reason, and nothing twice', async () => {
    const property = fc.asyncProperty(
      fc.array(fc.option(fc.nat({ max: answers.length - 1 })), { maxLength: 60 }),
      fc.integer({ min: 1, max: 6 }),
      async (script, concurrency) => {
        const model = createFakeModel((task, number) => {
          const choice = script[number] ?? undefined;
          return choice === undefined ? {} : answers[choice]!(task.rows.map(({ row }) => row));
        });
        const calls = [
          { callId: 'one', rowsPerRequest: 7 },
          { callId: 'two', rowsPerRequest: 4, dependsOn: ['one'] },
        ];
        const fixture = createRunFixture({
          model,
          calls,
          concurrency,
          rowCount: 40,
          maxAttemptsPerRow: 4,
        });
        const end = await fixture.finish();
        const stored = calls.map(({ callId }) => fixture.dataset.stored.get(callId)!.size);
        if (end.kind === 'complete') expect(stored).toEqual([40, 40]);
        else expect(['paused', 'incomplete']).toContain(end.kind);
        expect(fixture.dataset.doubleCommits).toBe(0);
        expect(fixture.dataset.waiting.size).toBe(0);
        expect(fixture.journal.overlaps).toBe(0);
        expect(fixture.clock.pendingSleeps).toBe(0);
        expect(model.mostOpen).toBeLessThanOrEqual(concurrency);
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });
});
