/**
 * A linear law with its numbers: one object that is the formula of a column, the sentence for a model
 * and what the fitted lines are held against.
 */
import type { LinearFit } from '#core/base/linear-fit.ts';
import type { ConstraintOf } from './constraint.ts';
import { isReferable } from './column-names.ts';
import { groupValues } from './column-facts.ts';
import { findColumn, type DatasetDesign } from './design.ts';
import type { FillOf } from './fill.ts';
import { everything, rangesOf } from './interval.ts';
import type { Range } from './law/law.ts';

export type LinearRule = ConstraintOf<'linear'>;
export type LinearLaw = NonNullable<LinearRule['law']>;

/** The line of a group; a group that the law does not name has the factor 1. */
export function lineOfGroup(
  { slope, intercept, factors }: LinearLaw,
  group: string,
): { readonly slope: number; readonly intercept: number } {
  const factor = factors.find(({ value }) => String(value) === group)?.factor ?? 1;
  return { slope: slope * factor, intercept: intercept * factor };
}

/** A slope within so much of the declared one is as declared, whatever the number of rows. */
const slopeTolerance = 0.1;

/** How far the slope of a group is beyond its law; a tenth of it is allowed, and what chance does at this number of rows. 0 within that. */
export function slopeBeyond(
  law: LinearLaw,
  group: string,
  { slope, residualSd, spreadX }: LinearFit,
): number {
  const wanted = lineOfGroup(law, group).slope;
  const chance = (3 * residualSd) / Math.sqrt(spreadX);
  const allowed = Math.max(slopeTolerance * Math.abs(wanted), chance);
  return Math.max(0, Math.abs(slope - wanted) - allowed);
}

/** The law as the formula of y. Undefined without a law, and where the name of a column it reads is none that formulas know. */
export function lawFormula(rule: LinearRule, design: DatasetDesign): FillOf<'formula'> | undefined {
  const { law } = rule;
  const x = referableName(rule.x, design);
  if (law === undefined || x === undefined) return undefined;
  const factor = factorExpression(rule, law, design);
  if (factor === undefined) return undefined;
  const line = lineExpression(law, x);
  const expression = factor === '1' ? line : `(${line}) * (${factor})`;
  return { kind: 'formula', expression, ...(law.noise === undefined ? {} : { noise: law.noise }) };
}

function referableName(columnId: string | undefined, design: DatasetDesign): string | undefined {
  const name = design.columns.find(({ id }) => id === columnId)?.name;
  return name !== undefined && isReferable(name) ? name : undefined;
}

function lineExpression({ slope, intercept }: LinearLaw, x: string): string {
  if (intercept === 0) return `${slope} * ${x}`;
  return `${slope} * ${x} ${intercept < 0 ? '-' : '+'} ${Math.abs(intercept)}`;
}

function factorExpression(
  { by }: LinearRule,
  { factors }: LinearLaw,
  design: DatasetDesign,
): string | undefined {
  const told = by === undefined ? [] : factors.filter(({ factor }) => factor !== 1);
  if (told.length === 0) return '1';
  const name = referableName(by, design);
  if (name === undefined) return undefined;
  const cases = told.map((one) => `${one.factor} if ${name} == ${JSON.stringify(one.value)} else `);
  return `${cases.join('')}1`;
}

/** True when y is filled by the law. How its numbers are rounded is its own affair. */
export function isLawWritten(rule: LinearRule, design: DatasetDesign): boolean {
  const formula = lawFormula(rule, design);
  const fill = findColumn(design, rule.y)?.fill;
  if (formula === undefined || fill?.kind !== 'formula') return false;
  return (
    fill.expression === formula.expression &&
    JSON.stringify(noiseParts(fill)) === JSON.stringify(noiseParts(formula))
  );
}

function noiseParts({ noise }: FillOf<'formula'>): unknown {
  return noise === undefined ? undefined : [noise.kind, noise.amount, noise.relative];
}

/**
 * A column that was filled by the law before the rule changed is filled by the law as it is now. Other
 * columns are left as they are.
 */
export function followLaw(
  before: DatasetDesign,
  after: DatasetDesign,
  constraintId: string,
): DatasetDesign {
  const old = before.constraints.find(({ id }) => id === constraintId);
  const rule = after.constraints.find(({ id }) => id === constraintId);
  if (old?.kind !== 'linear' || rule?.kind !== 'linear' || rule.y !== old.y) return after;
  const formula = lawFormula(rule, after);
  if (formula === undefined || !isLawWritten(old, before)) return after;
  const columns = after.columns.map((column) => {
    if (column.id !== rule.y || column.fill.kind !== 'formula') return column;
    const { rounding } = column.fill;
    return { ...column, fill: { ...formula, ...(rounding === undefined ? {} : { rounding }) } };
  });
  return { ...after, columns };
}

/** A line through the corners of where x and y lie, or of slope 1; each group of by with the factor 1. */
export function suggestLaw({ x, y, by }: LinearRule, design: DatasetDesign): LinearLaw {
  const ranges = rangesOf(design);
  return {
    ...lineThrough(ranges.get(x) ?? everything, ranges.get(y) ?? everything),
    noise: { kind: 'gaussian', amount: 0.05, relative: true },
    factors: groupFactors(by, design, []),
  };
}

function lineThrough(x: Range, y: Range): Pick<LinearLaw, 'slope' | 'intercept'> {
  const [width, height] = [x.high - x.low, y.high - y.low];
  const isKnown = Number.isFinite(width) && Number.isFinite(height) && width > 0 && height > 0;
  if (!isKnown) return { slope: 1, intercept: 0 };
  const slope = short(height / width);
  return { slope, intercept: short(y.low - slope * x.low) };
}

function short(value: number): number {
  return Number(value.toPrecision(3));
}

/** One factor for each value that the grouping column may take: the given ones, else 1. */
export function groupFactors(
  by: string | undefined,
  design: DatasetDesign,
  given: LinearLaw['factors'],
): LinearLaw['factors'] {
  const column = design.columns.find(({ id }) => id === by);
  if (column === undefined) return [];
  return groupValues(column).map((value) => ({
    value,
    factor: given.find((one) => one.value === value)?.factor ?? 1,
  }));
}
