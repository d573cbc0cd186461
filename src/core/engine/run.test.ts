import { describe, expect, it } from 'vitest';
import { ProviderError } from '#core/llm/provider-error.ts';
import { createFakeModel } from './testing/fake-model.ts';
import { createRunFixture } from './testing/run-fixture.ts';
import type { RunFixture } from './testing/run-fixture.ts';

function rowsOfRequests(fixture: RunFixture): string[] {
  return fixture.of('request-started').map(({ callId, rows }) => `${callId} ${rows.join(',')}`);
}

function order(fixture: RunFixture): string[] {
  return fixture.events
    .map(({ kind }) => kind)
    .filter((kind) => kind !== 'lanes-changed' && kind !== 'spend-changed');
}

describe('a run that meets no trouble', () => {
  it('stores exactly the rows asked for', async () => {
    const fixture = createRunFixture({ model: createFakeModel(), rowCount: 25 });
    expect(await fixture.finish()).toEqual({ kind: 'complete' });
    expect([...fixture.dataset.stored.get('write')!.keys()]).toEqual(
      Array.from({ length: 25 }, (_, row) => row),
    );
  });

  it('asks for neighbouring rows, as many in one request as the call allows', async () => {
    const calls = [{ callId: 'write', rowsPerRequest: 4 }];
    const fixture = createRunFixture({ model: createFakeModel(), rowCount: 10, calls });
    await fixture.finish();
    expect(rowsOfRequests(fixture)).toEqual(['write 0,1,2,3', 'write 4,5,6,7', 'write 8,9']);
  });

  it('ends at once when no call has anything left to ask for', async () => {
    const fixture = createRunFixture({ model: createFakeModel(), calls: [] });
    expect(await fixture.finish()).toEqual({ kind: 'complete' });
    expect(order(fixture)).toEqual(['run-started', 'run-ended']);
  });

  it('asks only for what an earlier part of the run left open', async () => {
    const fixture = createRunFixture({ model: createFakeModel(), rowCount: 5 });
    await fixture.dataset.commit(
      'write',
      [0, 1, 3].map((row) => ({ row, cells: {} })),
    );
    await fixture.finish();
    expect(rowsOfRequests(fixture)).toEqual(['write 2,4']);
    expect(fixture.of('run-started')[0]).toMatchObject({ finishedRows: 3, rowCount: 5 });
  });

  it('keeps no more requests in flight than the endpoint allows', async () => {
    const model = createFakeModel(() => ({
      beforeRow: (signal) => fixture.clock.sleep(10, signal),
    }));
    const fixture = createRunFixture({
      model,
      concurrency: 3,
      rowCount: 50,
      calls: [{ callId: 'write', rowsPerRequest: 5 }],
    });
    await fixture.finish();
    expect(model.mostOpen).toBe(3);
  });

  it('goes on beside a request that never answers, to the last of the other rows', async () => {
    const model = createFakeModel((_, number) => (number === 0 ? { rows: [], hangs: true } : {}));
    const calls = [{ callId: 'write', rowsPerRequest: 5 }];
    const fixture = createRunFixture({ model, concurrency: 2, rowCount: 50, calls });
    const end = fixture.start();
    await fixture.clock.advance(1_000);
    expect(fixture.dataset.stored.get('write')?.size).toBe(45);
    fixture.stop.abort();
    await fixture.clock.runUntil(end);
  });

  it('leaves no timer and no waiting mark behind', async () => {
    const fixture = createRunFixture({ model: createFakeModel(), concurrency: 4, rowCount: 60 });
    await fixture.finish();
    expect(fixture.clock.pendingSleeps).toBe(0);
    expect(fixture.dataset.waiting.size).toBe(0);
  });
});

describe('calls that read each other', () => {
  const calls = [
    { callId: 'title', rowsPerRequest: 2 },
    { callId: 'story', rowsPerRequest: 2, dependsOn: ['title'] },
  ];

  it('finish rows early: a later call goes before new rows of an earlier one', async () => {
    const fixture = createRunFixture({ model: createFakeModel(), calls, rowCount: 4 });
    await fixture.finish();
    expect(rowsOfRequests(fixture)).toEqual(['title 0,1', 'story 0,1', 'title 2,3', 'story 2,3']);
  });

  it('prepare the later call only after the earlier one is stored', async () => {
    const fixture = createRunFixture({ model: createFakeModel(), calls, rowCount: 2 });
    const storedAtPrepare: number[] = [];
    const { dataset } = fixture;
    const prepare = dataset.prepare.bind(dataset);
    dataset.prepare = (options) => {
      storedAtPrepare.push(dataset.stored.get('title')!.size);
      return prepare(options);
    };
    await fixture.finish();
    expect(storedAtPrepare).toEqual([0, 2]);
  });

  it('count a row as finished when all its calls are done', async () => {
    const fixture = createRunFixture({ model: createFakeModel(), calls, rowCount: 2 });
    await fixture.finish();
    expect(fixture.of('rows-committed').map(({ finishedRows }) => finishedRows)).toEqual([0, 2]);
  });

  it('end honestly when a row of the earlier call fails', async () => {
    const judge = (callId: string, { row }: { row: number }) =>
      callId === 'title' && row === 1 ? ['Too dull.'] : [];
    const fixture = createRunFixture({ model: createFakeModel(), calls, rowCount: 4, judge });
    expect(await fixture.finish()).toEqual({ kind: 'incomplete', failedRows: 1 });
    expect([...fixture.dataset.stored.get('story')!.keys()].sort()).toEqual([0, 2, 3]);
  });
});

