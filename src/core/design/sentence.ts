/** A rule in words: the same wording stands in the prompt, on the screen and in reports. */
import type { Constraint, ConstraintOf } from './constraint.ts';
import { findColumn, type DatasetDesign } from './design.ts';
import type { Noise } from './fill.ts';
import type { LinearLaw, LinearRule } from './linear-law.ts';

/** A piece of a sentence; columns stay ids, so that the screen can show them as chips. */
export type ConstraintPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'column'; readonly columnId: string };

/** The author's sentence when there is one, else the rule in plain words without a full stop. */
export function constraintSentence(constraint: Constraint, design: DatasetDesign): string {
  if (constraint.sentence !== undefined && constraint.sentence.trim() !== '')
    return constraint.sentence;
  return constraintParts(constraint, design)
    .map((part) => (part.kind === 'text' ? part.text : nameOf(design, part.columnId)))
    .join('');
}

/** The rule itself in pieces, whatever sentence the author gave it. Unknown columns keep their id. */
export function constraintParts(
  constraint: Constraint,
  design: DatasetDesign,
): readonly ConstraintPart[] {
  switch (constraint.kind) {
    case 'expression':
      return [text(constraint.expression)];
    case 'range':
      return [column(constraint.column), text(` is ${betweenWords(constraint)}`)];
    case 'pattern':
      return [column(constraint.column), text(` matches ${constraint.pattern}`)];
    case 'length':
      return [column(constraint.column), text(` has ${countWords(constraint)}`)];
    case 'unique':
      return uniqueParts(constraint);
    case 'correlation':
      return [
        ...pair(constraint, ' goes along with '),
        text(`, correlation ${betweenWords(constraint)}`),
      ];
    case 'linear':
      return constraint.law === undefined
        ? pair(constraint, ' grows with ')
        : lawParts(constraint, constraint.law);
    case 'monotone':
      return pair(
        constraint,
        constraint.direction === 'increasing' ? ' rises with ' : ' falls with ',
      );
    case 'ratio':
      return ratioParts(constraint, design);
    case 'share':
      return [
        text(`${numberWords(constraint.share * 100)} % of rows have `),
        column(constraint.column),
        text(` ${String(constraint.value)}`),
      ];
  }
}

function text(words: string): ConstraintPart {
  return { kind: 'text', text: words };
}

function column(columnId: string): ConstraintPart {
  return { kind: 'column', columnId };
}

function nameOf(design: DatasetDesign, columnId: string): string {
  return findColumn(design, columnId)?.name ?? columnId;
}

function pair(
  { x, y, by }: { readonly x: string; readonly y: string; readonly by?: string | undefined },
  relation: string,
): readonly ConstraintPart[] {
  const parts = [column(y), text(relation), column(x)];
  return by === undefined ? parts : [...parts, text(' per '), column(by)];
}

function lawParts({ x, y, by }: LinearRule, law: LinearLaw): readonly ConstraintPart[] {
  const { slope, intercept, noise, factors } = law;
  const sign = intercept < 0 ? '−' : '+';
  const plus = intercept === 0 ? '' : ` ${sign} ${numberWords(Math.abs(intercept))}`;
  const line = [column(y), text(` is ${numberWords(slope)} × `), column(x), text(plus)];
  const told = by === undefined ? [] : factors.filter(({ factor }) => factor !== 1);
  const times = told.map(({ value, factor }) => `${numberWords(factor)} for ${String(value)}`);
  if (by !== undefined && times.length > 0)
    line.push(text(`, by `), column(by), text(` times ${times.join(', ')}`));
  return noise === undefined ? line : [...line, text(`, give or take ${noiseWords(noise)}`)];
}

/** Such as `6 %` or `40`. */
export function noiseWords({ amount, relative }: Noise): string {
  return relative ? `${numberWords(amount * 100)} %` : numberWords(amount);
}

function uniqueParts({ columns }: ConstraintOf<'unique'>): readonly ConstraintPart[] {
  const listed = columns.flatMap((id, index) => {
    if (index === 0) return [column(id)];
    return [text(index === columns.length - 1 ? ' and ' : ', '), column(id)];
  });
  return [...listed, text(columns.length === 1 ? ' is unique' : ' together are unique')];
}

function ratioParts(
  constraint: ConstraintOf<'ratio'>,
  design: DatasetDesign,
): readonly ConstraintPart[] {
  const { of, to, low, high, at } = constraint;
  const factor = `${numberWords(low)} to ${numberWords(high)} ×`;
  const isMoney = /price|cost|fee|fare/i.test(nameOf(design, constraint.column));
  const parts: ConstraintPart[] = isMoney
    ? [text(`${String(of)} costs ${factor} ${String(to)}`)]
    : [column(constraint.column), text(` of ${String(of)} is ${factor} that of ${String(to)}`)];
  return at === undefined ? parts : [...parts, text(' at equal '), column(at)];
}

interface LowHigh {
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/** Such as `between 0.6 and 0.8` or `at least 20`. */
export function betweenWords({ low, high }: LowHigh): string {
  if (low !== undefined && high !== undefined)
    return low === high
      ? `exactly ${numberWords(low)}`
      : `between ${numberWords(low)} and ${numberWords(high)}`;
  if (low !== undefined) return `at least ${numberWords(low)}`;
  return high === undefined ? 'any number' : `at most ${numberWords(high)}`;
}

function countWords({ low, high, unit }: ConstraintOf<'length'>): string {
  if (low !== undefined && high !== undefined)
    return low === high ? `exactly ${low} ${unit}` : `${low} to ${high} ${unit}`;
  if (low !== undefined) return `at least ${low} ${unit}`;
  return high === undefined ? `any number of ${unit}` : `at most ${high} ${unit}`;
}

function numberWords(value: number): string {
  return String(Number(value.toPrecision(12)));
}
