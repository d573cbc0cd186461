/** How a field of imported rows is to be filled in new rows: what is possible, and the column that comes of it. */
import type { Column } from '#core/design/design.ts';
import type { Fill } from '#core/design/fill.ts';
import {
  columnFromProfile,
  isWritten,
  momentFill,
  numberFill,
  writtenFill,
  type ColumnOptions,
} from './column-from-profile.ts';
import type { DraftedField } from './rows-draft.ts';

/** `source` takes the user's own values once more; `leave-out` makes no column. */
export type FillChoice =
  | 'generated'
  | 'category'
  | 'number'
  | 'sequence'
  | 'datetime'
  | 'boolean'
  | 'uuid'
  | 'source'
  | 'leave-out';

export interface FieldChoice {
  /** The column's name. */
  readonly name: string;
  readonly fill: FillChoice;
  /** The user's rows keep their own values of this field; otherwise they get new ones. */
  readonly isKept: boolean;
}

/** By field id. A field without an entry is taken as recommended. */
export type FieldChoices = Readonly<Record<string, FieldChoice>>;

/** What a field may be filled by, the recommended first. */
export function possibleFills(
  { profile, shares }: DraftedField,
  hasWords: boolean,
): readonly FillChoice[] {
  const own = ownFills(profile, hasWords);
  const fills: readonly FillChoice[] = [
    ...own,
    ...(shares === undefined ? [] : (['category'] as const)),
    'generated',
    'source',
    'leave-out',
  ];
  return [...new Set(fills)];
}

function ownFills(profile: DraftedField['profile'], hasWords: boolean): readonly FillChoice[] {
  switch (profile.kind) {
    case 'boolean':
    case 'uuid':
    case 'category':
      return [profile.kind];
    case 'moment':
      return ['datetime'];
    case 'number':
      if (profile.step !== undefined) return ['sequence', 'number'];
      // A model that writes the words of a row writes numbers that go with them.
      return hasWords ? ['generated', 'number'] : ['number'];
    default:
      return ['generated'];
  }
}

/** Whether a model writes words of the rows, so that numbers are recommended to be written with them. */
export function hasWords(fields: readonly DraftedField[]): boolean {
  return fields.some(({ profile }) => isWritten(profile));
}

export function recommendedChoice(field: DraftedField, isWordy: boolean): FieldChoice {
  const [fill = 'generated'] = possibleFills(field, isWordy);
  return { name: field.name, fill, isKept: true };
}

export interface ChoiceOptions extends Pick<ColumnOptions, 'call'> {
  /** Id of the source that holds the rows. */
  readonly source: string;
}

/** Undefined for a field that is left out. Ids are the field's. */
export function columnOfChoice(
  field: DraftedField,
  { name, fill: kind }: FieldChoice,
  options: ChoiceOptions,
): Column | undefined {
  if (kind === 'leave-out') return undefined;
  const column = columnFromProfile(field, { call: options.call, hasWords: kind === 'generated' });
  return { ...column, name, fill: fillOf(field, kind, options) ?? column.fill };
}

/** Undefined where the fill that the profile suggests is the one that is wanted. */
function fillOf(
  field: DraftedField,
  kind: FillChoice,
  { call, source }: ChoiceOptions,
): Fill | undefined {
  const { profile, shares } = field;
  switch (kind) {
    case 'generated':
      return writtenFill(field, { kind: 'generated', call });
    case 'source':
      return { kind: 'source', source, field: field.name };
    case 'category':
      return shares === undefined ? undefined : { kind: 'category', values: tableOf(field) };
    case 'number':
      if (profile.kind !== 'number') return undefined;
      return numberFill({ ...profile, step: undefined }, undefined);
    case 'datetime':
      return profile.kind === 'moment' ? momentFill(profile) : undefined;
    default:
      return undefined;
  }
}

/** Numbers stay numbers. */
function tableOf({ profile, shares = [] }: DraftedField) {
  return shares
    .filter(({ value }) => profile.kind !== 'number' || Number.isFinite(Number(value)))
    .map(({ value, count }) => ({
      value: profile.kind === 'number' ? Number(value) : value,
      weight: count,
    }));
}