describe('rows that are refused', () => {
  it('are asked for again with the reasons, and only they', async () => {
    const judged = new Set<number>();
    const judge = (_: string, { row }: { row: number }) => {
      if (row % 2 === 0 || judged.has(row)) return [];
      judged.add(row);
      return [`Row ${row} is dull.`];
    };
    const fixture = createRunFixture({ model: createFakeModel(), rowCount: 6, judge });
    expect(await fixture.finish()).toEqual({ kind: 'complete' });
    expect(rowsOfRequests(fixture)).toEqual(['write 0,1,2,3,4,5', 'write 1,3,5']);
    expect(fixture.dataset.prepared[1]).toMatchObject({
      attempt: 2,
      corrections: { 1: ['Row 1 is dull.'], 3: ['Row 3 is dull.'], 5: ['Row 5 is dull.'] },
    });
  });

  it('fail with the last reason when their attempts are used up', async () => {
    let attempt = 0;
    const judge = (_: string, { row }: { row: number }) =>
      row === 0 ? [`Attempt ${(attempt += 1)} is dull.`] : [];
    const fixture = createRunFixture({ model: createFakeModel(), rowCount: 3, judge });
    expect(await fixture.finish()).toEqual({ kind: 'incomplete', failedRows: 1 });
    expect(fixture.dataset.failed.get('write')!.get(0)).toBe('Attempt 3 is dull.');
    expect(fixture.journal.records).toContainEqual({
      kind: 'fail',
      callId: 'write',
      rows: [0],
      reason: 'Attempt 3 is dull.',
    });
  });

  it('of several requests share one request', async () => {
    const judged = new Set<number>();
    const judge = (_: string, { row }: { row: number }) => {
      if (row % 5 !== 0 || judged.has(row)) return [];
      judged.add(row);
      return ['Dull.'];
    };
    const calls = [{ callId: 'write', rowsPerRequest: 5 }];
    const fixture = createRunFixture({ model: createFakeModel(), rowCount: 20, judge, calls });
    await fixture.finish();
    expect(rowsOfRequests(fixture).at(-1)).toBe('write 0,5,10,15');
    expect(fixture.of('request-started')).toHaveLength(5);
  });

  it('pause a run that is refused again and again, and say why', async () => {
    const fixture = createRunFixture({
      model: createFakeModel(),
      rowCount: 100,
      judge: () => ['The title has 7 words; at most 5 are allowed.'],
    });
    const end = await fixture.finish();
    expect(end).toMatchObject({ kind: 'paused', problem: { kind: 'no-progress' } });
    expect(end.kind === 'paused' && end.problem.message).toContain('at most 5 are allowed');
    expect(fixture.of('request-started')).toHaveLength(3);
  });
});

