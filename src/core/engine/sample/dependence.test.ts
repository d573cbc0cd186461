import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDesign } from '#core/design/check.ts';
import { applyCommand } from '#core/design/edit.ts';
import { lawFormula } from '#core/design/linear-law.ts';
import { designOf, fillTable, type TestColumn } from '#core/engine/filled-table.contract.ts';

const type: TestColumn = {
  name: 'type',
  fill: { kind: 'category', values: [{ value: 'OLED' }, { value: 'QLED' }, { value: 'LCD' }] },
};

function number(
  name: string,
  ...[low, high, more = {}]: readonly [number, number, object?]
): TestColumn {
  const distribution = { kind: 'uniform', low, high } as const;
  return { name, type: 'decimal', fill: { kind: 'number', distribution }, ...more };
}

function correlation(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const sum = (of: (row: number) => number) => x.reduce((total, _, row) => total + of(row), 0);
  const dx = (row: number) => (x[row] ?? 0) - mx;
  const dy = (row: number) => (y[row] ?? 0) - my;
  return (
    sum((row) => dx(row) * dy(row)) /
    Math.sqrt(sum((row) => dx(row) ** 2) * sum((row) => dy(row) ** 2))
  );
}

describe('a conditional table', () => {
  const variant = (when: string, low: number, high: number) => ({
    when,
    fill: number('x', low, high).fill as never,
  });

  it('takes the first condition that is true', () => {
    const rows = [variant('type == "OLED"', 10, 11), variant('type != "LCD"', 20, 21)];
    const table = fillTable(designOf([type, number('x', 0, 1, { conditionalParams: rows })]), 300);
    table.values('type').forEach((value, row) => {
      const expected = value === 'OLED' ? 10 : value === 'QLED' ? 20 : 0;
      expect(Math.floor(table.numbers('x')[row] ?? -1)).toBe(expected);
    });
  });

  it('gives rows without a condition what they had before', () => {
    const rows = [variant('type == "OLED"', 10, 11)];
    const plain = fillTable(designOf([type, number('x', 0, 1)]), 200);
    const table = fillTable(designOf([type, number('x', 0, 1, { conditionalParams: rows })]), 200);
    table.values('type').forEach((value, row) => {
      if (value !== 'OLED') expect(table.numbers('x')[row]).toBe(plain.numbers('x')[row]);
    });
  });

  it('holds the shares of a table among the rows that meet it', () => {
    const fill = (a: number) =>
      ({
        kind: 'category',
        values: [
          { value: 'a', weight: a },
          { value: 'b', weight: 100 - a },
        ],
      }) as const;
    const column: TestColumn = {
      name: 'x',
      fill: { ...fill(20), values: [...fill(20).values] },
      conditionalParams: [
        { when: 'type == "OLED"', fill: { ...fill(75), values: [...fill(75).values] } },
      ],
    };
    const table = fillTable(designOf([type, column]), 600);
    const share = (wanted: boolean) => {
      const own = table
        .values('x')
        .filter((_, row) => (table.values('type')[row] === 'OLED') === wanted);
      return own.filter((value) => value === 'a').length / own.length;
    };
    expect(share(true)).toBeCloseTo(0.75, 2);
    expect(share(false)).toBeCloseTo(0.2, 2);
  });

  it('fails the rows whose condition cannot be told, with the condition in the reason', () => {
    const rows = [variant('type + 1 > 2', 0, 1)];
    const table = fillTable(designOf([type, number('x', 0, 1, { conditionalParams: rows })]), 2);
    expect(table.cells('x')[0]?.reason).toContain('type + 1 > 2');
  });
});

function holds(one: number, operator: string, other: number): boolean {
  if (operator.endsWith('=') && one === other) return true;
  return operator.startsWith('<') ? one < other : one > other;
}

