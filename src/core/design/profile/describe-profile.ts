/** A profile in words, for prompts and for people. */
import { quote } from '#core/expression/value.ts';
import type { FieldProfile } from './field-profile.ts';

/** One clause without the name of the field, such as `2 values, mostly “dark” (55 %)`. Holds no value that occurs in fewer than three rows. */
export function describeProfile(profile: FieldProfile): string {
  const gaps =
    profile.blanks === 0
      ? ''
      : `, empty in ${percent(profile.blanks, profile.blanks + profile.count)} of rows`;
  return `${coreWords(profile)}${gaps}`;
}

function coreWords(profile: FieldProfile): string {
  switch (profile.kind) {
    case 'boolean':
      return `true in ${Math.round(profile.trueShare * 100)} % of rows`;
    case 'number':
      return numberWords(profile);
    case 'moment':
      return `${profile.type === 'date' ? 'dates' : 'moments'} from ${profile.low} to ${profile.high}`;
    case 'category':
      return `one of ${profile.values.length} values${frequent(profile)}`;
    case 'text':
      return textWords(profile);
    default:
      return plainWords[profile.kind];
  }
}

const plainWords = {
  blank: 'always empty',
  list: 'a list',
  object: 'an object',
  uuid: 'a UUID',
} as const;

function numberWords({
  type,
  step,
  low,
  high,
  mean,
  decimalPlaces,
}: Extract<FieldProfile, { kind: 'number' }>): string {
  if (step !== undefined) return `counts on in steps of ${step}`;
  const places = `${decimalPlaces} ${decimalPlaces === 1 ? 'decimal' : 'decimals'}`;
  const kind = type === 'integer' ? 'whole numbers' : `numbers with ${places}`;
  return `${kind} from ${low} to ${high}, mean ${round(mean)}`;
}

function frequent({ values, count }: Extract<FieldProfile, { kind: 'category' }>): string {
  const shown = values
    .filter((value) => value.count >= 3)
    .map((value) => `${quote(value.value)} ${percent(value.count, count)}`);
  return shown.length === 0 ? '' : `: ${shown.join(', ')}`;
}

function textWords({
  words: [low, high],
  format,
  distinct,
  count,
}: Extract<FieldProfile, { kind: 'text' }>): string {
  const unique = distinct === count && count >= 3 ? ', no two alike' : '';
  if (format !== undefined)
    return format.label === 'code'
      ? `a code of the form ${format.pattern}${unique}`
      : `${format.label === 'email' ? 'an' : 'a'} ${format.label}${unique}`;
  const size = low === high ? `${low} ${low === 1 ? 'word' : 'words'}` : `${low} to ${high} words`;
  return `text of ${size}${unique}`;
}

function percent(part: number, whole: number): string {
  return `${Math.round((100 * part) / whole)} %`;
}

function round(value: number): string {
  return String(Number(value.toPrecision(4)));
}
