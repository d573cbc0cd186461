/** Findings on attribute tables: values, weights, and values that depend on another column. */
import type { Diagnostic, JsonPath } from '#core/base/diagnostic.ts';
import { closestName } from './closest-name.ts';
import { possibleValues } from './possible-values.ts';
import { findColumn, type DatasetDesign } from './design.ts';
import type { CategoryValue, FillOf } from './fill.ts';
import { errorAt, warningAt } from './finding.ts';

export function checkCategory(fill: FillOf<'category'>, path: JsonPath): readonly Diagnostic[] {
  return checkTable(fill.values, [...path, 'values']);
}

/** Whether the parent exists at all is for the check of references. */
export function checkSubcategory(
  fill: FillOf<'subcategory'>,
  path: JsonPath,
  design: DatasetDesign,
): readonly Diagnostic[] {
  const tables = Object.entries(fill.values).flatMap(([parentValue, values]) =>
    checkTable(values, [...path, 'values', parentValue]),
  );
  const parent = findColumn(design, fill.category);
  if (parent === undefined) return tables;
  const possible = possibleValues(parent, design);
  if (possible === undefined)
    return [
      ...tables,
      errorAt(
        [...path, 'category'],
        'parent-not-category',
        `${parent.name} has no list of values. Choose a category, whole numbers or a source.`,
      ),
    ];
  const missing = possible.filter((value) => !Object.hasOwn(fill.values, value));
  const unknown = Object.keys(fill.values).filter((value) => !possible.includes(value));
  return [
    ...tables,
    ...missing.map((value) =>
      errorAt(
        [...path, 'values'],
        'missing-values',
        `There are no values for “${value}” of ${parent.name}. Add a table for it.`,
      ),
    ),
    ...unknown.map((value) => {
      const closest = closestName(value, missing);
      const hint = closest === undefined ? '' : ` Did you mean “${closest}”?`;
      return warningAt(
        [...path, 'values', value],
        'unknown-value',
        `${parent.name} is never “${value}”, so this table is not used.${hint}`,
      );
    }),
  ];
}

function checkTable(values: readonly CategoryValue[], path: JsonPath): readonly Diagnostic[] {
  if (values.length === 0)
    return [errorAt(path, 'empty-table', 'This table has no values. Add at least one.')];
  return [...checkWeights(values, path), ...checkRepeats(values, path)];
}

function checkWeights(values: readonly CategoryValue[], path: JsonPath): readonly Diagnostic[] {
  const bad = values.flatMap(({ weight }, index) =>
    weight >= 0
      ? []
      : [errorAt([...path, index, 'weight'], 'negative-weight', 'A weight is 0 or more.')],
  );
  if (bad.length > 0) return bad;
  const total = values.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0)
    return [errorAt(path, 'zero-weights', 'All weights are 0, so no value could ever be drawn.')];
  return Number.isFinite(total)
    ? []
    : [errorAt(path, 'weights-too-large', 'The weights add up to more than a number can hold.')];
}

function checkRepeats(values: readonly CategoryValue[], path: JsonPath): readonly Diagnostic[] {
  const seen = new Map<string, Set<unknown>>();
  return values.flatMap(({ value }, index) => {
    const text = String(value);
    const alike = seen.get(text);
    if (alike === undefined) {
      seen.set(text, new Set([value]));
      return [];
    }
    const isSame = alike.has(value);
    alike.add(value);
    return [
      warningAt(
        [...path, index, 'value'],
        'duplicate-value',
        isSame
          ? `“${text}” stands in this table more than once; its weights add up.`
          : `${text} stands in this table as a text and as another kind of value. Rows hold both, each with its own weight, and files and groups cannot tell them apart. Write them alike.`,
      ),
    ];
  });
}
