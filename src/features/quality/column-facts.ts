/** A column in three small facts and one picture, for its card and for the report. */
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
  const missing = profile.nullCount + profile.emptyCount;
  const complete: ColumnFact = {
    label: missing === 0 ? 'complete' : 'missing',
    value: missing === 0 ? '100 %' : numbers.format(missing),
    ...(missing > 0 && column.nullRate === 0 ? { tone: 'warn' } : {}),
  };
  const outliers: ColumnFact = {
    label: 'outliers',
    value: numbers.format(beyond(quality)),
  };
  if (quality?.numbers !== undefined && profile.numbers !== undefined)
    return [
      { label: 'mean', value: short(quality.numbers.mean) },
      { label: 'sd', value: short(profile.numbers.standardDeviation) },
      outliers,
      ...(quality.ending === undefined
        ? []
        : [
            {
              label: 'ending',
              value: `${Math.round(quality.ending.share * 100)} % in ${quality.ending.text}`,
              tone: 'warn' as const,
            },
          ]),
      ...(missing === 0 ? [] : [complete]),
    ];
  if (quality?.shares !== undefined)
    return [
      complete,
      ...(quality.evenness === undefined
        ? []
        : [{ label: 'balance', value: quality.evenness.toFixed(2) }]),
      { label: 'off target', value: `${numbers.format(quality.shares.rowsOff)} rows` },
    ];
  const distinct = { label: 'distinct', value: numbers.format(profile.distinctCount) };
  if (quality?.words !== undefined && quality.words.high > 4)
    return [
      { label: 'words', value: `${short(quality.words.mean)} avg` },
      distinct,
      outliers,
      ...(missing === 0 ? [] : [complete]),
    ];
  return [
    distinct,
    { label: 'repeats', value: numbers.format(profile.count - profile.distinctCount) },
    complete,
  ];
}

function beyond(quality: ColumnQuality | undefined): number {
  return quality?.numbers?.outlierCount ?? quality?.words?.outlierCount ?? 0;
}

function short(value: number): string {
  return Number(value.toPrecision(Math.abs(value) >= 1_000 ? 4 : 3)).toLocaleString('en');
}
