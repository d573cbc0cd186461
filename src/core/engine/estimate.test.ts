import { describe, expect, it } from 'vitest';
import { restoreDesign } from '#core/design/restore.ts';
import { createDataset, type Dataset } from './dataset.ts';
import { estimateRun } from './estimate.ts';

interface FixtureOptions {
  readonly rows?: number;
  readonly call?: object;
}

/** A title for ten rows at a time, and a story about the title for four. */
function createShop({ rows = 25, call }: FixtureOptions = {}): Dataset {
  const restored = restoreDesign({
    version: 1,
    models: [{ alias: 'writer', provider: 'demo', model: 'm' }],
    columns: [
      { id: 'title', name: 'title', fill: { kind: 'generated', call: 'titles' } },
      { id: 'story', name: 'story', fill: { kind: 'generated', call: 'stories' } },
    ],
    calls: [
      { id: 'titles', name: 'titles', model: 'writer', rowsPerRequest: 10, ...call },
      {
        id: 'stories',
        name: 'stories',
        model: 'writer',
        rowsPerRequest: 4,
        messages: [{ role: 'user', content: 'A story about {{ title }}.' }],
      },
    ],
  });
  if (!restored.ok) throw new Error('The design of the test is broken.');
  const dataset = createDataset(restored.value.design);
  if (!dataset.ok) throw new Error('The design of the test makes no dataset.');
  dataset.value.plan(rows);
  return dataset.value;
}

describe('an estimate', () => {
  it('counts the requests of all calls', () => {
    expect(estimateRun(createShop(), 25)).toMatchObject({ rows: 25, requests: 3 + 7 });
  });

  it('goes by the form that is asked for: CSV repeats no keys', () => {
    const titlesOf = (call: object) => estimateRun(createShop({ call }), 200).calls[0]!;
    const [json, csv] = [titlesOf({}), titlesOf({ delivery: 'csv' })];
    expect(csv.outputTokens).toBeLessThan(json.outputTokens);
    expect(csv.inputTokens).not.toBe(json.inputTokens);
  });

  it('counts a text that is read back twice', () => {
    const withMethod = (method: string) => {
      const generated = { fill: { kind: 'generated', call: 'stories' } };
      const restored = restoreDesign({
        version: 1,
        models: [{ alias: 'writer', provider: 'demo', model: 'm' }],
        columns: [
          {
            id: 'hero',
            name: 'hero',
            fill: { kind: 'category', values: [{ value: 'Ann', weight: 1 }] },
          },
          { id: 'story', name: 'story', ...generated },
          { id: 'proof', name: 'proof', type: 'object', ...generated },
        ],
        calls: [
          {
            id: 'stories',
            name: 'stories',
            model: 'writer',
            rowsPerRequest: 4,
            verify: { text: 'story', fields: ['hero'], report: 'proof', method },
          },
        ],
      });
      if (!restored.ok) throw new Error('The design of the test is broken.');
      const dataset = createDataset(restored.value.design);
      if (!dataset.ok) throw new Error('The design of the test makes no dataset.');
      return estimateRun(dataset.value, 8);
    };
    const [once, twice] = [withMethod('mention'), withMethod('extract')];
    expect([once.requests, twice.requests]).toEqual([2, 4]);
    expect(twice.outputTokens).toBe(2 * once.outputTokens);
  });

  it('leaves out what is done', () => {
    const dataset = createShop();
    const done = Array.from({ length: 20 }, (_, row) => ({ row, cells: { title: 'Lamp' } }));
    dataset.commit('titles', done);
    expect(estimateRun(dataset, 25)).toMatchObject({ rows: 25, requests: 1 + 7 });
  });

  it('counts rows that are not there yet, without adding them', () => {
    const dataset = createShop({ rows: 5 });
    expect(estimateRun(dataset, 400)).toMatchObject({ rows: 400, requests: 40 + 100 });
    expect(dataset.store.rowCount).toBe(5);
  });

  it('works on an empty dataset', () => {
    expect(estimateRun(createShop({ rows: 0 }), 10)).toMatchObject({ rows: 10, requests: 1 + 3 });
  });

  it('tells tokens that grow with the rows', () => {
    const few = estimateRun(createShop({ rows: 1 }), 40);
    const many = estimateRun(createShop({ rows: 1 }), 400);
    expect(many.outputTokens / few.outputTokens).toBeCloseTo(10, 1);
    expect(many.inputTokens / few.inputTokens).toBeCloseTo(10, 1);
  });

  it('tells the calls apart, with the model that each asks', () => {
    const { calls } = estimateRun(createShop(), 25);
    expect(calls).toMatchObject([
      { callId: 'titles', alias: 'writer', rows: 25, requests: 3 },
      { callId: 'stories', alias: 'writer', rows: 25, requests: 7 },
    ]);
  });

  it('of rows that are all done is that of writing them anew', () => {
    const dataset = createShop();
    const fresh = estimateRun(createShop(), 25);
    const all = Array.from({ length: 25 }, (_, row) => row);
    dataset.commit(
      'titles',
      all.map((row) => ({ row, cells: { title: 'Lamp' } })),
    );
    dataset.commit(
      'stories',
      all.map((row) => ({ row, cells: { story: 'Once.' } })),
    );
    expect(estimateRun(dataset, 25)).toMatchObject({ rows: 25, requests: fresh.requests });
  });

  it('of nothing is nothing', () => {
    expect(estimateRun(createShop(), 0)).toMatchObject({ rows: 0, requests: 0, inputTokens: 0 });
  });
});
