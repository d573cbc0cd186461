/** A column in three small facts and one picture, for its card and for the report. */
import { counted } from '#core/base/counted.ts';
import type { ColumnProfile } from '#core/analysis/column-profile.ts';
import type { ColumnQuality } from '#core/analysis/quality.ts';
import type { Column } from '#core/design/design.ts';
import type { TagTone } from '#ui/marks/tag.tsx';

export interface ColumnFact {
  readonly label: string;
  readonly value: string;
  readonly tone?: TagTone;
}

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

export function columnFacts(
  column: Column,
  profile: ColumnProfile,
  quality: ColumnQuality | undefined,
): readonly ColumnFact[] {
  const complete = completeFact(column, profile);
  const missing = profile.nullCount + profile.emptyCount === 0 ? [] : [complete];
  const distinct = { label: 'distinct', value: numbers.format(profile.distinctCount) };
  const outliers = { label: 'outliers', value: numbers.format(beyond(quality)) };
  if (quality?.numbers !== undefined && profile.numbers !== undefined)
    return [
      { label: 'mean', value: short(quality.numbers.mean) },
      { label: 'sd', value: short(profile.numbers.standardDeviation) },
      outliers,
      ...endingFact(quality),
      ...missing,
    ];
  if (quality?.shares !== undefined)
    return [
      complete,
      ...balanceFact(quality),
      { label: 'off target', value: counted(quality.shares.rowsOff, 'row') },
    ];
  if (quality?.words !== undefined && quality.words.high > 4)
    return [
      { label: 'words', value: `${short(quality.words.mean)} avg` },
      distinct,
      outliers,
      ...missing,
    ];
  return [
    distinct,
    { label: 'repeats', value: numbers.format(profile.count - profile.distinctCount) },
    complete,
  ];
}

function completeFact({ nullRate }: Column, { nullCount, emptyCount }: ColumnProfile): ColumnFact {
  const missing = nullCount + emptyCount;
  if (missing === 0) return { label: 'complete', value: '100 %' };
  const fact = { label: 'missing', value: numbers.format(missing) };
  return nullRate === 0 ? { ...fact, tone: 'warn' } : fact;
}

/** Numbers that end alike more often than chance has it, such as prices. */
function endingFact({ ending }: ColumnQuality): readonly ColumnFact[] {
  if (ending === undefined) return [];
  const value = `${Math.round(ending.share * 100)} % in ${ending.text}`;
  return [{ label: 'ending', value, tone: 'warn' }];
}

function balanceFact({ evenness }: ColumnQuality): readonly ColumnFact[] {
  return evenness === undefined ? [] : [{ label: 'balance', value: evenness.toFixed(2) }];
}

function beyond(quality: ColumnQuality | undefined): number {
  return quality?.numbers?.outlierCount ?? quality?.words?.outlierCount ?? 0;
}

function short(value: number): string {
  return Number(value.toPrecision(Math.abs(value) >= 1_000 ? 4 : 3)).toLocaleString('en');
}
