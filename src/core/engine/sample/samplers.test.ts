import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern } from '#core/base/pattern.ts';
import { fakerMethods } from '#core/design/faker-methods.ts';
import { localeNames } from '#core/design/locales.ts';
import type { Distribution } from '#core/design/distribution.ts';
import { designOf, fillTable, type TestColumn } from '#core/engine/filled-table.contract.ts';
import { loadLocales } from './load-locales.ts';

const day: TestColumn = {
  name: 'day',
  type: 'date',
  fill: { kind: 'datetime', start: '2024-01-01', end: '2024-03-01' },
};

function numbers(distribution: Distribution, rows: number): readonly number[] {
  const fill = { kind: 'number', distribution } as TestColumn['fill'];
  const column: TestColumn = { name: 'x', type: 'decimal', fill };
  return fillTable(designOf([column]), rows).numbers('x');
}

function valuesOf(column: TestColumn, rows: number, others: readonly TestColumn[] = []) {
  return fillTable(designOf([...others, column]), rows).values(column.name);
}

function momentsOf(values: readonly number[]): {
  readonly mean: number;
  readonly deviation: number;
} {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(square) };
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

describe('sampled numbers', () => {
  const rows = 10_000;

  /** Mean and standard deviation by the textbook formula of each law. */
  it.for([
    [{ kind: 'bernoulli', p: 0.3 }, 0.3, Math.sqrt(0.21)],
    [{ kind: 'binomial', n: 30, p: 0.2 }, 6, Math.sqrt(4.8)],
    [{ kind: 'poisson', mean: 3.2 }, 3.2, Math.sqrt(3.2)],
    [{ kind: 'scipy', distName: 'lognorm', distParams: { s: 0.5 } }, Math.exp(0.125), 0.6039],
    [{ kind: 'scipy', distName: 'expon', distParams: { scale: 4 } }, 4, 4],
    [{ kind: 'scipy', distName: 'gamma', distParams: { a: 9, scale: 2 } }, 18, 6],
    [{ kind: 'scipy', distName: 'beta', distParams: { a: 2, b: 3 } }, 0.4, 0.2],
    [{ kind: 'scipy', distName: 'triang', distParams: { c: 0.5 } }, 0.5, 1 / Math.sqrt(24)],
    [{ kind: 'scipy', distName: 'weibull_min', distParams: { c: 1 } }, 1, 1],
    [{ kind: 'scipy', distName: 'pareto', distParams: { b: 6 } }, 1.2, Math.sqrt(0.06)],
    [{ kind: 'scipy', distName: 't', distParams: { df: 12 } }, 0, Math.sqrt(1.2)],
    [{ kind: 'scipy', distName: 'randint', distParams: { low: 0, high: 11 } }, 5, Math.sqrt(10)],
    [{ kind: 'scipy', distName: 'nbinom', distParams: { n: 4, p: 0.5 } }, 4, Math.sqrt(8)],
    [
      { kind: 'bernoulli_mixture', p: 0.25, distName: 'expon', distParams: { scale: 4 } },
      1,
      Math.sqrt(7),
    ],
    [{ kind: 'steps', edges: [0, 1, 3], weights: [1, 1] }, 1.25, Math.sqrt(43 / 48)],
    [
      {
        kind: 'mixture',
        parts: [
          { weight: 1, mean: -2, stddev: 1 },
          { weight: 1, mean: 2, stddev: 1 },
        ],
      },
      0,
      Math.sqrt(5),
    ],
  ] as const)('have the moments of %j', ([distribution, mean, deviation]) => {
    const found = momentsOf(numbers(distribution, rows));
    // Five standard errors of the mean, by the law's own deviation.
    expect(Math.abs(found.mean - mean)).toBeLessThan((5 * deviation) / Math.sqrt(rows));
    // The error of a deviation grows with the fourth moment, which is at most 40 for these laws.
    expect(Math.abs(found.deviation / deviation - 1)).toBeLessThan(5 * Math.sqrt(40 / 4 / rows));
  });

  it('stay between the ends of a law that is cut', () => {
    const cut = {
      kind: 'scipy',
      distName: 'gamma',
      distParams: { a: 2 },
      low: 1,
      high: 2,
    } as const;
    const drawn = numbers(cut, 500);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...drawn)).toBeLessThanOrEqual(2);
  });
});

