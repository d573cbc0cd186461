import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile, rankNumbers, sortedNumbers, sortOrder } from './sort-order.ts';

const anyNumber = fc.oneof(
  fc.double({ noNaN: true }),
  fc.integer({ min: -5, max: 5 }),
  fc.constantFrom(0, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
);

describe('sortOrder', () => {
  it('is the stable order that comparing gives, with NaN last', () => {
    fc.assert(
      fc.property(fc.array(anyNumber, { maxLength: 60 }), (list) => {
        const values = Float64Array.from(list);
        const compared = [...list.keys()].sort((a, b) => {
          const [one, other] = [list[a]!, list[b]!];
          if (Number.isNaN(one) || Number.isNaN(other))
            return Number(Number.isNaN(one)) - Number(Number.isNaN(other)) || a - b;
          return one < other ? -1 : Number(one > other) || a - b;
        });
        expect([...sortOrder(values)]).toEqual(compared);
      }),
    );
  });
});

describe('rankNumbers', () => {
  it('gives equal values their mean rank and missing ones none', () => {
    expect([...rankNumbers(Float64Array.of(10, 20, NaN, 10, 5))]).toEqual([2.5, 4, NaN, 2.5, 1]);
  });
});

describe('quantile', () => {
  it('interpolates as R does by default', () => {
    const sorted = Float64Array.of(1, 2, 3, 4);
    expect([0, 0.25, 0.5, 0.75, 1].map((share) => quantile(sorted, share))).toEqual([
      1, 1.75, 2.5, 3.25, 4,
    ]);
  });

  it('of nothing is not a number', () => {
    expect(quantile(sortedNumbers(Float64Array.of(NaN)), 0.5)).toBeNaN();
  });
});
