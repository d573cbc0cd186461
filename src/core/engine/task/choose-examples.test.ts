import { describe, expect, it } from 'vitest';
import { designSchema } from '#core/design/design-schema.ts';
import { createExampleChoice } from './choose-examples.ts';

function choiceOf(count: number, call: object = {}, seed = 1) {
  const design = designSchema.parse({
    version: 1,
    seed,
    calls: [
      {
        ...{ id: 'w', name: 'w', model: 'writer' },
        examples: Array.from({ length: count }, (_, index) => ({ values: { title: index } })),
        ...call,
      },
    ],
  });
  const choose = createExampleChoice(design, design.calls[0]);
  return (row: number) => choose([row, row + 1]).map(({ values }) => values.title);
}

describe('the examples of a request', () => {
  it('are all of a few, and four of many', () => {
    expect(choiceOf(3)(0)).toEqual([0, 1, 2]);
    expect(new Set(choiceOf(30)(0)).size).toBe(4);
  });

  it('are as many as the call says, in their own order', () => {
    const shown = choiceOf(30, { examplesPerRequest: 2 })(7);
    expect(shown).toHaveLength(2);
    expect(shown).toEqual(shown.toSorted((a, b) => Number(a) - Number(b)));
  });

  it('are the same for the same rows and the same seed, and others for other rows', () => {
    const rows = Array.from({ length: 20 }, (_, index) => 10 * index);
    const shown = rows.map((row) => JSON.stringify(choiceOf(30)(row)));
    expect(rows.map((row) => JSON.stringify(choiceOf(30)(row)))).toEqual(shown);
    expect(rows.map((row) => JSON.stringify(choiceOf(30, {}, 2)(row)))).not.toEqual(shown);
    expect(new Set(shown).size).toBeGreaterThan(15);
  });

  it('come to all of them in time', () => {
    const choose = choiceOf(10);
    const seen = new Set(Array.from({ length: 60 }, (_, row) => choose(row)).flat());
    expect(seen.size).toBe(10);
  });
});
