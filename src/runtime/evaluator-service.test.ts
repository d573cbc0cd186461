import { noMarks } from '#core/rows/row-marks.ts';
import { describe, expect, it, vi } from 'vitest';
import type { Clock } from '#core/base/clock.ts';
import { createFakeClock } from '#core/base/fake-clock.ts';
import { foldJournal } from '#core/engine/checkpoint.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { restoreDesign } from '#core/design/restore.ts';
import { createEvaluatorService } from './evaluator-service.ts';
import { createImpatientClock } from './testing/impatient-clock.ts';

function design(change: Readonly<Record<string, unknown>> = {}): DatasetDesign {
  const restored = restoreDesign({
    version: 1,
    name: 'Things',
    rows: 6,
    models: [{ alias: 'writer', provider: 'demo', model: '' }],
    columns: [
      { id: 'n', name: 'n', type: 'integer', fill: { kind: 'sequence', start: 1 } },
      { id: 'title', name: 'title', type: 'text', fill: { kind: 'generated', call: 'write' } },
    ],
    calls: [{ id: 'write', name: 'write', model: 'writer', rowsPerRequest: 3 }],
    ...change,
  });
  if (!restored.ok) throw new Error('The design of the test is whole.');
  return restored.value.design;
}

const noColumnOfThatName = {
  columns: [{ id: 'n', name: 'n', type: 'text', fill: { kind: 'template', template: '{{ x }}' } }],
  calls: [],
};

const written = foldJournal([
  { kind: 'run', version: 1, runId: 'r', design: {}, rowCount: 2, startedAtMs: 0 },
  { kind: 'intent', requestId: 'q', callId: 'write', rows: [0, 4], provider: 'demo' },
  {
    kind: 'slice',
    requestId: 'q',
    callId: 'write',
    rows: [0, 4, 99].map((row) => ({ row, cells: { title: `T${String(row)}` }, madeBy: 'demo' })),
  },
  { kind: 'fail', callId: 'write', rows: [5], reason: 'It refused.' },
]);

async function opened() {
  const onChange = vi.fn();
  const service = createEvaluatorService({ clock: createImpatientClock(), onChange });
  const answer = await service.open({ design: design(), keepRows: false, marks: noMarks });
  const titles = async (): Promise<readonly unknown[]> => {
    const window = await service.window({ start: 0, end: 6, columnIds: ['title'] });
    return window.columns[0]?.values ?? [];
  };
  return { service, onChange, answer, titles };
}

