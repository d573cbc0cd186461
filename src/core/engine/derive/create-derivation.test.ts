import { describe, expect, it } from 'vitest';
import { designOf, fillTable, type TestColumn } from '#core/engine/filled-table.contract.ts';
import { applyRounding } from '#core/design/apply-rounding.ts';

const size: TestColumn = {
  name: 'size',
  type: 'integer',
  fill: { kind: 'sequence', start: 40, step: 1 },
};
const tier: TestColumn = {
  name: 'tier',
  fill: {
    kind: 'category',
    values: [
      { value: 'OLED', label: 'Organic LED', description: 'Black is black.' },
      { value: 'LED', weight: 0 },
    ],
  },
};

function formula(
  expression: string,
  more: object = {},
  column: Partial<TestColumn> = {},
): TestColumn {
  return {
    name: 'out',
    type: 'decimal',
    ...column,
    fill: { kind: 'formula', expression, ...more },
  };
}

function template(text: string, type: TestColumn['type'] = 'text'): TestColumn {
  return { name: 'out', type, fill: { kind: 'template', template: text } };
}

function cellOf(column: TestColumn, others: readonly TestColumn[] = [size, tier]) {
  return fillTable(designOf([...others, column]), 1).cells('out')[0];
}

describe('a formula', () => {
  it('computes from the other columns of its row', () => {
    expect(fillTable(designOf([size, formula('size * 2 + 1')]), 3).values('out')).toEqual([
      81, 83, 85,
    ]);
  });

  it.for([
    ['size * 1.5', 'integer', 60],
    ['size / 3', 'integer', 13],
    ['size > 3', 'boolean', true],
    ['size', 'text', '40'],
    ['[size, 1]', 'list', [40, 1]],
    ["{'a': size}", 'object', { a: 40 }],
    ["'2024-01-31'", 'date', '2024-01-31'],
    ['none', 'integer', null],
  ] as const)('%s of type %s gives its value in that type', ([expression, type, expected]) => {
    expect(cellOf(formula(expression, {}, { type }))).toMatchObject({
      state: 'done',
      value: expected,
    });
  });

  it.for([
    ['tier', 'integer'],
    ["'12'", 'decimal'],
    ['1', 'boolean'],
    ["'soon'", 'date'],
    ['size', 'list'],
    ['size', 'object'],
    ['1 / 0', 'decimal'],
    ['size + tier', 'decimal'],
    ['size.nothing', 'text'],
  ] as const)('%s of type %s fails with a reason', ([expression, type]) => {
    const cell = cellOf(formula(expression, {}, { type }));
    expect(cell).toMatchObject({ state: 'failed', value: undefined });
    expect(cell?.reason).toMatch(/\.$/);
  });

  it('fails on a null that arithmetic cannot use', () => {
    const cell = cellOf(formula('size * 2'), [{ ...size, nullRate: 1 }]);
    expect(cell?.state).toBe('failed');
  });

  it('says which input failed', () => {
    const broken: TestColumn = {
      ...size,
      name: 'price',
      fill: { kind: 'number', distribution: { kind: 'uniform', low: 2, high: 1 } },
    };
    const cell = cellOf(formula('price * 2'), [broken]);
    expect(cell).toMatchObject({ state: 'failed', reason: 'Needs price, which failed.' });
  });

  it('stops at its budget', () => {
    const text = '{% for a in range(90000) %}{% for b in range(90000) %}x{% endfor %}{% endfor %}';
    expect(cellOf(template(text))?.state).toBe('failed');
  });
});

