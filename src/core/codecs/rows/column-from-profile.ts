/** The column that makes more of what a field holds: numbers, dates and kinds drawn here, words by a model. */
import type { Constraint } from '#core/design/constraint.ts';
import type { Column } from '#core/design/design.ts';
import type { AnswerField, Fill, FillOf } from '#core/design/fill.ts';
import { describeProfile } from '#core/design/profile/describe-profile.ts';
import type { FieldProfile, ProfileOf } from '#core/design/profile/field-profile.ts';

export interface ProfiledField {
  readonly id: string;
  readonly name: string;
  readonly profile: FieldProfile;
  /** Of lists and objects: their own fields. */
  readonly fields?: readonly AnswerField[] | undefined;
}

export interface ColumnOptions {
  /** Id of the call for what a model writes. */
  readonly call: string;
  /** A model writes words of the row, so that numbers are written with them. */
  readonly hasWords: boolean;
}

export function isWritten({ kind }: FieldProfile): boolean {
  return kind === 'text' || kind === 'list' || kind === 'object' || kind === 'blank';
}

export function columnFromProfile(field: ProfiledField, options: ColumnOptions): Column {
  const { id, name, profile } = field;
  const filled = profile.count + profile.blanks;
  return {
    id,
    name,
    description: isWritten(profile) ? '' : sentenceOf(profile),
    type: profile.type,
    fill: fillOf(field, options),
    nullRate: filled === 0 ? 0 : Number((profile.blanks / filled).toFixed(4)),
    drop: false,
  };
}

function sentenceOf(profile: FieldProfile): string {
  const words = describeProfile({ ...profile, blanks: 0 });
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

function fillOf({ profile, fields }: ProfiledField, { call, hasWords }: ColumnOptions): Fill {
  const generated = { kind: 'generated', call } as const;
  switch (profile.kind) {
    case 'boolean':
      return { kind: 'boolean', probability: Number(profile.trueShare.toFixed(4)) };
    case 'uuid':
      return { kind: 'uuid' };
    case 'category':
      return {
        kind: 'category',
        values: profile.values.map(({ value, count }) => ({ value, weight: count })),
      };
    case 'moment':
      return momentFill(profile);
    case 'number':
      return numberFill(profile, hasWords ? generated : undefined);
    default:
      return writtenFill({ profile, fields }, generated);
  }
}

/** An object or a list is asked for with its fields; texts of which no two are alike may not repeat. */
export function writtenFill(
  { profile, fields }: Pick<ProfiledField, 'profile' | 'fields'>,
  generated: FillOf<'generated'>,
): Fill {
  if (profile.kind !== 'text') return fields === undefined ? generated : { ...generated, fields };
  const isName = profile.distinct === profile.count && profile.format === undefined;
  return isName ? { ...generated, repeats: 'same' } : generated;
}

/** Counting numbers count on; others are written where `generated` is given, and drawn where it is not. */
export function numberFill(
  profile: Omit<ProfileOf<'number'>, 'step'> & { readonly step?: number | undefined },
  generated: Fill | undefined,
): Fill {
  const { step, low, high, mean, deviation, decimalPlaces } = profile;
  if (step !== undefined) return { kind: 'sequence', start: step > 0 ? low : high, step };
  if (generated !== undefined) return generated;
  if (deviation === 0)
    return {
      kind: 'number',
      distribution: { kind: 'uniform', low, high: high + 1 },
      decimalPlaces,
    };
  // Evenly spread numbers have a deviation of the width over the root of twelve.
  const isEven = deviation > (high - low) / Math.sqrt(16);
  const distribution = isEven
    ? ({ kind: 'uniform', low, high } as const)
    : ({ kind: 'gaussian', mean: short(mean), stddev: short(deviation), low, high } as const);
  return { kind: 'number', distribution, decimalPlaces };
}

function short(value: number): number {
  return Number(value.toPrecision(6));
}

/** From the first moment to one step after the last. */
export function momentFill({ type, low, high }: ProfileOf<'moment'>): Fill {
  const end = new Date(type === 'date' ? high : withZone(high));
  const unit = type === 'date' ? 'D' : 'm';
  const stepMs = type === 'date' ? 86_400_000 : 60_000;
  const after = new Date(end.getTime() + stepMs).toISOString().replace('.000Z', 'Z');
  return { kind: 'datetime', start: low, end: type === 'date' ? after.slice(0, 10) : after, unit };
}

/** A moment without a zone is read as UTC, like everywhere else. */
function withZone(moment: string): string {
  return /(?:Z|[+-]\d{2}:\d{2})$/.test(moment) ? moment : `${moment}Z`;
}

/** What the values of a field keep to, as rules for new rows; only for what a model writes. */
export function rulesFromProfile(
  { id, profile }: ProfiledField,
  hasWords: boolean,
): readonly Constraint[] {
  const common = { severity: 'must', inPrompt: true, chart: false } as const;
  if (profile.kind === 'number' && profile.step === undefined && hasWords) {
    const { low, high } = widened(profile);
    return [{ kind: 'range', id: `${id}-range`, ...common, column: id, low, high }];
  }
  if (profile.kind !== 'text') return [];
  const rules: Constraint[] = [];
  if (profile.format !== undefined)
    rules.push({
      kind: 'pattern',
      id: `${id}-format`,
      ...common,
      column: id,
      pattern: profile.format.pattern,
    });
  else if (profile.words[1] > 1)
    rules.push({
      kind: 'length',
      id: `${id}-length`,
      ...common,
      severity: 'should',
      column: id,
      unit: 'words',
      low: profile.words[0],
      high: profile.words[1],
    });
  if (profile.distinct === profile.count && profile.count >= 3)
    rules.push({ kind: 'unique', id: `${id}-unique`, ...common, columns: [id] });
  return rules;
}

/** A tenth of the width on both sides, and never over zero. */
function widened({ low, high, type }: ProfileOf<'number'>): { low: number; high: number } {
  const margin = 0.1 * (high - low || Math.abs(high));
  const round = type === 'integer' ? Math.round : (value: number) => Number(value.toPrecision(6));
  return {
    low: low >= 0 ? Math.max(0, round(low - margin)) : round(low - margin),
    high: high <= 0 ? Math.min(0, round(high + margin)) : round(high + margin),
  };
}
