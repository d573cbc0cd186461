import { describe, expect, it } from 'vitest';
import { formatPath } from '#core/base/diagnostic.ts';
import { checkDesign } from './check.ts';
import { restoreDesign } from './restore.ts';

function codesOf(input: object): readonly string[] {
  const result = restoreDesign({ version: 1, ...input });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  expect(result.value.notices).toEqual([]);
  return checkDesign(result.value.design).map(
    ({ severity, code, path }) => `${severity} ${code} ${formatPath(path)}`,
  );
}

const fillCodes = (fill: object): readonly string[] =>
  codesOf({ columns: [{ name: 'x', fill }] }).map((code) => code.replace('columns[0].fill', '…'));

const table = (...weights: number[]): object => ({
  kind: 'category',
  values: weights.map((weight, index) => ({ value: index, weight })),
});
const number = (distribution: object, decimalPlaces?: number): object => ({
  kind: 'number',
  distribution,
  decimalPlaces,
});
const gaussian = (change: object): object =>
  number({ kind: 'gaussian', mean: 50, stddev: 10, ...change });

describe('tables', () => {
  it.each([
    [{ kind: 'category', values: [] }, ['error empty-table ….values']],
    [table(1, -1), ['error negative-weight ….values[1].weight']],
    [table(0, 0), ['error zero-weights ….values']],
    [table(1e308, 1e308), ['error weights-too-large ….values']],
    [table(0, 1), []],
    [{ kind: 'category', values: ['a', 'b', 'a'] }, ['warning duplicate-value ….values[2].value']],
    [{ kind: 'category', values: [1, '1'] }, ['warning duplicate-value ….values[1].value']],
  ])('%j', (fill, expected) => {
    expect(fillCodes(fill)).toEqual(expected);
  });

  it.each([
    [{ OLED: ['a'], QLED: ['b'] }, []],
    [{ OLED: ['a'] }, ['error missing-values columns[1].fill.values']],
    [
      { OLED: ['a'], QLED: [], LCD: ['c'] },
      [
        'warning unknown-value columns[1].fill.values.LCD',
        'error empty-table columns[1].fill.values.QLED',
      ],
    ],
  ])('of a subcategory follow the parent: %j', (values, expected) => {
    const type = { name: 'type', fill: { kind: 'category', values: ['OLED', 'QLED'] } };
    expect(
      codesOf({
        columns: [type, { name: 'sub', fill: { kind: 'subcategory', category: 'type', values } }],
      }),
    ).toEqual(expected);
  });

  it('of a subcategory need a parent with known values', () => {
    const sub = { name: 'sub', fill: { kind: 'subcategory', category: 'id', values: {} } };
    expect(codesOf({ columns: [{ name: 'id', fill: 'uuid' }, sub] })).toEqual([
      'error parent-not-category columns[1].fill.category',
    ]);
    expect(codesOf({ columns: [sub] })).toEqual([
      'error unknown-reference columns[0].fill.category',
    ]);
  });
});

describe('numbers', () => {
  it.each([
    [number({ kind: 'uniform', low: 5, high: 1 }), ['error range-reversed ….distribution.low']],
    [
      number({ kind: 'uniform', low: -1e308, high: 1e308 }),
      ['error range-too-wide ….distribution.high'],
    ],
    [number({ kind: 'integer', low: 1.2, high: 1.8 }), ['error range-empty ….distribution']],
    [number({ kind: 'integer', low: 2, high: 2 }), []],
    [number({ kind: 'uniform', low: 1.15, high: 1.15 }, 2), []],
    [number({ kind: 'uniform', low: 1.151, high: 1.152 }, 2), ['error range-empty ….distribution']],
    [gaussian({ stddev: -1 }), ['error stddev-negative ….distribution.stddev']],
    [gaussian({ stddev: 0 }), []],
    [gaussian({ low: 60, high: 60 }), ['error range-empty ….distribution.low']],
    [gaussian({ low: 200 }), []],
    [gaussian({ low: 900 }), ['error range-empty ….distribution.low']],
    [gaussian({ high: -100 }), []],
    [gaussian({ high: -900 }), ['error range-empty ….distribution.high']],
    [gaussian({ low: 32, high: 85 }), []],
  ])('%j', (fill, expected) => {
    expect(fillCodes(fill)).toEqual(expected);
  });
});