describe('noise', () => {
  const rows = 10_000;
  const table = (noise: object) =>
    fillTable(designOf([formula('100', { noise })]), rows).numbers('out');
  const meanOf = (numbers: readonly number[]): number =>
    numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

  it('of the gaussian kind has the amount as its share of deviation', () => {
    const numbers = table({ kind: 'gaussian', amount: 0.06 });
    const sigma = Math.sqrt(meanOf(numbers.map((number) => (number - 100) ** 2)));
    expect(Math.abs(meanOf(numbers) - 100)).toBeLessThan((5 * 6) / Math.sqrt(rows));
    expect(Math.abs(sigma - 6)).toBeLessThan((5 * 6) / Math.sqrt(2 * rows));
  });

  it('of the uniform kind stays within the amount', () => {
    const numbers = table({ kind: 'uniform', amount: 3, relative: false });
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(97);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(103);
    expect(Math.max(...numbers) - Math.min(...numbers)).toBeGreaterThan(5.9);
  });

  it('belongs to the row, whatever else the design holds', () => {
    const noisy = formula('100', { noise: { kind: 'gaussian', amount: 0.1 } });
    const alone = fillTable(designOf([noisy]), 20).values('out');
    expect(
      fillTable(designOf([size, tier, noisy]), 50)
        .values('out')
        .slice(0, 20),
    ).toEqual(alone);
  });

  it('fails where it leaves the numbers', () => {
    expect(cellOf(formula('1e308', { noise: { kind: 'gaussian', amount: 1e10 } }))?.state).toBe(
      'failed',
    );
  });
});

describe('applyRounding', () => {
  it.for([
    [1459.37, { decimalPlaces: 2, ending: 0.99 }, 1459.99],
    [1460, { decimalPlaces: 2, ending: 0.99 }, 1460.99],
    [0.2, { decimalPlaces: 2, ending: 0.5 }, 0.5],
    [1459.376, { decimalPlaces: 2 }, 1459.38],
    [2.675, { decimalPlaces: 2 }, 2.68],
    [1459.37, { decimalPlaces: 0 }, 1459],
  ] as const)('turns %f by %j into %f', ([value, rounding, expected]) => {
    expect(applyRounding(value, rounding)).toBe(expected);
  });
});

describe('a template', () => {
  it('renders the row', () => {
    expect(cellOf(template('{{ size }} inch {{ tier | lower }}'))?.value).toBe('40 inch oled');
  });

  it('knows the label, description and weight of a table value', () => {
    expect(
      cellOf(template('{{ tier.label }}: {{ tier.description }} {{ tier.weight }}'))?.value,
    ).toBe('Organic LED: Black is black. 1');
  });

  it('falls back to the value for a label and to nothing for a description', () => {
    const plain: TestColumn = { name: 'tier', fill: { kind: 'category', values: [{ value: 7 }] } };
    expect(cellOf(template('{{ tier.label }}|{{ tier.description }}'), [plain])?.value).toBe('7|');
  });

  it('finds the description of a subcategory in the table of its parent', () => {
    const child: TestColumn = {
      name: 'panel',
      fill: {
        kind: 'subcategory',
        category: 'tier',
        values: {
          OLED: [{ value: 'W', description: 'white' }],
          LED: [{ value: 'W', description: 'blue' }],
        },
      },
    };
    expect(cellOf(template('{{ panel.description }}'), [tier, child])?.value).toBe('white');
  });

  it.for([
    ['{{ size }}', 'integer', 40],
    [' 1.5e1 ', 'decimal', 15],
    ['true', 'boolean', true],
    ['false', 'boolean', false],
    ['["a", 1]', 'list', ['a', 1]],
    ['{"a": {{ size }}}', 'object', { a: 40 }],
    ['2024-02-29', 'date', '2024-02-29'],
  ] as const)('%s of type %s is read as that type', ([text, type, expected]) => {
    expect(cellOf(template(text, type))?.value).toEqual(expected);
  });

  it.for([
    ['about {{ size }}', 'integer'],
    ['1e999', 'decimal'],
    ['yes', 'boolean'],
    ['[1', 'list'],
    ['[1]', 'object'],
    ['2023-02-29', 'date'],
  ] as const)('%s of type %s fails', ([text, type]) => {
    expect(cellOf(template(text, type))).toMatchObject({ state: 'failed', value: undefined });
  });
});
