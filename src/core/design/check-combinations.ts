/** Findings on combinations of attribute values that need no arithmetic; the engine finds the impossible ones. */
import type { Diagnostic, JsonPath } from '#core/base/diagnostic.ts';
import type { DatasetDesign } from './design.ts';
import { errorAt } from './finding.ts';

export function checkCombinations({
  combinations = [],
  columns,
}: DatasetDesign): readonly Diagnostic[] {
  const sum = combinations.reduce((total, { rate }) => total + rate, 0);
  const findings = combinations.flatMap(({ values }, index) =>
    Object.entries(values).flatMap(([id, value]) => {
      const path: JsonPath = ['combinations', index, 'values', id];
      const column = columns.find((candidate) => candidate.id === id);
      if (column?.fill.kind !== 'category')
        return [errorAt(path, 'unknown-attribute', `There is no attribute “${id}” with a table.`)];
      return column.fill.values.some((entry) => entry.value === value)
        ? []
        : [errorAt(path, 'unknown-value', `${column.name} has no value “${String(value)}”.`)];
    }),
  );
  if (sum <= 1 + 1e-9) return findings;
  return [
    ...findings,
    errorAt(['combinations'], 'rates-above-one', `The rates add up to ${sum}; the most is 1.`),
  ];
}
