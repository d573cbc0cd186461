import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodedColumn } from '#core/rows/row-store.ts';
import {
  cohensD,
  correlationRatio,
  cramersV,
  groupNumbers,
  pearsonOf,
  spearmanOf,
} from './pair-statistics.ts';

function coded(values: readonly string[]): CodedColumn {
  const names = [...new Set(values)];
  return { codes: Int32Array.from(values, (value) => names.indexOf(value)), values: names };
}

function numbers(...values: number[]): Float64Array {
  return Float64Array.from(values);
}

/** Each of the values as often as said. */
function repeated(counts: Readonly<Record<string, number>>): string[] {
  return Object.entries(counts).flatMap(([value, count]) => Array<string>(count).fill(value));
}

describe('pearsonOf', () => {
  it('gives Anscombe’s quartet its published 0.816', () => {
    const x = numbers(10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5);
    const y = numbers(8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68);
    expect(pearsonOf(x, y)).toBeCloseTo(0.81642, 5);
  });

  it('leaves out rows in which either side is missing', () => {
    expect(pearsonOf(numbers(1, 2, 3, NaN, 9), numbers(2, 4, 6, 8, NaN))).toBeCloseTo(1, 12);
  });

  it('is undefined without spread, and does not lose small spreads under large offsets', () => {
    expect(pearsonOf(numbers(1, 2, 3), numbers(5, 5, 5))).toBeUndefined();
    expect(pearsonOf(numbers(1, 2), numbers(1, 2))).toBeUndefined();
    const far = numbers(1e9 + 1, 1e9 + 2, 1e9 + 4, 1e9 + 3);
    expect(pearsonOf(far, numbers(1, 2, 4, 3))).toBeCloseTo(1, 9);
  });

  it('stays within -1 and 1 and does not change with units', () => {
    const pairs = fc.array(
      fc.tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: -99, max: 99 })),
      { minLength: 3, maxLength: 40 },
    );
    fc.assert(
      fc.property(pairs, fc.integer({ min: 1, max: 50 }), (list, scale) => {
        const [x, y] = [numbers(...list.map(([a]) => a)), numbers(...list.map(([, b]) => b))];
        const r = pearsonOf(x, y);
        fc.pre(r !== undefined);
        expect(Math.abs(r)).toBeLessThanOrEqual(1);
        expect(pearsonOf(y, x)).toBeCloseTo(r, 6);
        expect(
          pearsonOf(
            x,
            y.map((value) => -scale * value + 3),
          ),
        ).toBeCloseTo(-r, 6);
      }),
    );
  });
});

describe('spearmanOf', () => {
  it('gives the textbook case of IQ and television hours its −0.1758', () => {
    const iq = numbers(106, 100, 86, 101, 99, 103, 97, 113, 112, 110);
    const hours = numbers(7, 27, 2, 50, 28, 29, 20, 12, 6, 17);
    expect(spearmanOf(iq, hours)).toBeCloseTo(-0.17576, 5);
  });

  it('ranks only among rows that hold both', () => {
    expect(spearmanOf(numbers(1, 2, 3, 100), numbers(1, 4, 9, NaN))).toBeCloseTo(1, 12);
  });

  it('does not change when a side is bent without changing its order', () => {
    const list = fc.array(fc.tuple(fc.nat(50), fc.nat(50)), { minLength: 3, maxLength: 30 });
    fc.assert(
      fc.property(list, (pairs) => {
        const [x, y] = [numbers(...pairs.map(([a]) => a)), numbers(...pairs.map(([, b]) => b))];
        const rho = spearmanOf(x, y);
        fc.pre(rho !== undefined);
        expect(
          spearmanOf(
            x.map((value) => value ** 3),
            y,
          ),
        ).toBeCloseTo(rho, 9);
      }),
    );
  });
});

describe('cramersV', () => {
  it('of a two by two table is the root of chi squared over n', () => {
    // χ² of [[30, 10], [10, 30]] is 20, n is 80.
    const rows = repeated({ a: 40, b: 40 });
    const columns = [...repeated({ x: 30, y: 10 }), ...repeated({ x: 10, y: 30 })];
    expect(cramersV(coded(rows), coded(columns))).toBeCloseTo(Math.sqrt(20 / 80), 12);
  });

  it('is 0 for independent and 1 for equal columns, and undefined for one value', () => {
    expect(cramersV(coded(['a', 'a', 'b', 'b']), coded(['x', 'y', 'x', 'y']))).toBe(0);
    expect(cramersV(coded(['a', 'b', 'c']), coded(['x', 'y', 'z']))).toBe(1);
    expect(cramersV(coded(['a', 'a']), coded(['x', 'y']))).toBeUndefined();
  });

  it('lies between 0 and 1 and is the same both ways', () => {
    const list = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y')));
    fc.assert(
      fc.property(list, (pairs) => {
        const [one, other] = [coded(pairs.map(([a]) => a)), coded(pairs.map(([, b]) => b))];
        const value = cramersV(one, other);
        if (value === undefined) return;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(cramersV(other, one)).toBeCloseTo(value, 12);
      }),
    );
  });
});

describe('correlationRatio', () => {
  it('gives the published case of scores by subject its η² of 6780/9640', () => {
    const subjects = repeated({ algebra: 5, geometry: 4, statistics: 6 });
    const scores = numbers(45, 70, 29, 15, 21, 40, 20, 30, 42, 65, 95, 80, 70, 85, 73);
    expect(correlationRatio(coded(subjects), scores)! ** 2).toBeCloseTo(6780 / 9640, 9);
  });

  it('is 1 when groups explain all and undefined when nothing varies', () => {
    expect(correlationRatio(coded(['a', 'a', 'b']), numbers(1, 1, 2))).toBe(1);
    expect(correlationRatio(coded(['a', 'b', 'b']), numbers(3, 3, 3))).toBeUndefined();
  });
});

describe('groupNumbers and cohensD', () => {
  it('summarise groups and tell them apart by their pooled spread', () => {
    const by = coded(['a', 'a', 'a', 'b', 'b', 'b']);
    const [a, b] = groupNumbers(by, numbers(2, 4, 6, 4, 6, 8));
    expect(a).toMatchObject({ count: 3, sum: 12, mean: 4, variance: 4 });
    // Means 4 and 6, both variances 4: d = −2 / 2.
    expect(cohensD(a!, b!)).toBeCloseTo(-1, 12);
    expect(cohensD(b!, a!)).toBeCloseTo(1, 12);
  });

  it('have no effect size without spread', () => {
    const by = coded(['a', 'a', 'a', 'b', 'b', 'b']);
    for (const [one, other] of [
      [1, 2],
      [0.1, 0.7],
      [19.99, 1e9 + 0.1],
    ] as const) {
      const [a, b] = groupNumbers(by, numbers(one, one, one, other, other, other));
      expect(cohensD(a!, b!)).toBeUndefined();
    }
  });

  it('keep the spread of a group that lies far from the others', () => {
    const by = coded(['a', 'a', 'a', 'b', 'b', 'b']);
    const far = 1e10;
    const [, b] = groupNumbers(by, numbers(1, 2, 3, far + 1, far + 2, far + 3));
    expect(b!.variance).toBe(1);
  });
});