describe('answers that are not what was asked for', () => {
  it('lose nothing: missing rows are asked for again', async () => {
    const model = createFakeModel((_, number) =>
      number === 0 ? { rows: [{ row: 2, values: { title: 'Lamp' } }] } : {},
    );
    const fixture = createRunFixture({ model, rowCount: 4 });
    expect(await fixture.finish()).toEqual({ kind: 'complete' });
    expect(rowsOfRequests(fixture)).toEqual(['write 0,1,2,3', 'write 0,1,3']);
  });

  it('give back what did not come, for the requests after them to count on', async () => {
    const broken = new ProviderError({ provider: 'fake', kind: 'server', message: 'Down.' });
    const model = createFakeModel((task, number) => {
      if (number > 0) return {};
      const [first] = task.rows.map(({ row }) => ({ row, values: { title: `Title ${row}` } }));
      return { rows: first === undefined ? [] : [first], error: broken };
    });
    const fixture = createRunFixture({ model, rowCount: 3 });
    await fixture.finish();
    expect(fixture.dataset.givenBack).toEqual([[1, 2]]);
  });

  it('ignore rows that nobody asked for and rows that come twice', async () => {
    const model = createFakeModel(() => ({
      rows: [
        { row: 0, values: { title: 'First' } },
        { row: 0, values: { title: 'Second' } },
        { row: 77, values: { title: 'Stranger' } },
        { row: 1, values: { title: 'Third' } },
      ],
    }));
    const fixture = createRunFixture({ model, rowCount: 2 });
    expect(await fixture.finish()).toEqual({ kind: 'complete' });
    expect(fixture.dataset.stored.get('write')!.get(0)).toEqual({ title: 'First' });
    expect(fixture.dataset.stored.get('write')!.size).toBe(2);
  });

  it('count as attempts when they hold no row', async () => {
    const model = createFakeModel(() => ({ text: 'I would rather not.' }));
    const fixture = createRunFixture({ model, rowCount: 1 });
    expect(await fixture.finish()).toEqual({ kind: 'incomplete', failedRows: 1 });
    expect(fixture.of('request-started')).toHaveLength(3);
    expect(fixture.dataset.failed.get('write')!.get(0)).toContain('The answer');
  });

  it('keep their rows when they stop at the length limit, and bring the rest', async () => {
    const model = createFakeModel((task) => ({
      rows: task.rows.slice(0, 4).map(({ row }) => ({ row, values: { title: `T${row}` } })),
      finish: task.rows.length > 4 ? 'length' : 'stop',
    }));
    const fixture = createRunFixture({ model, rowCount: 10 });
    expect(await fixture.finish()).toEqual({ kind: 'complete' });
    expect(rowsOfRequests(fixture)).toEqual([
      'write 0,1,2,3,4,5,6,7,8,9',
      'write 4,5,6,7,8,9',
      'write 8,9',
    ]);
    expect(fixture.of('request-started').map(({ attempt }) => attempt)).toEqual([1, 1, 1]);
  });

  it('fail their rows when the model refuses', async () => {
    const model = createFakeModel((task) =>
      task.rows.some(({ row }) => row === 3) ? { rows: [], finish: 'refusal' } : {},
    );
    const calls = [{ callId: 'write', rowsPerRequest: 2 }];
    const fixture = createRunFixture({ model, rowCount: 6, calls });
    expect(await fixture.finish()).toEqual({ kind: 'incomplete', failedRows: 2 });
    expect(fixture.dataset.failed.get('write')!.get(3)).toContain('refused');
    expect(fixture.of('request-started')).toHaveLength(3);
  });
});

describe('the order of things', () => {
  it('is intent, request, rows durable, rows stored, for every request', async () => {
    const fixture = createRunFixture({ model: createFakeModel(), rowCount: 2 });
    await fixture.finish();
    expect(order(fixture)).toEqual([
      'run-started',
      'request-started',
      'rows-streamed',
      'rows-streamed',
      'rows-committed',
      'request-ended',
      'run-ended',
    ]);
    expect(fixture.journal.records.map(({ kind }) => kind)).toEqual(['intent', 'slice', 'end']);
  });

  it('puts the next intent into the transaction of the last rows', async () => {
    const fixture = createRunFixture({ model: createFakeModel(), rowCount: 30 });
    await fixture.finish();
    expect(fixture.journal.transactions.map((records) => records.map(({ kind }) => kind))).toEqual([
      ['intent'],
      ['slice', 'end', 'intent'],
      ['slice', 'end', 'intent'],
      ['slice', 'end'],
    ]);
  });

  it('makes rows durable 100 ms after they came, while the answer goes on', async () => {
    const model = createFakeModel(() => ({
      beforeRow: (signal) => fixture.clock.sleep(80, signal),
    }));
    const fixture = createRunFixture({ model, rowCount: 3 });
    const end = fixture.start();
    await fixture.clock.advance(190);
    expect(fixture.of('rows-committed').map(({ rows }) => rows)).toEqual([[0, 1]]);
    expect(await fixture.clock.runUntil(end)).toEqual({ kind: 'complete' });
  });
});

describe('a run without a model', () => {
  it('pauses before anything is sent when an alias is not set up', async () => {
    const model = createFakeModel();
    const fixture = createRunFixture({
      model,
      host: {
        resolveModel: () => {
          throw new ProviderError({
            provider: 'x',
            kind: 'unresolved',
            message: 'Set up x first.',
          });
        },
      },
    });
    expect(await fixture.finish()).toMatchObject({
      kind: 'paused',
      problem: { kind: 'unresolved', message: 'Set up x first.' },
    });
    expect(model.requests).toHaveLength(0);
    expect(fixture.journal.records).toHaveLength(0);
  });
});
