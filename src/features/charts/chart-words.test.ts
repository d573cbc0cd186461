import { describe, expect, it } from 'vitest';
import type { ConstraintMeasure } from '#core/analysis/constraint-measure.ts';
import type { LinearFit } from '#core/base/linear-fit.ts';
import type { ScatterData } from '#core/analysis/scatter-data.ts';
import { constraintSchema } from '#core/design/constraint.ts';
import { lawWords, shownWords, verdictOf } from './chart-words.ts';

const rule = constraintSchema.parse({
  id: 'law',
  kind: 'linear',
  x: 'size-id',
  y: 'price-id',
});
function fit(slope: number, intercept: number): LinearFit {
  return {
    count: 10,
    slope,
    intercept,
    r: 0.97,
    residualSd: 1,
    meanX: 0,
    meanY: 0,
    spreadX: 1,
    minX: 32,
    maxX: 85,
  };
}

function data(shown: number, totalCount: number): ScatterData {
  const points = Array.from({ length: shown }, (_, row) => ({ x: row, y: row, series: '', row }));
  return { kind: 'scatter', points, totalCount, series: [''], fits: [] };
}

function measure(verdict: ConstraintMeasure['verdict']): ConstraintMeasure {
  return { verdict, label: 'r 0.97', brokenRows: [] };
}

describe('lawWords', () => {
  it.each([
    [33.614, -384.4, 'price = 33.6 × size − 384'],
    [-0.01234, 1234.5, 'price = −0.0123 × size + 1,235'],
    [2, 0, 'price = 2 × size + 0'],
    [99.96, 0.5, 'price = 100 × size + 0.5'],
  ])('writes slope %d and intercept %d as a law', (slope, intercept, words) => {
    expect(lawWords(fit(slope, intercept), { x: 'size', y: 'price' })).toBe(words);
  });
});

describe('verdictOf', () => {
  it('is good where the rule holds', () => {
    expect(verdictOf(measure('holds'), rule)).toEqual({ tone: 'ok', text: 'r 0.97' });
  });

  it('tells a broken must from a broken should', () => {
    expect(verdictOf(measure('broken'), rule)?.tone).toBe('bad');
    expect(verdictOf(measure('broken'), { ...rule, severity: 'should' })?.tone).toBe('warn');
  });

  it('gives no verdict on no rows', () => {
    expect(verdictOf(measure('no-rows'), rule)?.tone).toBe('plain');
    expect(verdictOf(undefined, rule)).toBeUndefined();
  });
});

describe('shownWords', () => {
  it('counts all points, or says that they are a sample', () => {
    expect(shownWords(data(200, 200))).toBe('200 points.');
    expect(shownWords(data(2_000, 10_000))).toBe('2,000 of 10,000 points.');
    expect(shownWords(data(1, 1))).toBe('1 point.');
  });
});
