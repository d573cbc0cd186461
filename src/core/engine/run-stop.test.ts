import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LanguageModel } from '#core/llm/language-model.ts';
import { ProviderError } from '#core/llm/provider-error.ts';
import { foldJournal } from './checkpoint.ts';
import { run } from './run.ts';
import { createFakeDataset } from './testing/fake-dataset.ts';
import { createFakeModel } from './testing/fake-model.ts';
import { createRunFixture } from './testing/run-fixture.ts';

const calls = [
  { callId: 'one', rowsPerRequest: 5 },
  { callId: 'two', rowsPerRequest: 3, dependsOn: ['one'] },
];

describe('a stop', () => {
  it('aborts requests in flight and keeps the rows they had brought', async () => {
    const model = createFakeModel((task) => ({
      rows: task.rows.slice(0, 2).map(({ row }) => ({ row, values: { title: 'x' } })),
      hangs: true,
    }));
    const fixture = createRunFixture({ model, rowCount: 10 });
    const end = fixture.start();
    await fixture.clock.advance(10);
    fixture.stop.abort();
    expect(await fixture.clock.runUntil(end)).toEqual({ kind: 'stopped' });
    expect(model.open).toBe(0);
    expect([...fixture.dataset.stored.get('write')!.keys()]).toEqual([0, 1]);
    expect(fixture.dataset.waiting.size).toBe(0);
  });

  it('ends a model that does not listen', async () => {
    const model = {
      id: 'deaf',
      stream: () => ({
        [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => undefined) }),
      }),
    };
    const fixture = createRunFixture({ model });
    const end = fixture.start();
    await fixture.clock.advance(10);
    fixture.stop.abort();
    expect(await fixture.clock.runUntil(end)).toEqual({ kind: 'stopped' });
  });

  it('is what ended a request, however a protocol wraps the abort', async () => {
    const model: LanguageModel = {
      id: 'wrapping',
      // eslint-disable-next-line require-yield -- it is cut before it answers
      async *stream(_request, signal) {
        await new Promise((resolve) => {
          signal.addEventListener('abort', resolve);
        });
        throw new ProviderError({ provider: 'wrapping', kind: 'network', message: 'Cut off.' });
      },
    };
    const fixture = createRunFixture({ model });
    const end = fixture.start();
    await fixture.clock.advance(10);
    fixture.stop.abort();
    await fixture.clock.runUntil(end);
    const ended = fixture.of('request-ended');
    expect(ended.length).toBeGreaterThan(0);
    expect(ended.map(({ error }) => error?.name)).toEqual(ended.map(() => 'AbortError'));
  });

  it('before the start sends nothing', async () => {
    const model = createFakeModel();
    const fixture = createRunFixture({ model });
    fixture.stop.abort();
    expect(await fixture.finish()).toEqual({ kind: 'stopped' });
    expect(model.requests).toHaveLength(0);
  });

  it('closes every intent that was sent', async () => {
    const fixture = createRunFixture({ model: createFakeModel(() => ({ hangs: true })) });
    const end = fixture.start();
    await fixture.clock.advance(10);
    fixture.stop.abort();
    await fixture.clock.runUntil(end);
    expect(foldJournal(fixture.journal.records).openIntents).toEqual([]);
  });
});

describe('a consumer that leaves', () => {
  it('aborts everything and leaves nothing behind', async () => {
    const model = createFakeModel(() => ({ hangs: true }));
    const fixture = createRunFixture({ model, concurrency: 3, rowCount: 30 });
    const host = {
      dataset: fixture.dataset,
      journal: fixture.journal,
      clock: fixture.clock,
      jitter: () => 0,
      createRequestId: () => 'r',
      resolveModel: () => ({ model, modelName: 'm', parameters: {}, concurrency: 3 }),
    };
    const options = { runId: 'run', rowCount: 30, maxAttemptsPerRow: 3 };
    const leave = async (): Promise<void> => {
      for await (const event of run(host, options, new AbortController().signal))
        if (event.kind === 'rows-streamed') break;
    };
    await fixture.clock.runUntil(leave());
    expect(model.open).toBe(0);
    expect(fixture.clock.pendingSleeps).toBe(0);
    expect(fixture.dataset.waiting.size).toBe(0);
  });
});

describe('a fault of the dataset', () => {
  it('rejects the generator after everything in flight has ended', async () => {
    const model = createFakeModel();
    const dataset = createFakeDataset({ calls: [{ callId: 'write' }] });
    dataset.offer = () => Promise.reject(new Error('The check broke.'));
    const fixture = createRunFixture({ model, dataset, concurrency: 3, rowCount: 50 });
    await expect(fixture.finish()).rejects.toThrow('The check broke.');
    expect(model.open).toBe(0);
    expect(dataset.waiting.size).toBe(0);
  });
});

describe('a stop at any moment', () => {
  it('leaves no timer, no open stream, no waiting mark, and rows that equal the journal', async () => {
    const property = fc.asyncProperty(
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 1, max: 5 }),
      async (stopAtMs, concurrency) => {
        const model = createFakeModel(() => ({
          beforeRow: (signal) => fixture.clock.sleep(7, signal),
        }));
        const fixture = createRunFixture({ model, calls, concurrency, rowCount: 20 });
        const end = fixture.start();
        await fixture.clock.advance(stopAtMs);
        fixture.stop.abort();
        await fixture.clock.runUntil(end);
        expect(fixture.clock.pendingSleeps).toBe(0);
        expect(model.open).toBe(0);
        expect(fixture.dataset.waiting.size).toBe(0);
        const { rows } = foldJournal(fixture.journal.records);
        for (const { callId } of calls)
          expect((rows[callId] ?? []).map(({ row }) => row)).toEqual(
            [...fixture.dataset.stored.get(callId)!.keys()].sort((a, b) => a - b),
          );
      },
    );
    await fc.assert(property, { numRuns: 40 });
  });
});

describe('a journal cut anywhere', () => {
  it('resumes to exactly the rows asked for, asking for no accepted row twice', async () => {
    const judged = new Set<string>();
    const judge = (callId: string, { row }: { row: number }) => {
      const key = `${callId}:${row}`;
      if (row % 4 !== 0 || judged.has(key)) return [];
      judged.add(key);
      return ['Dull.'];
    };
    const first = createRunFixture({ model: createFakeModel(), calls, judge, rowCount: 20 });
    await first.finish();
    const beginning = {
      kind: 'run',
      version: 1,
      runId: 'run-1',
      design: { name: 'Shop' },
      rowCount: 20,
      startedAtMs: 0,
    } as const;
    const records = [beginning, ...first.journal.records];
    for (let length = 1; length <= records.length; length += 1) {
      const checkpoint = foldJournal(records.slice(0, length));
      const dataset = createFakeDataset({ calls });
      for (const { callId } of calls) await dataset.commit(callId, checkpoint.rows[callId] ?? []);
      const kept = new Set(
        calls.flatMap(({ callId }) =>
          (checkpoint.rows[callId] ?? []).map(({ row }) => `${callId}:${row}`),
        ),
      );
      const rest = createRunFixture({ model: createFakeModel(), calls, dataset, rowCount: 20 });
      expect(await rest.finish()).toEqual({ kind: 'complete' });
      const asked = rest
        .of('request-started')
        .flatMap(({ callId, rows }) => rows.map((row) => `${callId}:${row}`));
      expect(asked.filter((row) => kept.has(row))).toEqual([]);
      expect(dataset.doubleCommits).toBe(0);
    }
  });
});
