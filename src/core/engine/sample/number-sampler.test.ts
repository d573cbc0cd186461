import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { designOf, fillTable, type TestColumn } from '#core/engine/filled-table.contract.ts';

function numberColumn(distribution: object, more: object = {}): TestColumn {
  const fill = { kind: 'number', distribution, ...more } as TestColumn['fill'];
  return { name: 'x', type: 'decimal', fill };
}

function numbersOf(distribution: object, rows: number, more: object = {}): number[] {
  return fillTable(designOf([numberColumn(distribution, more)]), rows).numbers('x');
}

function reasonOf(column: TestColumn): string | undefined {
  const cell = fillTable(designOf([column]), 1).cells(column.name)[0];
  expect(cell?.state).toBe('failed');
  return cell?.reason;
}

function count<Item>(items: readonly Item[], isCounted: (item: Item) => boolean): number {
  return items.filter(isCounted).length;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function deviation(numbers: readonly number[]): number {
  const centre = mean(numbers);
  return Math.sqrt(mean(numbers.map((number) => (number - centre) ** 2)));
}

describe('a number', () => {
  const rows = 20_000;

  it('has the moments of the uniform law', () => {
    const numbers = numbersOf({ kind: 'uniform', low: 10, high: 30 }, rows);
    const sigma = 20 / Math.sqrt(12);
    expect(Math.abs(mean(numbers) - 20)).toBeLessThan((5 * sigma) / Math.sqrt(rows));
    // The variance of a uniform sample's variance is σ⁴ · 0.8 / n.
    expect(Math.abs(deviation(numbers) - sigma)).toBeLessThan(5 * sigma * Math.sqrt(0.2 / rows));
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...numbers)).toBeLessThan(30);
  });

  it('has the moments of the normal law', () => {
    const numbers = numbersOf({ kind: 'gaussian', mean: 5, stddev: 2 }, rows);
    expect(Math.abs(mean(numbers) - 5)).toBeLessThan(10 / Math.sqrt(rows));
    expect(Math.abs(deviation(numbers) - 2)).toBeLessThan((5 * 2) / Math.sqrt(2 * rows));
    const within = count(numbers, (number) => Math.abs(number - 5) < 2) / rows;
    expect(Math.abs(within - 0.6827)).toBeLessThan(5 * Math.sqrt((0.6827 * 0.3173) / rows));
  });

  it('has the moments of the truncated normal law', () => {
    const numbers = numbersOf({ kind: 'gaussian', mean: 0, stddev: 1, low: 0 }, rows);
    // The half-normal law: mean √(2/π), variance 1 − 2/π.
    const sigma = Math.sqrt(1 - 2 / Math.PI);
    expect(Math.abs(mean(numbers) - Math.sqrt(2 / Math.PI))).toBeLessThan(
      (5 * sigma) / Math.sqrt(rows),
    );
    expect(Math.abs(deviation(numbers) - sigma)).toBeLessThan((5 * sigma) / Math.sqrt(rows));
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  });

  it.for([
    ['whole numbers', { kind: 'integer', low: 1, high: 6 }, {}, 6, 1],
    [
      'a uniform law with decimal places',
      { kind: 'uniform', low: 1, high: 1.5 },
      { decimalPlaces: 1 },
      6,
      10,
    ],
  ] as const)(
    'draws every value of %s equally often, ends included',
    ([, law, more, values, scale]) => {
      const counts = new Array<number>(values).fill(0);
      for (const number of numbersOf(law, rows, more)) {
        const index = Math.round((number - 1) * scale);
        counts[index]! += 1;
      }
      const tolerance = 5 * Math.sqrt((rows / values) * (1 - 1 / values));
      for (const own of counts) expect(Math.abs(own - rows / values)).toBeLessThan(tolerance);
    },
  );

  it('has decimal places that are exact in decimals', () => {
    for (const number of numbersOf({ kind: 'uniform', low: -3, high: 3 }, 500, {
      decimalPlaces: 2,
    }))
      expect(String(number)).toMatch(/^-?\d(\.\d{1,2})?$/);
  });

  it('is whole in a column of whole numbers', () => {
    const column = {
      ...numberColumn({ kind: 'gaussian', mean: 3, stddev: 9 }),
      type: 'integer' as const,
    };
    expect(
      fillTable(designOf([column]), 100)
        .numbers('x')
        .every(Number.isInteger),
    ).toBe(true);
  });

  it('stays inside a truncated range after rounding', () => {
    const law = { kind: 'gaussian', mean: 1, stddev: 1, low: 0.6, high: 1.4 };
    expect(new Set(numbersOf(law, 200, { decimalPlaces: 0 }))).toEqual(new Set([1]));
  });

  it('is constant where the ends meet', () => {
    expect(numbersOf({ kind: 'uniform', low: 5, high: 5 }, 2)).toEqual([5, 5]);
    expect(numbersOf({ kind: 'gaussian', mean: 5, stddev: 0 }, 2)).toEqual([5, 5]);
  });

  it.for([
    [{ kind: 'uniform', low: 2, high: 1 }, {}],
    [{ kind: 'integer', low: 2, high: 1 }, {}],
    [{ kind: 'integer', low: 0.2, high: 0.8 }, {}],
    [{ kind: 'uniform', low: 0.12, high: 0.18 }, { decimalPlaces: 1 }],
    [{ kind: 'uniform', low: -1.7e308, high: 1.7e308 }, {}],
    [{ kind: 'integer', low: -1.7e308, high: 1.7e308 }, {}],
    [{ kind: 'gaussian', mean: 0, stddev: -1 }, {}],
    [{ kind: 'gaussian', mean: 0, stddev: 1, low: 60 }, {}],
    [{ kind: 'gaussian', mean: 0, stddev: 1, low: 3, high: 2 }, {}],
    [{ kind: 'gaussian', mean: 1, stddev: 1, low: 0.6, high: 0.8 }, { decimalPlaces: 0 }],
  ] as const)('fails with a reason for %j', ([law, more]) => {
    expect(reasonOf(numberColumn(law, more))).toMatch(/^[A-Z“].*\.$/);
  });

  it('never leaves its range and never throws, whatever the parameters', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    const law = fc.oneof(
      fc.record({ kind: fc.constantFrom('uniform', 'integer'), low: finite, high: finite }),
      fc.record({
        kind: fc.constant('gaussian'),
        mean: finite,
        stddev: finite,
        low: finite,
        high: finite,
      }),
    );
    fc.assert(
      fc.property(
        law,
        fc.option(fc.nat({ max: 12 }), { nil: undefined }),
        (distribution, decimalPlaces) => {
          const column = numberColumn(
            distribution,
            decimalPlaces === undefined ? {} : { decimalPlaces },
          );
          for (const { state, value } of fillTable(designOf([column]), 4).cells('x')) {
            if (state === 'failed') continue;
            expect(value).toBeGreaterThanOrEqual(distribution.low);
            expect(value).toBeLessThanOrEqual(distribution.high);
          }
        },
      ),
    );
  });
});
