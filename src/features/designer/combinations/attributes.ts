/** The categories that combinations can tie together. */
import type { Combination } from '#core/design/combination.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import type { CategoryValue } from '#core/design/fill.ts';

export interface Attribute {
  readonly columnId: string;
  readonly name: string;
  readonly values: readonly CategoryValue[];
}

export function attributesOf({ columns }: DatasetDesign): readonly Attribute[] {
  return columns.flatMap(({ id, name, fill }) =>
    fill.kind === 'category' && fill.values.length > 0
      ? [{ columnId: id, name, values: fill.values }]
      : [],
  );
}

/** Of the first two attributes a pair that no combination names yet, with a tenth of the rows that are left. */
export function freeCombination(
  [first, second]: readonly Attribute[],
  combinations: readonly Combination[],
): Combination {
  const left = 1 - combinations.reduce((sum, { rate }) => sum + rate, 0);
  const rate = Math.max(0, Math.min(0.1, Math.floor(left * 100) / 100));
  if (first === undefined || second === undefined) return { values: {}, rate };
  const pairs = first.values.flatMap((one) =>
    second.values.map((other) => ({ [first.columnId]: one.value, [second.columnId]: other.value })),
  );
  const isTaken = (pair: Combination['values']): boolean =>
    combinations.some(({ values }) =>
      Object.entries(pair).every(([id, value]) => values[id] === value),
    );
  return { values: pairs.find((pair) => !isTaken(pair)) ?? pairs[0] ?? {}, rate };
}