describe('a pattern', () => {
  it.for([
    '[A-Z]{2}-[0-9]{4}',
    '(?:red|green|blue)( (light|dark))?',
    '\\d+\\.\\d{2} (EUR|USD)',
    '[^a-y0-9]{3}',
    '^\\w+@[a-z]{2,5}\\.(com|org)$',
    '(x*)*',
    '((((a*)*)*)*)*',
    '[[:upper:]]{3}\\x2d.{5}',
    '\\Qa.b\\E[.\\]-]',
  ])('gives texts that match %s', (pattern) => {
    const compiled = compilePattern(pattern);
    const texts = valuesOf({ name: 'x', fill: { kind: 'pattern', pattern } }, 60).map(toText);
    expect(texts.every((text) => compiled.ok && compiled.value.test(text))).toBe(true);
  });

  it('ends in bounded length whatever it repeats', () => {
    const pattern = '(([a-z]{500,900})*)*';
    const [text] = valuesOf({ name: 'x', fill: { kind: 'pattern', pattern } }, 1);
    expect(toText(text).length).toBeLessThan(2_000_000);
  });
});

describe('a time after another', () => {
  const later = (dtMin: number, dtMax: number): TestColumn => ({
    name: 'later',
    type: 'date',
    fill: { kind: 'timedelta', reference: 'day', dtMin, dtMax },
  });

  it.for([
    [1, 31],
    [-10, 0],
  ] as const)('lies %s to %s days away, the last not included', ([dtMin, dtMax]) => {
    const table = fillTable(designOf([day, later(dtMin, dtMax)]), 500);
    const days = table.values('later').map((value, row) => {
      const from = Date.parse(toText(table.values('day')[row]));
      return (Date.parse(toText(value)) - from) / 86_400_000;
    });
    expect(Math.min(...days)).toBe(dtMin);
    expect(Math.max(...days)).toBe(dtMax - 1);
  });

  it('is null where the other is', () => {
    const nulls = fillTable(designOf([{ ...day, nullRate: 1 }, later(1, 2)]), 3);
    expect(nulls.values('later')).toEqual([null, null, null]);
  });
});

describe('a time series', () => {
  it('fails the rows in which it has grown beyond what a number holds', () => {
    const fill = { kind: 'series', level: 1e308, trend: 1e308 } as const;
    const table = fillTable(designOf([{ name: 'x', type: 'decimal', fill }]), 3);
    expect(table.cells('x').map(({ state }) => state)).toEqual(['done', 'failed', 'failed']);
  });

  it('is level, trend and season when there is no noise', () => {
    const fill = {
      kind: 'series',
      level: 10,
      trend: 1,
      season: { period: 4, amplitude: 2 },
      decimalPlaces: 6,
    } as const;
    expect(valuesOf({ name: 'x', type: 'decimal', fill }, 5)).toEqual([10, 13, 12, 11, 14]);
  });

  it('has noise of the spread that it is given', () => {
    const fill = { kind: 'series', level: 10, noise: 3 } as const;
    const values = valuesOf({ name: 'x', type: 'decimal', fill }, 4_000).map(Number);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    // Five standard errors of a mean and of a deviation.
    expect(Math.abs(mean - 10)).toBeLessThan((5 * 3) / Math.sqrt(4_000));
    expect(Math.abs(Math.sqrt(squares / 4_000) - 3)).toBeLessThan((5 * 3) / Math.sqrt(8_000));
  });

  it('counts the rows of each group by itself', () => {
    const group: TestColumn = { name: 'g', fill: { kind: 'boolean', probability: 0.5 } };
    const fill = { kind: 'series', trend: 1, by: 'g' } as const;
    const table = fillTable(designOf([group, { name: 'x', type: 'decimal', fill }]), 40);
    const of = (wanted: boolean) =>
      table.numbers('x').filter((_, row) => table.values('g')[row] === wanted);
    expect(of(true)).toEqual([...of(true).keys()]);
    expect(of(false)).toEqual([...of(false).keys()]);
  });
});

