import { describe, expect, it } from 'vitest';
import { checkDesign } from './check.ts';
import { designSchema } from './design-schema.ts';

const number = (name: string, [low, high]: readonly [number, number], more: object = {}) => ({
  ...{ id: name, name, type: 'decimal' },
  fill: { kind: 'number', distribution: { kind: 'uniform', low, high } },
  ...more,
});
const date = (name: string, start: string, end: string) => ({
  ...{ id: name, name, type: 'date' },
  fill: { kind: 'datetime', start, end },
});
const after = (name: string, reference: string, [dtMin, dtMax]: readonly [number, number]) => ({
  ...{ id: name, name, type: 'date' },
  fill: { kind: 'timedelta', reference, dtMin, dtMax, unit: 'D' },
});
const kind = {
  ...{ id: 'kind', name: 'kind', type: 'text' },
  fill: { kind: 'category', values: [{ value: 'x' }, { value: 'y' }] },
};

const columns = [
  number('a', [0, 1]),
  number('b', [0, 1]),
  date('early', '2024-01-01', '2024-12-31'),
  date('late', '2025-01-01', '2025-12-31'),
  date('whenever', '2024-01-01', '2025-12-31'),
  after('shipped', 'early', [1, 9]),
  after('ordered', 'early', [-9, 0]),
  kind,
];

function found(expression: string, rest: object = {}): readonly string[] {
  const constraints = [{ id: 'r', kind: 'expression', expression }];
  const design = designSchema.parse({ version: 1, columns, constraints, ...rest });
  return checkDesign(design).map(({ code }) => code);
}

describe('a rule that no row can meet', () => {
  it.each([
    ['a + b > 3'],
    ['a * b > 3 and a > 0'],
    ['a - b < -1'],
    ['a < a'],
    ['kind == "z"'],
    ['early > late'],
    ['late < "2024-06-01"'],
    ['shipped < early'],
    ['ordered > early'],
  ])('is named: %s', (expression) => {
    expect(found(expression)).toEqual(['infeasible']);
  });

  it.each([
    ['a + b > 1.9'],
    ['a + b > 3 or a < 1'],
    ['kind == "x"'],
    ['a <= a'],
    ['early < late'],
    ['shipped > early'],
    ['a + unknown > 9'],
  ])('is not seen in: %s', (expression) => {
    expect(found(expression)).not.toContain('infeasible');
  });

  it('says what the two sides are', () => {
    const constraints = [{ id: 'r', kind: 'expression', expression: 'a + b > 3' }];
    const design = designSchema.parse({ version: 1, columns, constraints });
    expect(checkDesign(design)[0]?.message).toBe(
      'a + b lies between 0 and 2, so no row can meet this rule.',
    );
  });
});

describe('dates', () => {
  it('that a rule orders are drawn so, and nothing is said', () => {
    expect(found('early < whenever')).toEqual([]);
    expect(found('early >= "2024-06-01"')).toEqual([]);
    expect(found('shipped > early')).toEqual([]);
    expect(found('ordered < early and early < late')).toEqual([]);
  });

  it('in another form than ISO 8601 are named', () => {
    const words = {
      ...date('words', '2024-01-01', '2024-12-31'),
      convertTo: '%d %B %Y',
      type: 'text',
    };
    expect(found('words < late', { columns: [...columns, words] })).toEqual(['not-drawn-to-rule']);
    expect(found('words < "2024-06-01"', { columns: [...columns, words] })).toEqual([
      'not-drawn-to-rule',
    ]);
  });
});

describe('a rule that draws may break', () => {
  it.each([
    ['a != b'],
    ['a < 0.5 or b < 0.5'],
    ['kind == "x"'],
    ['early == late'],
    ['a * a < 0.5'],
  ])('is named: %s', (expression) => {
    expect(found(expression)).toEqual(['not-drawn-to-rule']);
  });

  it.each([['a < b'], ['a + 1 > b'], ['kind in ["x", "y"]'], ['kind != "z"'], ['a * 2 <= 2']])(
    'is not seen in: %s',
    (expression) => {
      expect(found(expression)).toEqual([]);
    },
  );

  it('is named where a cell may be null, which has no order', () => {
    const nullable = [number('a', [0, 1], { nullRate: 0.1 }), number('b', [0, 1])];
    expect(found('a < b', { columns: nullable })).toEqual(['null-breaks-rule']);
  });
});

describe('a law of some rows', () => {
  it('is named where the rules leave it no number', () => {
    const rows = [{ when: 'kind == "y"', fill: number('q', [5, 6]).fill }];
    const tabled = [kind, number('a', [0, 1], { conditionalParams: rows })];
    expect(found('a < 2', { columns: tabled })).toEqual(['no-room']);
    expect(found('a < 5.5', { columns: tabled })).toEqual([]);
  });
});

describe('a share of a table', () => {
  const share = (wanted: number) => ({
    constraints: [{ id: 's', kind: 'share', column: 'kind', value: 'x', share: wanted }],
  });

  it('is named where the table draws another one', () => {
    expect(found('', share(0.9))).toEqual(['share-against-table']);
    expect(found('', share(0.51))).toEqual([]);
  });
});

describe('a conversion to numbers', () => {
  it('is named where a value of the table is none', () => {
    const columns = [{ ...kind, convertTo: 'int' }];
    expect(found('', { columns, constraints: [] })).toEqual(['format-invalid']);
  });
});
