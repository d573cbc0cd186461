/** Findings on rules: bounds nothing can meet, and columns of a type the measure has no use for. */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { compilePattern } from '#core/base/pattern.ts';
import { isTextColumn, knownValues } from './column-facts.ts';
import { checkCharts } from './check-charts.ts';
import type { Constraint, ConstraintOf } from './constraint.ts';
import { findColumn, type DatasetDesign } from './design.ts';
import { drawnShare } from './drawn-share.ts';
import { errorAt, warningAt } from './finding.ts';
import { needNumbers, type Place } from './need-numbers.ts';

export function checkConstraints(design: DatasetDesign): readonly Diagnostic[] {
  const rules = design.constraints.flatMap((constraint, index) =>
    checkConstraint(constraint, { path: ['constraints', index], design }),
  );
  return [...rules, ...checkCharts(design)];
}

function checkConstraint(constraint: Constraint, place: Place): readonly Diagnostic[] {
  switch (constraint.kind) {
    case 'expression':
      return [];
    case 'range':
      return [...checkLowHigh(constraint, place), ...needNumbers(constraint, ['column'], place)];
    case 'pattern':
      return checkPattern(constraint, place);
    case 'length':
      return [...checkLowHigh(constraint, place), ...needText(constraint.column, place)];
    case 'unique':
      return checkUnique(constraint, place);
    case 'correlation':
      return [
        ...checkPair(constraint, place),
        ...checkLowHigh(constraint, place),
        ...within(constraint, ['low', 'high'], { ...place, low: -1 }),
      ];
    case 'linear':
      return [
        ...checkPair(constraint, place),
        ...within(constraint, ['minR'], { ...place, low: 0 }),
      ];
    case 'monotone':
      return [
        ...checkPair(constraint, place),
        ...within(constraint, ['minRho'], { ...place, low: 0 }),
      ];
    case 'ratio':
      return checkRatio(constraint, place);
    case 'share':
      return checkShare(constraint, place);
  }
}

function checkLowHigh(
  { low, high }: { readonly low?: number | undefined; readonly high?: number | undefined },
  { path }: Place,
): readonly Diagnostic[] {
  if (low === undefined && high === undefined)
    return [
      warningAt(path, 'no-bounds', 'This rule has neither low nor high, so every row meets it.'),
    ];
  return low !== undefined && high !== undefined && low > high
    ? [
        errorAt(
          [...path, 'low'],
          'range-reversed',
          `low (${low}) is above high (${high}), so no row can meet this rule.`,
        ),
      ]
    : [];
}

function checkPattern(rule: ConstraintOf<'pattern'>, place: Place): readonly Diagnostic[] {
  const compiled = compilePattern(rule.pattern);
  const problems = compiled.ok
    ? []
    : [errorAt([...place.path, 'pattern'], 'pattern-invalid', compiled.error.message)];
  return [...problems, ...needText(rule.column, place)];
}

function checkUnique(
  { columns }: ConstraintOf<'unique'>,
  { path, design }: Place,
): readonly Diagnostic[] {
  const counts = columns.map((id) => {
    const column = findColumn(design, id);
    return column === undefined ? undefined : knownValues(column)?.length;
  });
  const combinations = counts.reduce<number>(
    (product, count) => product * (count ?? Number.POSITIVE_INFINITY),
    1,
  );
  return combinations < design.rows
    ? [
        errorAt(
          path,
          'infeasible',
          `There are only ${combinations} different values, which is not enough for ${design.rows} unique rows.`,
        ),
      ]
    : [];
}

function checkPair(
  rule: ConstraintOf<'correlation' | 'linear' | 'monotone'>,
  place: Place,
): readonly Diagnostic[] {
  return rule.x === rule.y
    ? [
        warningAt(
          [...place.path, 'y'],
          'same-column',
          'x and y are the same column, so this rule says nothing.',
        ),
      ]
    : needNumbers(rule, ['x', 'y'], place);
}

function checkRatio(rule: ConstraintOf<'ratio'>, place: Place): readonly Diagnostic[] {
  const { path } = place;
  const isWidthBad = rule.within !== undefined && !(rule.within > 0);
  return [
    ...checkLowHigh(rule, place),
    ...needNumbers(rule, ['column', 'at'], place),
    ...needValue(rule.by, { ...place, key: 'of', value: rule.of }),
    ...needValue(rule.by, { ...place, key: 'to', value: rule.to }),
    ...(isWidthBad
      ? [errorAt([...path, 'within'], 'width-not-positive', 'The width of a bin is above 0.')]
      : []),
  ];
}

function checkShare(rule: ConstraintOf<'share'>, place: Place): readonly Diagnostic[] {
  return [
    ...within(rule, ['share', 'tolerance'], { ...place, low: 0 }),
    ...needValue(rule.column, { ...place, key: 'value', value: rule.value }),
    ...checkTable(rule, place),
  ];
}

/** A table that draws another share than the rule asks for. */
function checkTable(
  { column: columnId, value, share, tolerance, severity }: ConstraintOf<'share'>,
  { path, design }: Place,
): readonly Diagnostic[] {
  const column = findColumn(design, columnId);
  const isJoint = design.combinations?.some(({ values }) => columnId in values) === true;
  if (severity !== 'must' || column === undefined || isJoint || share < 0 || share > 1) return [];
  const drawn = drawnShare(column, value);
  if (drawn === undefined || !(Math.abs(drawn - share) > tolerance + 1e-9)) return [];
  return [
    warningAt(
      [...path, 'share'],
      'share-against-table',
      `The table of ${column.name} gives ${String(value)} to ${percent(drawn)} of the rows, and this rule asks for ${percent(share)}. Change its weight, or the rule.`,
    ),
  ];
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))} %`;
}

function within<Key extends string>(
  rule: Readonly<Partial<Record<Key, number | undefined>>>,
  keys: readonly Key[],
  { path, low }: Place & { readonly low: number },
): readonly Diagnostic[] {
  return keys.flatMap((key) => {
    const value: number | undefined = rule[key];
    return value === undefined || (value >= low && value <= 1)
      ? []
      : [errorAt([...path, key], 'rate-outside', `${key} lies between ${low} and 1.`)];
  });
}

function needText(columnId: string, { path, design }: Place): readonly Diagnostic[] {
  const column = findColumn(design, columnId);
  return column === undefined || isTextColumn(column)
    ? []
    : [
        warningAt(
          [...path, 'column'],
          'unfit-column',
          `${column.name} is ${column.type}; text is needed here.`,
        ),
      ];
}

function needValue(
  columnId: string,
  {
    path,
    design,
    key,
    value,
  }: Place & { readonly key: string; readonly value: string | number | boolean },
): readonly Diagnostic[] {
  const column = findColumn(design, columnId);
  const values = column === undefined ? undefined : knownValues(column);
  return column === undefined || values === undefined || values.includes(String(value))
    ? []
    : [
        errorAt(
          [...path, key],
          'unknown-value',
          `${column.name} is never “${String(value)}”. Values: ${values.slice(0, 12).join(', ')}.`,
        ),
      ];
}