describe('sentences from lists', () => {
  it('take a piece of each list and repeat none in a cell', () => {
    const fill = {
      kind: 'texts',
      lists: [
        ['A', 'B', 'C', 'D'],
        ['x.', 'y.'],
      ],
      low: 2,
      high: 3,
    } as const;
    for (const text of valuesOf(
      { name: 'x', fill: { ...fill, lists: fill.lists.map((l) => [...l]) } },
      200,
    )) {
      const sentences = toText(text).match(/[A-D] [xy]\./g) ?? [];
      expect([2, 3]).toContain(sentences.length);
      expect(new Set(sentences).size).toBe(sentences.length);
    }
  });
});

describe('converted values', () => {
  it.for([
    [{ kind: 'constant', value: 2.5 }, 'int', 2],
    [{ kind: 'constant', value: '7.5' }, 'float', 7.5],
    [{ kind: 'constant', value: 7 }, 'str', '7'],
    [{ kind: 'datetime', start: '2024-03-05', end: '2024-03-06' }, '%-d %B %Y', '5 March 2024'],
  ] as const)('come as %j in %s', ([fill, convertTo, expected]) => {
    expect(valuesOf({ name: 'x', convertTo, fill }, 1)).toEqual([expected]);
  });

  it('fail with a reason where they cannot be', () => {
    const column: TestColumn = {
      name: 'x',
      convertTo: 'int',
      fill: { kind: 'constant', value: 'a' },
    };
    const [cell] = fillTable(designOf([column]), 1).cells('x');
    expect(cell).toMatchObject({ state: 'failed', reason: '“a” cannot be converted to int.' });
  });
});

describe('invented people', () => {
  const person = (more: object = {}): TestColumn => ({
    name: 'p',
    type: 'object',
    fill: { kind: 'person', locale: 'de', ...more },
  });

  it('are the same whichever rows were drawn before, and agree within themselves', async () => {
    const design = designOf([person({ sex: 'Female', ageRange: [30, 40], city: ['Ulm'] })]);
    const locales = await loadLocales(design);
    const many = fillTable(design, 20, locales).values('p');
    const table = fillTable(design, 5, locales);
    expect(table.values('p')).toEqual(many.slice(0, 5));
    for (const value of many) {
      const { email, age, birth_date, ...rest } = value as Record<string, string | number>;
      expect(rest).toMatchObject({ sex: 'Female', city: 'Ulm', country: 'Germany', locale: 'de' });
      expect(email).toMatch(/@example\.(com|net|org)$/);
      const born = Number(String(birth_date).slice(0, 4));
      expect([2025 - Number(age), 2026 - Number(age)]).toContain(born);
    }
  });

  it('come from every locale on offer', async () => {
    const columns = localeNames.map((locale) => ({ ...person({ locale }), name: locale }));
    const design = designOf(columns);
    const table = fillTable(design, 2, await loadLocales(design));
    for (const locale of localeNames) expect(table.cells(locale)[1]?.state).toBe('done');
  });

  it('fail with a reason while their names are not loaded', () => {
    expect(fillTable(designOf([person()]), 1).cells('p')[0]?.reason).toContain('not loaded');
  });

  it('speak by every method on offer', async () => {
    const columns = fakerMethods.map((method): TestColumn => ({
      name: method.replace('.', '_'),
      fill: { kind: 'faker', method, locale: 'en_US' },
    }));
    const design = designOf(columns);
    const locales = await loadLocales(design);
    const table = fillTable(design, 3, locales);
    const again = fillTable(design, 3, locales);
    for (const { name } of columns) {
      expect(table.cells(name).map(({ state }) => state)).toEqual(['done', 'done', 'done']);
      expect(again.values(name)).toEqual(table.values(name));
    }
  });
});

describe('every sampler', () => {
  it('gives the same first rows whatever the number of rows', () => {
    const columns: readonly TestColumn[] = [
      day,
      { name: 'flag', fill: { kind: 'boolean', probability: 0.3 } },
      { name: 'code', fill: { kind: 'pattern', pattern: '[a-z]{3,9}' } },
      { name: 'later', fill: { kind: 'timedelta', reference: 'day', dtMin: 0, dtMax: 9 } },
      { name: 'wave', type: 'decimal', fill: { kind: 'series', noise: 1, by: 'flag' } },
    ];
    const long = fillTable(designOf(columns), 9_000);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_000 }), (rows) => {
        const short = fillTable(designOf(columns), rows);
        for (const { name } of columns)
          expect(short.cells(name)[rows - 1]).toEqual(long.store.cell(name, rows - 1));
      }),
      { numRuns: 8 },
    );
  });
});
