import { describe, expect, it } from 'vitest';
import { checkDesign } from './check.ts';
import type { Combination } from './combination.ts';
import { createDesign } from './defaults.ts';
import { columnSchema } from './design-schema.ts';
import { jointTable, marginalShares } from './joint-shares.ts';

function designOf(combinations: readonly Combination[]) {
  const values = [
    { value: 'x', weight: 1 },
    { value: 'y', weight: 3 },
  ];
  const columns = ['a', 'b'].map((id) =>
    columnSchema.parse({ id, name: id, fill: { kind: 'category', values } }),
  );
  return createDesign({ columns, combinations });
}

function found(combinations: readonly Combination[]): readonly string[] {
  return checkDesign(designOf(combinations)).map(({ code }) => code);
}

describe('combinations', () => {
  it('leave a design alone that can be drawn', () => {
    expect(found([{ values: { a: 'x', b: 'y' }, rate: 0.4 }])).toEqual([]);
  });

  it('are refused when they cover every value and leave rows over', () => {
    const all = ['x', 'y'].flatMap((a) => ['x', 'y'].map((b) => ({ values: { a, b }, rate: 0.1 })));
    expect(found(all)).toEqual(['combination-impossible']);
  });

  it('name the one that cannot happen without another', () => {
    const whole = { values: { a: 'x' }, rate: 0.2 };
    const parts = ['x', 'y'].map((b) => ({ values: { a: 'x', b }, rate: 0.1 }));
    const [diagnostic] = checkDesign(designOf([whole, ...parts]));
    expect(diagnostic).toMatchObject({ code: 'combination-impossible', path: ['combinations', 0] });
  });

  it('move the shares of the values that they name', () => {
    const table = jointTable(designOf([{ values: { a: 'x', b: 'y' }, rate: 0.5 }]));
    if (!table.ok) throw new Error(table.error.message);
    // The rest keeps 1/16, 3/16 and 9/16 of what is not the combination: 13/16 altogether.
    const [x = 0, y = 0] = marginalShares(table.value, 'a') ?? [];
    expect(x).toBeCloseTo(0.5 + (0.5 * 1) / 13, 12);
    expect(y).toBeCloseTo((0.5 * 12) / 13, 12);
    expect(marginalShares(table.value, 'c')).toBeUndefined();
  });
});
