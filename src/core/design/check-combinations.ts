/** Findings on combinations of attribute values: unknown ones, and those that leave nothing to draw. */
import type { Diagnostic, JsonPath } from '#core/base/diagnostic.ts';
import type { DatasetDesign } from './design.ts';
import { errorAt } from './finding.ts';
import { jointTable } from './joint-shares.ts';

export function checkCombinations(design: DatasetDesign): readonly Diagnostic[] {
  const { combinations = [], columns } = design;
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
  if (sum > 1 + 1e-9)
    return [
      ...findings,
      errorAt(['combinations'], 'rates-above-one', `The rates add up to ${sum}; the most is 1.`),
    ];
  return findings.length > 0 ? findings : impossibleCombinations(design);
}

/** What Oumi would look for without end. */
function impossibleCombinations(design: DatasetDesign): readonly Diagnostic[] {
  if ((design.combinations ?? []).length === 0) return [];
  const table = jointTable(design);
  if (table.ok) return [];
  const { index, code, message } = table.error;
  const path: JsonPath = index === undefined ? ['combinations'] : ['combinations', index];
  return [errorAt(path, code, message)];
}
