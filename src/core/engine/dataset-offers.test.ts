import { describe, expect, it } from 'vitest';
import { ask, datasetOf, give, tvDesign, written } from './testing/tv-dataset.ts';

describe('offer', () => {
  it('coerces by type and stores nothing before the commit', () => {
    const dataset = datasetOf(tvDesign());
    dataset.plan(1);
    const verdicts = dataset.offer('write', [
      { row: 0, values: { model: 'Lucent', stars: '4.5' } },
    ]);
    expect(verdicts).toEqual([
      { kind: 'accepted', row: 0, cells: { c_model: 'Lucent', c_stars: 4.5 } },
    ]);
    expect(dataset.store.state('c_model', 0)).toBe('empty');
  });

  it('names every field that is missing or of the wrong type', () => {
    const dataset = datasetOf(tvDesign());
    dataset.plan(1);
    const [verdict] = dataset.offer('write', [{ row: 0, values: { stars: 'many' } }]);
    expect(verdict).toEqual({
      kind: 'rejected',
      row: 0,
      reasons: ['model: is empty', 'stars: “many” is no number'],
    });
  });

  it('rejects by a rule on a derived column before anything is stored', () => {
    const dataset = datasetOf(tvDesign());
    dataset.plan(1);
    expect(give(dataset, 0, { model: 'Lucent', stars: 6 })).toEqual({
      kind: 'rejected',
      row: 0,
      reasons: ['double is 12; the rule is “double <= 10”'],
    });
  });

  it('does not reject by a rule that only should hold', () => {
    const dataset = datasetOf(tvDesign());
    dataset.plan(1);
    expect(give(dataset, 0, { model: 'Lucent', stars: 0 })?.kind).toBe('accepted');
    expect(dataset.checkRow(0)).toMatchObject([
      {
        constraintId: 'k_stars',
        severity: 'should',
        reason: 'stars: 0, the rule allows 1 or more',
      },
    ]);
  });

  it('rejects a repeat of an accepted row that is not stored yet, whatever its case', () => {
    const dataset = datasetOf(tvDesign());
    dataset.plan(2);
    const verdicts = dataset.offer('write', [
      { row: 0, values: { model: 'Lucent 55', stars: 4 } },
      { row: 1, values: { model: ' LUCENT  55', stars: 4 } },
    ]);
    expect(verdicts.map(({ kind }) => kind)).toEqual(['accepted', 'rejected']);
    expect(verdicts[1]).toMatchObject({ reasons: ['model: repeats “ LUCENT  55” of row 1'] });
  });

  it('frees what a row held when it is released without a commit', () => {
    const dataset = datasetOf(tvDesign());
    dataset.plan(2);
    dataset.offer('write', [{ row: 0, values: { model: 'Lucent', stars: 4 } }]);
    dataset.release('write', [0]);
    expect(give(dataset, 1, 'Lucent')?.kind).toBe('accepted');
  });

  it('says how many words are too many', () => {
    const dataset = written(1);
    const [verdict] = dataset.offer('sell', [{ row: 0, values: { blurb: 'one – two' } }]);
    expect(verdict).toMatchObject({ reasons: ['blurb: 2 words, the rule allows 3 to 6'] });
  });
});

describe('prepare', () => {
  it('tells fields, rules, facts and notes of the rows', () => {
    const dataset = written(2);
    const task = dataset.prepare({ ...ask('write', [0]), corrections: { 0: ['too short'] } });
    expect(task).toMatchObject({
      callId: 'write',
      brief: 'Televisions in a shop.',
      seed: 7,
      fields: [
        { name: 'model', type: 'text', isUnique: true },
        { name: 'stars', type: 'decimal', range: { low: 1 } },
      ],
      rules: ['model is unique', 'double <= 10', 'stars is at least 1'],
    });
    const { facts, notes, corrections } = task.rows[0]!;
    expect(Object.keys(facts)).toEqual(['tv_type', 'size', 'price']);
    expect(notes).toEqual(facts.tv_type === 'OLED' ? { tv_type: 'Deep black.' } : {});
    expect(corrections).toEqual(['too short']);
  });

  it('gives later calls what earlier ones wrote and renders messages per row', () => {
    const dataset = written(2);
    const task = dataset.prepare(ask('sell', [1]));
    expect(task.systemMessages).toEqual(['Sell 2 things.']);
    expect(task.rows[0]?.facts).toMatchObject({ model: 'Model 1', stars: 4, double: 8 });
    expect(task.rows[0]?.messages[0]).toMatch(/^Praise Model 1 \((Deep black\.)?\)\.$/);
  });

  it('shows rows to avoid, those with the same attributes last, without the rows asked for', () => {
    const dataset = written(4);
    const typeOf = (row: number) => dataset.store.value('c_type', row);
    const others = [0, 1, 2].filter((row) => typeOf(row) !== typeOf(3));
    const near = [0, 1, 2].filter((row) => typeOf(row) === typeOf(3));
    expect(dataset.prepare(ask('write', [3])).avoid).toEqual(
      [...others, ...near].map((row) => ({ model: `Model ${row}` })),
    );
    expect(others.length * near.length).toBeGreaterThan(0);
  });
});
