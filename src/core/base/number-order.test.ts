import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortOrder } from './number-order.ts';

const anyNumber = fc.oneof(
  fc.double({ noNaN: true }),
  fc.integer({ min: -5, max: 5 }),
  fc.integer({ min: -500, max: 500 }).map((cents) => cents / 100),
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

  it.for([
    ['whole numbers', (place: number) => (place * 7_919) % 1_000],
    ['cents', (place: number) => ((place * 7_919) % 90_000) / 100],
    ['fractions', (place: number) => Math.sin(place)],
    ['fractions with few far out', (place: number) => Math.exp(30 * Math.sin(place))],
    ['fractions with one far out', (place: number) => (place === 0 ? 1e300 : Math.sin(place))],
    ['numbers close together', (place: number) => 1 + ((place * 7_919) % 1_000) * 2 ** -52],
    ['fractions among gaps', (place: number) => (place % 3 === 0 ? NaN : Math.sin(place))],
    ['whole numbers far apart', (place: number) => ((place * 7_919) % 1_000) * 4_000_000],
    ['large numbers', (place: number) => ((place * 7_919) % 1_000) * 1e20],
  ] as const)('orders many %s', ([, numberAt]) => {
    const values = Float64Array.from({ length: 5_000 }, (_, place) => numberAt(place));
    const known = (place: number) => (Number.isNaN(values[place]) ? Infinity : values[place]!);
    const compared = [...values.keys()].sort((a, b) => {
      const [one, other] = [known(a), known(b)];
      return one < other ? -1 : Number(one > other) || a - b;
    });
    expect([...sortOrder(values)]).toEqual(compared);
  });
});