describe('must-rules about order', () => {
  const rule = (expression: string, id = 'rule') =>
    ({ kind: 'expression', id, expression }) as const;

  it('hold in every row without a second draw', () => {
    const bound = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(bound, bound, fc.integer({ min: 1, max: 60 }), (a, b, width) => {
        const design = designOf(
          [number('low', a, a + width), number('mid', -200, 200), number('high', b, b + width)],
          { constraints: [rule('low < mid < high')] },
        );
        if (checkDesign(design).some(({ code }) => code === 'infeasible')) return;
        const table = fillTable(design, 40);
        for (let row = 0; row < 40; row += 1) {
          const [low = 0, mid = 0, high = 0] = ['low', 'mid', 'high'].map(
            (name) => table.numbers(name)[row],
          );
          expect(low <= mid && mid <= high).toBe(true);
        }
      }),
    );
  });

  it('never leave a number without room, whatever they compare and in which order it is drawn', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const name = fc.constantFrom(...names);
    const order = fc
      .tuple(name, fc.constantFrom('<', '<=', '>', '>='), name, fc.integer({ min: -2, max: 2 }))
      .filter(([left, , right]) => left !== right);
    const orders = fc.array(order, { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(orders, fc.boolean(), (comparisons, isWhole) => {
        const rules = comparisons.map(
          ([left, operator, right, add]) => `${left} + ${isWhole ? add : 0} ${operator} ${right}`,
        );
        const columns = names.map((column) =>
          isWhole
            ? number(column, 0, 4, { type: 'integer' })
            : number(column, 0, 0.6, {
                fill: {
                  kind: 'number',
                  decimalPlaces: 1,
                  distribution: { kind: 'uniform', low: 0, high: 0.6 },
                },
              }),
        );
        const design = designOf(columns, {
          constraints: rules.map((text, i) => rule(text, `r${i}`)),
        });
        if (checkDesign(design).some(({ severity }) => severity === 'error')) return;
        const table = fillTable(design, 12);
        for (let row = 0; row < 12; row += 1) {
          const at = (column: string): number => table.numbers(column)[row] ?? Number.NaN;
          for (const [left, operator, right, add] of comparisons)
            expect(holds(at(left) + (isWhole ? add : 0), operator, at(right))).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('make the column on the left give way, as Data Designer does', () => {
    const columns = [number('deposit', 0, 1000), number('price', 100, 200)];
    const free = fillTable(designOf(columns), 50).numbers('price');
    const design = designOf(columns, { constraints: [rule('deposit < price')] });
    const table = fillTable(design, 50);
    expect(table.numbers('price')).toEqual(free);
    expect(table.numbers('deposit').every((deposit, row) => deposit < (free[row] ?? 0))).toBe(true);
  });

  it('keep whole numbers apart by one', () => {
    const whole = (name: string): TestColumn => ({
      name,
      type: 'integer',
      fill: { kind: 'number', distribution: { kind: 'integer', low: 0, high: 3 } },
    });
    const design = designOf([whole('a'), whole('b'), whole('c')], {
      constraints: [rule('a < b and b < c')],
    });
    const table = fillTable(design, 100);
    for (let row = 0; row < 100; row += 1) {
      const [a = 9, b = 0, c = 0] = ['a', 'b', 'c'].map((name) => table.numbers(name)[row]);
      expect(a < b && b < c).toBe(true);
    }
  });

  it('follow an edit of the column they read', () => {
    const design = designOf([number('price', 100, 200), number('deposit', 0, 1000)], {
      constraints: [rule('deposit < price')],
    });
    const table = fillTable(design, 3);
    table.store.setValue('price', 1, 5, 'edited');
    table.filler.deriveRows(['price'], [1]);
    expect(table.numbers('deposit')[1]).toBeLessThanOrEqual(5);
  });

  it.for([
    [['a > 10'], 0],
    [['a < b', 'b < 0'], 1],
    [['a < b', 'b < a'], 1],
    [['total > 100'], 0],
  ] as const)('are named when no row can meet %j', ([expressions, culprit]) => {
    const design = designOf(
      [
        number('a', 0, 10),
        number('b', 0, 10),
        { name: 'total', type: 'decimal', fill: { kind: 'formula', expression: 'a * 2 + b' } },
      ],
      { constraints: expressions.map((expression, index) => rule(expression, `rule-${index}`)) },
    );
    const found = checkDesign(design).find(({ code }) => code === 'infeasible');
    expect(found?.path).toEqual(['constraints', culprit]);
  });

  it('are not named when a narrower draw meets them', () => {
    const design = designOf([number('a', 0, 10), number('b', -5, 10)], {
      constraints: [rule('a < b')],
    });
    expect(checkDesign(design).filter(({ code }) => code === 'infeasible')).toEqual([]);
  });
});

describe('a linear law that fills its column', () => {
  it('gives each group its line', () => {
    const constraint = {
      kind: 'linear' as const,
      id: 'line',
      x: 'size',
      y: 'price',
      by: 'type',
      law: {
        slope: 12.5,
        intercept: -200,
        noise: { kind: 'gaussian' as const, amount: 0.02 },
        factors: [{ value: 'QLED', factor: 2.5 }],
      },
    };
    const columns = [type, number('size', 40, 80), number('price', 0, 1)];
    const bare = designOf(columns, { constraints: [constraint] });
    const [rule] = bare.constraints;
    const fill = rule?.kind === 'linear' ? lawFormula(rule, bare) : undefined;
    if (fill === undefined) throw new Error('The law has a formula.');
    const edited = applyCommand(bare, { kind: 'set-fill', columnId: 'price', fill });
    if (!edited.ok) throw new Error('The fill is sound.');
    const table = fillTable(edited.value, 600);
    table.values('type').forEach((group, row) => {
      const line = 12.5 * (table.numbers('size')[row] ?? 0) - 200;
      const wanted = line * (group === 'QLED' ? 2.5 : 1);
      // Five standard deviations of the noise.
      expect(Math.abs((table.numbers('price')[row] ?? 0) / wanted - 1)).toBeLessThan(0.1);
    });
  });
});

describe('correlated numbers', () => {
  const rows = 4_000;
  const skewed: TestColumn = {
    name: 'z',
    type: 'decimal',
    fill: {
      kind: 'number',
      distribution: { kind: 'scipy', distName: 'lognorm', distParams: { s: 1 } },
    },
  };
  const columns = [number('x', 0, 1), number('y', 0, 100), skewed];

  it('have the wanted correlations, whatever their laws', () => {
    const matrix = [
      [1, 0.8, 0.5],
      [0.8, 1, 0.3],
      [0.5, 0.3, 1],
    ];
    const design = designOf(columns, { copulas: [{ id: 'c', columns: ['x', 'y', 'z'], matrix }] });
    const table = fillTable(design, rows);
    const r = (a: string, b: string) => correlation(table.numbers(a), table.numbers(b));
    // The standard error of r is below (1 − r²) / √n; the heavy tail of z asks for more room.
    expect(r('x', 'y')).toBeCloseTo(0.8, 1);
    expect(Math.abs(r('x', 'z') - 0.5)).toBeLessThan(0.06);
    expect(Math.abs(r('y', 'z') - 0.3)).toBeLessThan(0.06);
    expect(table.numbers('x')).toEqual(fillTable(designOf(columns), rows).numbers('x'));
  });

  it('have them in the first two hundred rows already, far nearer than chance would', () => {
    const normal = (name: string): TestColumn => ({
      ...{ name, type: 'decimal' },
      fill: { kind: 'number', distribution: { kind: 'gaussian', mean: 5, stddev: 2 } },
    });
    const pair = [normal('a'), normal('b')];
    const copulas = [
      {
        id: 'c',
        columns: ['a', 'b'],
        matrix: [
          [1, 0.6],
          [0.6, 1],
        ],
      },
    ];
    for (const seed of [1, 2, 3, 4, 5]) {
      const table = fillTable(designOf(pair, { seed, copulas }), 200);
      // Chance alone has a standard error of 0.045.
      expect(Math.abs(correlation(table.numbers('a'), table.numbers('b')) - 0.6)).toBeLessThan(
        0.02,
      );
    }
  });

  it('are drawn from the nearest matrix when the given one cannot be, and the check says so', () => {
    const matrix = [
      [1, 0.9, -0.9],
      [0.9, 1, 0.9],
      [-0.9, 0.9, 1],
    ];
    const design = designOf(columns, { copulas: [{ id: 'c', columns: ['x', 'y', 'z'], matrix }] });
    expect(checkDesign(design).map(({ code }) => code)).toContain('matrix-repaired');
    expect(
      fillTable(design, 5)
        .cells('z')
        .every(({ state }) => state === 'done'),
    ).toBe(true);
  });

  it.for([
    [{ kind: 'monotone', x: 'x', y: 'z', minRho: 0.9 }, 0.9],
    [{ kind: 'monotone', x: 'x', y: 'y', direction: 'decreasing', minRho: 0.9 }, -0.9],
    [{ kind: 'correlation', x: 'x', y: 'y', low: 0.6, high: 0.8 }, 0.65],
    [{ kind: 'linear', x: 'x', y: 'y', minR: 0.9 }, 0.9],
  ] as const)('follow from the must-rule %j', ([constraint, least]) => {
    const design = designOf(columns, { constraints: [{ id: 'rule', ...constraint }] });
    const table = fillTable(design, rows);
    const ranks = (values: readonly number[]) => {
      const sorted = [...values].sort((a, b) => a - b);
      return values.map((value) => sorted.indexOf(value));
    };
    const isRank = constraint.kind === 'monotone';
    const [x, y] = [table.numbers(constraint.x), table.numbers(constraint.y)].map((values) =>
      isRank ? ranks(values) : values,
    );
    const found = correlation(x ?? [], y ?? []);
    expect(least < 0 ? found < least : found > least).toBe(true);
  });
});