describe('opening a design', () => {
  it('answers with the rows that are on screen', async () => {
    const { service } = await opened();
    const shown = { start: 0, end: 100 };
    const answer = await service.open({ design: design(), keepRows: true, marks: noMarks, shown });
    expect(answer.window).toMatchObject({ start: 0, end: 6, version: answer.version });
    expect(answer.window?.columns[0]?.values).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('ends the summary of the design before', async () => {
    const still = createFakeClock();
    let steps = 0;
    // Each step takes longer than the worker goes on for in one go.
    const clock: Clock = {
      now: () => (steps += 1) * 1_000,
      sleep: (durationMs, signal) => still.sleep(durationMs, signal),
    };
    const service = createEvaluatorService({ clock, onChange: () => undefined });
    await service.open({ design: design(), keepRows: false, marks: noMarks });
    const summary = service.summary({});
    await service.open({ design: design(), keepRows: true, marks: noMarks });
    expect(await still.runUntil(summary)).toBeUndefined();
  });

  it('samples all its rows at once', async () => {
    const { service, answer } = await opened();
    expect(answer).toMatchObject({ diagnostics: [], rowCount: 6 });
    const window = await service.window({ start: 0, end: 6, columnIds: ['n'] });
    expect(window.columns[0]?.values).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('that cannot be sampled says why and keeps the rows of the last one', async () => {
    const { service } = await opened();
    const answer = await service.open({
      design: design(noColumnOfThatName),
      keepRows: true,
      marks: noMarks,
    });
    expect(answer.diagnostics).not.toEqual([]);
    const window = await service.window({ start: 0, end: 6, columnIds: ['n'] });
    expect(window.columns[0]?.values).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('never repeats a version, so that no screen keeps old cells', async () => {
    const { service, answer } = await opened();
    const next = await service.open({
      design: design({ seed: 5 }),
      keepRows: true,
      marks: noMarks,
    });
    expect(next.version).toBeGreaterThan(answer.version);
    await service.replay({ checkpoint: written });
    const again = await service.open({ design: design(), keepRows: true, marks: noMarks });
    expect(again.version).toBeGreaterThan(next.version);
  });

  it('keeps what a model has written, or drops it, as asked', async () => {
    const { service, titles } = await opened();
    await service.replay({ checkpoint: written });
    await service.open({ design: design({ name: 'Renamed' }), keepRows: true, marks: noMarks });
    expect((await titles())[0]).toBe('T0');
    await service.open({ design: design(), keepRows: false, marks: noMarks });
    expect((await titles())[0]).toBeUndefined();
  });

  it('must come first', async () => {
    const service = createEvaluatorService({ clock: createImpatientClock(), onChange: vi.fn() });
    await expect(Promise.resolve().then(() => service.summary({}))).rejects.toThrow('No design');
  });
});

describe('replaying a run', () => {
  it('gives back every row it holds and leaves out those beyond the end', async () => {
    const { service, titles } = await opened();
    await service.replay({ checkpoint: written });
    expect(await titles()).toEqual(['T0', undefined, undefined, undefined, 'T4', undefined]);
  });

  it('tells of texts that came broken, with the first of their rows', async () => {
    const { service } = await opened();
    const rows = [1, 3].map((row) => ({ row, cells: { title: `T\ufffd${String(row)}` } }));
    const slice = { kind: 'slice', requestId: 'q', callId: 'write', rows };
    await service.replay({ checkpoint: foldJournal([slice]) });
    expect((await service.summary({}))?.repaired).toEqual({ title: { count: 2, row: 1 } });
  });

  it('counts finished and failed rows, and knows the demo model’s', async () => {
    const { service } = await opened();
    expect(await service.summary({})).toMatchObject({ finishedRows: 0, hasDemoRows: false });
    await service.replay({ checkpoint: written });
    expect(await service.summary({})).toMatchObject({
      rowCount: 6,
      finishedRows: 2,
      failedRows: 1,
      hasDemoRows: true,
    });
  });

  it('tells the screen', async () => {
    const { service, onChange } = await opened();
    onChange.mockClear();
    await service.replay({ checkpoint: written });
    expect(onChange).toHaveBeenCalled();
  });
});

describe('clearing', () => {
  it('forgets what models wrote and who wrote it, not what was sampled', async () => {
    const { service, titles } = await opened();
    await service.replay({ checkpoint: written });
    await service.clearGenerated({});
    expect((await titles()).every((title) => title === undefined)).toBe(true);
    expect(await service.summary({})).toMatchObject({ finishedRows: 0, hasDemoRows: false });
  });
});

describe('an export', () => {
  const request = {
    format: 'jsonl',
    columnIds: ['n', 'title'],
    rows: 'finished',
    lineEnding: '\n',
    byteOrderMark: false,
    spreadsheetSafe: false,
    demoLabel: true,
  } as const;

  it('holds the finished rows and says which the demo model made', async () => {
    const { service } = await opened();
    await service.replay({ checkpoint: written });
    const answer = await service.exportRows(request);
    expect(answer).toMatchObject({ rowCount: 2, hasDemoRows: true });
    const lines = (await answer.blob.text()).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { n: 1, title: 'T0', _made_by: 'demo model' },
      { n: 5, title: 'T4', _made_by: 'demo model' },
    ]);
  });

  it('can be cut short for a picture of the file', async () => {
    const { service } = await opened();
    const answer = await service.exportRows({ ...request, rows: 'all', limit: 2 });
    expect((await answer.blob.text()).trim().split('\n')).toHaveLength(2);
  });

  it('has no column for a model that wrote nothing', async () => {
    const { service } = await opened();
    const answer = await service.exportRows({ ...request, rows: 'all' });
    expect(answer.hasDemoRows).toBe(false);
    expect(await answer.blob.text()).not.toContain('_made_by');
  });
});

describe('a sample task', () => {
  it('is the first row of a call of that alias', async () => {
    const { service } = await opened();
    const task = await service.sampleTask({ alias: 'writer' });
    expect(task?.rows.map(({ row }) => row)).toEqual([0]);
    expect(await service.sampleTask({ alias: 'nobody' })).toBeUndefined();
  });
});

describe('an edit of words alone', () => {
  it('is taken without a new version, and prompts say the new ones', async () => {
    const { service, onChange, answer } = await opened();
    onChange.mockClear();
    expect(await service.reword({ parts: { brief: 'Things of glass.' } })).toBe(true);
    const window = await service.window({ start: 0, end: 6, columnIds: ['n'] });
    expect(window.version).toBe(answer.version);
    expect(onChange).not.toHaveBeenCalled();
    const prompt = await service.prompt({ callId: 'write', row: 0 });
    expect(JSON.stringify(prompt.messages)).toContain('Things of glass.');
  });

  it('brings the new description of a column into the prompt', async () => {
    const { service } = await opened();
    const columns = design().columns.map((column) =>
      column.id === 'title' ? { ...column, description: 'Two words at most.' } : column,
    );
    expect(await service.reword({ parts: { columns } })).toBe(true);
    const prompt = await service.prompt({ callId: 'write', row: 0 });
    expect(JSON.stringify(prompt)).toContain('Two words at most.');
  });

  it('does not end what is being measured of the rows', async () => {
    const { service } = await opened();
    const summary = service.summary({});
    await service.reword({ parts: { brief: 'Things of glass.' } });
    expect((await summary)?.rowCount).toBe(6);
  });

  it('is refused where messages read another column, and the rows stay', async () => {
    const { service, titles } = await opened();
    await service.replay({ checkpoint: written });
    const [call] = design().calls;
    const messages = [{ role: 'user' as const, content: 'After {{ n }}.' }];
    expect(await service.reword({ parts: { calls: [{ ...call!, messages }] } })).toBe(false);
    expect(await titles()).toContain('T0');
  });
});

describe('a design without columns', () => {
  it('has no rows, and none is counted as finished', async () => {
    const { service } = await opened();
    const empty = design({ columns: [], calls: [] });
    const answer = await service.open({ design: empty, keepRows: true, marks: noMarks });
    expect(answer).toMatchObject({ diagnostics: [], rowCount: 0 });
    expect(await service.summary({})).toMatchObject({ rowCount: 0, finishedRows: 0 });
    expect((await service.estimate({ rowCount: 6 }))?.requests).toBe(0);
  });
});