describe('other fills', () => {
  it.each([
    [{ kind: 'boolean', probability: 1.1 }, ['error rate-outside ….probability']],
    [
      { kind: 'datetime', start: 'soon', end: '2024-02-30' },
      ['error date-invalid ….end', 'error date-invalid ….start'],
    ],
    [{ kind: 'datetime', start: '2025-01-02', end: '2025-01-02' }, ['error range-reversed ….end']],
    [
      { kind: 'datetime', start: '2024-02-01', end: '2024-12-31', unit: 'Y' },
      ['error range-empty ….unit'],
    ],
    [
      { kind: 'datetime', start: '2024-02-02', end: '2024-03-01', unit: 'M' },
      ['error range-empty ….unit'],
    ],
    [{ kind: 'datetime', start: '2024-12-02', end: '2025-01-02', unit: 'M' }, []],
    [{ kind: 'datetime', start: '2024', end: '2025', unit: 'Y' }, []],
    [
      { kind: 'datetime', start: '2024-01-01T08:00:01Z', end: '2024-01-01T08:00:02Z', unit: 'h' },
      ['error range-empty ….unit'],
    ],
    [{ kind: 'sequence', start: Number.MAX_SAFE_INTEGER }, ['warning sequence-inexact ….start']],
    [{ kind: 'sequence', step: 0 }, ['error step-zero ….step']],
    [{ kind: 'sequence', step: 1e-320 }, ['error step-zero ….step']],
    [
      { kind: 'formula', expression: '1', noise: { kind: 'uniform', amount: -1 } },
      ['error negative-noise ….noise.amount'],
    ],
    [
      { kind: 'formula', expression: '1', rounding: { decimalPlaces: 0, ending: 0.99 } },
      ['warning ending-cut ….rounding.decimalPlaces'],
    ],
  ])('%j', (fill, expected) => {
    expect(fillCodes(fill)).toEqual(expected);
  });

  it('warn about a type they cannot give', () => {
    expect(codesOf({ columns: [{ name: 'x', type: 'boolean', fill: 'uuid' }] })).toEqual([
      'warning unfit-type columns[0].type',
    ]);
  });
});

describe('rules', () => {
  const columns = [
    { name: 'type', fill: { kind: 'category', values: ['OLED', 'QLED'] } },
    { name: 'size', fill: { kind: 'number', distribution: { kind: 'uniform', low: 1, high: 9 } } },
    { name: 'price', type: 'decimal', fill: { kind: 'formula', expression: 'size * 2' } },
    { name: 'words', fill: 'uuid' },
  ];
  const ratio = {
    kind: 'ratio',
    column: 'price',
    by: 'type',
    of: 'QLED',
    to: 'OLED',
    low: 2,
    high: 3,
  };

  it.each([
    [{ kind: 'range', column: 'size', low: 3, high: 2 }, ['error range-reversed ….low']],
    [{ kind: 'range', column: 'size', low: 20 }, ['error infeasible …']],
    [{ kind: 'range', column: 'words', low: 1 }, ['warning unfit-column ….column']],
    [{ kind: 'range', column: 'size' }, ['warning no-bounds …']],
    [{ kind: 'range', column: 'sise', low: 1 }, ['error unknown-reference ….column']],
    [{ kind: 'pattern', column: 'words', pattern: '(?=a)' }, ['error pattern-invalid ….pattern']],
    [
      { kind: 'pattern', column: 'words', pattern: '(a{1,1000}){1,1000}b' },
      ['error pattern-invalid ….pattern'],
    ],
    [{ kind: 'length', column: 'words', low: 9, high: 3 }, ['error range-reversed ….low']],
    [{ kind: 'length', column: 'size', low: 9 }, ['warning unfit-column ….column']],
    [{ kind: 'unique', columns: ['type'] }, ['error infeasible …']],
    [{ kind: 'unique', columns: ['type', 'words'] }, []],
    [{ kind: 'correlation', x: 'size', y: 'price', low: -2 }, ['error rate-outside ….low']],
    [{ kind: 'linear', x: 'size', y: 'size' }, ['warning same-column ….y']],
    [{ kind: 'linear', x: 'type', y: 'price' }, ['warning unfit-column ….x']],
    [{ kind: 'linear', x: 'size', y: 'price', minR: 2 }, ['error rate-outside ….minR']],
    [{ kind: 'monotone', x: 'size', y: 'price', minRho: -0.1 }, ['error rate-outside ….minRho']],
    [ratio, []],
    [{ ...ratio, of: 'LCD' }, ['error unknown-value ….of']],
    [{ ...ratio, at: 'size', within: 0 }, ['error width-not-positive ….within']],
    [{ kind: 'share', column: 'type', value: 'OLED', share: 1.2 }, ['error rate-outside ….share']],
  ])('%j', (rule, expected) => {
    expect(
      codesOf({ columns, constraints: [rule] }).map((code) => code.replace('constraints[0]', '…')),
    ).toEqual(expected);
  });

  it('and charts suggest the column that was meant', () => {
    const result = restoreDesign({
      version: 1,
      columns,
      charts: [{ kind: 'scatter', x: 'sizee', y: 'type' }],
    });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    expect(checkDesign(result.value.design)).toMatchObject([
      {
        code: 'unknown-reference',
        message: 'No column is called “sizee”. Columns: type, size, price, words.',
        fix: { label: 'Change to size', path: ['charts', 0, 'x'], value: 'size' },
      },
      { code: 'unfit-column', severity: 'warning', path: ['charts', 0, 'y'] },
    ]);
  });
});
