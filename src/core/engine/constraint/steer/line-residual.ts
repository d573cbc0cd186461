/** Correlations and linear laws: the rows to come are told the line to keep to, and how closely. */
import { linearFit, type LinearFit } from '#core/base/linear-fit.ts';
import type { ConstraintOf } from '#core/design/constraint.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { lineOfGroup, slopeBeyond, type LinearLaw } from '#core/design/linear-law.ts';
import { betweenWords, noiseWords } from '#core/design/sentence.ts';
import { groupWords, openGroups, type OpenGroup } from './open-groups.ts';
import { withPromised, type Standing } from './promised.ts';
import {
  aimOf,
  clamp,
  correlations,
  countWords,
  lackOf,
  nameOf,
  short,
  type OpenRows,
  type Residual,
} from './residual.ts';

type LineRule = ConstraintOf<'correlation' | 'linear'>;

/** One for each group that breaks the rule so far, or nearly does. */
export function lineResidual(
  rule: LineRule,
  rows: OpenRows,
  design: DatasetDesign,
): readonly Residual[] {
  const names = { x: nameOf(rule.x, design), y: nameOf(rule.y, design) };
  return openGroups(rows, rule).flatMap((open) => {
    const fit = linearFit(open.pairs);
    const wanted = fit && wantedOf(rule, fit, open);
    if (fit === undefined || wanted === undefined) return [];
    const { over, lack } = wanted;
    const by = groupWords(rule, open.group, design);
    return [
      {
        standing: `${wanted.standing(names)} over ${countWords(fit.count, rows)}${by}, wanted ${over}`,
        advice: `keep ${names.y} near ${lineWords(wanted.line, names)} in the rows to come${by}${wanted.spread}`,
        lack,
        group: open.group,
        aim: wanted.aim,
      },
    ];
  });
}

interface Line {
  readonly slope: number;
  readonly intercept: number;
}

interface Names {
  readonly x: string;
  readonly y: string;
}

interface Wanted {
  readonly standing: (names: Names) => string;
  /** What the rule asks for. */
  readonly over: string;
  readonly line: Line;
  /** Such as `, give or take 40`; empty where the rows are to lie on the line. */
  readonly spread: string;
  readonly lack: number;
  /** The correlation of rows that keep to it; undefined where the line is a declared one. */
  readonly aim?: number;
}

function wantedOf(rule: LineRule, fit: LinearFit, open: OpenGroup): Wanted | undefined {
  return rule.kind === 'correlation' ? wantedR(rule, fit, open) : wantedLine(rule, fit, open);
}

/** The middle of what is allowed is aimed for, as it is when numbers are drawn. */
function wantedR(
  { low = -1, high = 1 }: ConstraintOf<'correlation'>,
  fit: LinearFit,
  open: OpenGroup,
): Wanted | undefined {
  const middle = (low + high) / 2;
  const { untoldRequests } = open.promised;
  const standing = standingOf(fit, open);
  const lack = lackOf(standing.soFar, { low, high }, { possible: correlations, untoldRequests });
  if (lack <= 0 || standing.left <= 0) return undefined;
  return {
    standing: ({ x, y }) => `the correlation of ${y} with ${x} is ${fit.r.toFixed(2)}`,
    over: betweenWords({ low: low === -1 ? undefined : low, high: high === 1 ? undefined : high }),
    ...lineFor(middle, fit, standing),
    lack,
  };
}

/** A slope is looked at where the line fits already. */
function wantedLine(
  rule: ConstraintOf<'linear'>,
  fit: LinearFit,
  open: OpenGroup,
): Wanted | undefined {
  const { law, minR } = rule;
  const declared = law && declaredLine(law, open.group);
  const lack = lackOf(Math.abs(fit.r), { low: minR, high: 1 }, { possible: correlations });
  if (lack <= 0) return declared && wantedSlope(slopeBeyond(law, open.group, fit), fit, declared);
  const sign = Math.sign(declared?.line.slope ?? fit.r) || 1;
  const middle = (sign * (1 + minR)) / 2;
  const standing = standingOf(fit, open);
  if (declared === undefined && standing.left <= 0) return undefined;
  return {
    standing: ({ x, y }) => `${y} follows a line over ${x} with r ${fit.r.toFixed(2)}`,
    over: `${sign < 0 ? 'at most' : 'at least'} ${sign * minR}`,
    ...(declared ?? lineFor(middle, fit, standing)),
    lack,
  };
}

function wantedSlope(
  beyond: number,
  { slope }: LinearFit,
  declared: Pick<Wanted, 'line' | 'spread'>,
): Wanted | undefined {
  if (!(beyond > 0)) return undefined;
  return {
    standing: ({ x, y }) => `${y} changes by ${short(slope)} for each ${x}`,
    over: short(declared.line.slope),
    ...declared,
    lack: beyond / Math.abs(declared.line.slope),
  };
}

function declaredLine(law: LinearLaw, group: string): Pick<Wanted, 'line' | 'spread'> {
  const { noise } = law;
  const spread = noise === undefined ? '' : `, give or take ${noiseWords(noise)}`;
  return { line: lineOfGroup(law, group), spread };
}

function standingOf(fit: LinearFit, { left, promised }: OpenGroup): Standing {
  return withPromised({ soFar: fit.r, written: fit.count, left }, promised);
}

/**
 * The line of rows that have the correlation which the whole then lacks no more, through the means and
 * with the spread of the rows so far: two parts with equal means and spreads average their correlations.
 */
function lineFor(
  r: number,
  fit: LinearFit,
  standing: Standing,
): Pick<Wanted, 'line' | 'spread' | 'aim'> {
  const { count, meanX, meanY, spreadX } = fit;
  const aim = clamp(aimOf(r, standing), -1, 1);
  const deviationX = Math.sqrt(spreadX / (count - 1));
  const deviationY = deviationOfY(fit);
  const slope = (aim * deviationY) / deviationX;
  const rest = deviationY * Math.sqrt(1 - aim * aim);
  return {
    line: { slope, intercept: meanY - slope * meanX },
    spread: rest > 0 ? `, give or take ${short(rest)}` : '',
    aim,
  };
}

/** What the line explains of y and what it leaves. */
function deviationOfY({ count, slope, spreadX, residualSd }: LinearFit): number {
  return Math.sqrt((slope ** 2 * spreadX + residualSd ** 2 * (count - 2)) / (count - 1));
}

function lineWords({ slope, intercept }: Line, { x }: Names): string {
  const plus = `${intercept < 0 ? '−' : '+'} ${short(Math.abs(intercept))}`;
  return `${short(slope)} × ${x}${short(intercept) === '0' ? '' : ` ${plus}`}`;
}
