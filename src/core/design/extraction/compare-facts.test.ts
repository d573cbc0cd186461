import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#core/base/json.ts';
import { compareFacts, unmentioned } from './compare-facts.ts';
import { measureExtraction, reportOf, scoreOf } from './extraction-report.ts';

const cast = [
  { actor: 'Mads Mikkelsen', movies: ['Hannibal', 'Another Round'] },
  { actor: 'Tom Hanks', movies: ['Forrest Gump', 'Green Mile'] },
];

describe('facts read back', () => {
  it('agree whatever their order, case and punctuation', () => {
    const found = [
      { actor: 'tom hanks', movies: ['green mile.', 'Forrest  Gump'] },
      { actor: 'Mads Mikkelsen', movies: ['Another Round', 'Hannibal'] },
    ];
    expect(compareFacts(cast, found)).toEqual({ hits: 6, missing: [], invented: [] });
  });

  it('are missing and invented when they are given to the wrong one', () => {
    const found = [
      { actor: 'Mads Mikkelsen', movies: ['Hannibal', 'Green Mile'] },
      { actor: 'Tom Hanks', movies: ['Forrest Gump', 'Another Round'] },
    ];
    const { hits, missing, invented } = compareFacts(cast, found);
    expect(hits).toBe(4);
    expect([...missing].sort()).toEqual(['Another Round', 'Green Mile']);
    expect([...invented].sort()).toEqual(['Another Round', 'Green Mile']);
  });

  it('are numbers however they are written, and digits count', () => {
    expect(compareFacts(1299.5, '1,299.50').hits).toBe(1);
    expect(compareFacts('Boeing 747', 'Boeing 737').hits).toBe(0);
  });

  it('score as precision, recall and F1', () => {
    expect(scoreOf({ hits: 3, missing: 1, invented: 1 })).toEqual({
      precision: 0.75,
      recall: 0.75,
      f1: 0.75,
    });
    expect(scoreOf({ hits: 0, missing: 2, invented: 0 }).f1).toBe(0);
  });

  it('stand in a text as whole words', () => {
    expect(unmentioned(['blue', 'red'], 'A Blue sky, and a hundred birds.')).toEqual(['red']);
  });

  it('are found without exception in themselves, shuffled or not', () => {
    const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    const value = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<JsonValue>;
    fc.assert(
      fc.property(value, fc.array(leaf), (any, leaves) => {
        expect(compareFacts(any, any)).toMatchObject({ missing: [], invented: [] });
        const turned = leaves.toReversed();
        expect(compareFacts(leaves, turned)).toMatchObject({ missing: [], invented: [] });
      }),
    );
  });
});

describe('the measure of a column', () => {
  it('counts facts of all rows by field, and names the rows to look at', () => {
    const given = { actor: 'Ann Lee', movies: ['One', 'Two'] };
    const text = 'Ann Lee was in One and Two.';
    const exact = reportOf({ given, text, found: given });
    const wrong = reportOf({ given, text, found: { actor: 'Ann Lee', movies: ['One', 'Three'] } });
    const measure = measureExtraction([
      [0, { ...exact } as unknown as JsonValue],
      [7, { ...wrong } as unknown as JsonValue],
      [8, undefined],
    ]);
    expect(measure).toMatchObject({ rows: 2, exactRows: 1, coverage: 1, suspects: [7] });
    expect(measure.fields).toMatchObject([
      { name: 'actor', f1: 1 },
      { name: 'movies', hits: 3, missing: 1, invented: 1, precision: 0.75, recall: 0.75 },
    ]);
  });
});
