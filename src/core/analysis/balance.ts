/** Bias check: how much an outcome differs between the groups of a column, as an effect size. */
import type { Column, DatasetDesign } from '#core/design/design.ts';
import type { CodedColumn } from '#core/rows/row-store.ts';
import { groupNames, readVector, type ColumnVector } from './column-role.ts';
import {
  cohensD,
  cramersV,
  crossCounts,
  groupNumbers,
  type GroupSummary,
} from './pair-statistics.ts';
import type { RowReader } from '#core/rows/row-reader.ts';

/** cohen: standard deviations apart. risk: difference of the shares of true, 0 to 1. cramer: 0 to 1. */
export type EffectMeasure = 'cohen' | 'risk' | 'cramer';
export type EffectStrength = 'none' | 'small' | 'medium' | 'large';

export interface BalanceEntry {
  readonly group: string;
  readonly outcome: string;
  /** The outcome is the number of words of a text. */
  readonly isWords: boolean;
  readonly measure: EffectMeasure;
  /** 0 or more. */
  readonly size: number;
  readonly strength: EffectStrength;
  /** The two groups that differ most, the one with the greater outcome first; absent for cramer. */
  readonly between?: readonly [GroupOutcome, GroupOutcome];
}

export interface GroupOutcome {
  readonly name: string;
  readonly count: number;
  /** Mean of the number, or share of true. */
  readonly value: number;
}

/** Least size called small, medium and large: Cohen 1988 for d and V (one degree of freedom); for risks a tenth of it is common. */
const thresholds: Readonly<Record<EffectMeasure, readonly [number, number, number]>> = {
  cohen: [0.2, 0.5, 0.8],
  risk: [0.05, 0.1, 0.2],
  cramer: [0.1, 0.3, 0.5],
};

const mostGroupValues = 12;
/** Groups with fewer rows say too little. */
const leastRows = 5;

/** Every column of at most twelve groups against every other column, the greatest effect first. */
export function* balanceSteps(
  rows: RowReader,
  design: DatasetDesign,
): Generator<undefined, readonly BalanceEntry[]> {
  const vectors: { readonly column: Column; readonly vector: ColumnVector }[] = [];
  for (const column of design.columns) {
    // A text put together from other columns differs where they do.
    if (column.fill.kind === 'template') continue;
    const vector = readVector(rows, column);
    if (vector !== undefined) vectors.push({ column, vector });
    yield;
  }
  const entries: BalanceEntry[] = [];
  for (const [at, { column, vector }] of vectors.entries()) {
    if (vector.kind !== 'group' || vector.coded.values.length > mostGroupValues) continue;
    for (const [other, outcome] of vectors.entries()) {
      // Two columns of groups are one pair, whichever way round.
      if (other === at || (isPlainGroup(outcome.vector) && other < at)) continue;
      const effect = effectOf(vector.coded, outcome.vector);
      if (effect === undefined) continue;
      entries.push({ group: column.id, outcome: outcome.column.id, ...effect });
      yield;
    }
  }
  return entries.toSorted((a, b) => relativeSize(b) - relativeSize(a));
}

type Effect = Omit<BalanceEntry, 'group' | 'outcome'>;

function effectOf(groups: CodedColumn, outcome: ColumnVector): Effect | undefined {
  if (outcome.kind !== 'group')
    return numberEffect(groups, outcome.numbers, outcome.kind === 'words');
  if (isBoolean(outcome.coded)) return riskEffect(groups, outcome.coded);
  const size = cramersV(groups, outcome.coded);
  return size === undefined ? undefined : sized('cramer', size);
}

/** The greatest d between any two groups. */
function numberEffect(
  groups: CodedColumn,
  numbers: Float64Array,
  isWords: boolean,
): Effect | undefined {
  const names = groupNames(groups);
  const summaries = groupNumbers(groups, numbers).map((summary, code) => ({ summary, code }));
  const large = summaries.filter(({ summary }) => summary.count >= leastRows);
  let best: (Effect & { readonly size: number }) | undefined;
  for (const a of large)
    for (const b of large) {
      const size = cohensD(a.summary, b.summary);
      if (size === undefined || size <= (best?.size ?? -1) || a.code === b.code) continue;
      const outcome = ({ summary, code }: { summary: GroupSummary; code: number }) => ({
        name: names[code] ?? '',
        count: summary.count,
        value: summary.mean,
      });
      best = { ...sized('cohen', size), isWords, between: [outcome(a), outcome(b)] };
    }
  return best;
}

/** The greatest difference between the shares of true of any two groups. */
function riskEffect(groups: CodedColumn, outcome: CodedColumn): Effect | undefined {
  const counts = crossCounts(groups, outcome);
  const width = outcome.values.length;
  const yes = outcome.values.indexOf(true);
  const risks = groupNames(groups)
    .map((name, code) => {
      const own = counts.subarray(code * width, (code + 1) * width);
      const count = own.reduce((sum, value) => sum + value, 0);
      return { name, count, value: yes < 0 ? 0 : (own[yes] ?? 0) / count };
    })
    .filter(({ count }) => count >= leastRows)
    .toSorted((a, b) => b.value - a.value);
  const [most, least] = [risks[0], risks.at(-1)];
  if (most === undefined || least === undefined || risks.length < 2) return undefined;
  return { ...sized('risk', most.value - least.value), between: [most, least] };
}

function isBoolean({ values }: CodedColumn): boolean {
  return values.every((value) => typeof value === 'boolean');
}

function isPlainGroup(vector: ColumnVector): boolean {
  return vector.kind === 'group' && !isBoolean(vector.coded);
}

function sized(measure: EffectMeasure, size: number): Omit<Effect, 'between'> {
  const [small, medium, large] = thresholds[measure];
  let strength: EffectStrength = 'none';
  if (size >= small) strength = 'small';
  if (size >= medium) strength = 'medium';
  if (size >= large) strength = 'large';
  return { isWords: false, measure, size, strength };
}

/** Sizes of different measures, made comparable by what is called large in each. */
function relativeSize({ measure, size }: BalanceEntry): number {
  return size / thresholds[measure][2];
}
