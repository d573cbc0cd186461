/** What the import table says of a field and of the fill that was chosen for it. */
import { counted } from '#core/base/counted.ts';
import {
  columnOfChoice,
  type FieldChoice,
  type FillChoice,
} from '#core/codecs/rows/field-choice.ts';
import type { DraftedField } from '#core/codecs/rows/rows-draft.ts';
import { createDesign } from '#core/design/defaults.ts';
import { describeProfile } from '#core/design/profile/describe-profile.ts';
import type { FoundFile } from '#state/import-store.ts';
import { columnSummary } from '#core/design/summary/column-summary.ts';

export const fillLabels: Readonly<Record<FillChoice, string>> = {
  generated: 'Model',
  category: 'Category',
  number: 'Number',
  sequence: 'Sequence',
  datetime: 'Date',
  boolean: 'Boolean',
  uuid: 'UUID',
  source: 'Your values again',
  'leave-out': 'Leave out',
};

/** The kind of tile that stands for a choice. */
export function tileOf(fill: FillChoice): string {
  return fill === 'leave-out' ? 'constant' : fill;
}

/** What stands in the cells of new rows. */
export function newRowsWords(field: DraftedField, choice: FieldChoice): string {
  switch (choice.fill) {
    case 'leave-out':
      return 'no column';
    case 'source':
      return 'values of your rows, drawn anew';
    case 'generated':
      return `by a model${writtenWords(field)}`;
    default:
      return drawnWords(field, choice);
  }
}

function writtenWords({ profile }: DraftedField): string {
  if (profile.kind === 'number') return `, ${profile.low} to ${profile.high}`;
  if (profile.kind !== 'text') return '';
  const [low, high] = profile.words;
  if (profile.format !== undefined) return `, ${describeProfile({ ...profile, blanks: 0 })}`;
  return high === 1 ? ', 1 word' : `, ${low === high ? '' : `${low} to `}${high} words`;
}

function drawnWords(field: DraftedField, choice: FieldChoice): string {
  const column = columnOfChoice(field, choice, { call: 'writer', source: 'originals' });
  if (column === undefined) return '';
  const { text } = columnSummary(column, createDesign());
  const values = column.fill.kind === 'category' ? column.fill.values.length : 0;
  return values > 0 ? `${counted(values, 'value')}, shares kept` : text;
}

/** Such as `46 rows, 5 columns, 4 KB, read here`. */
export function fileWords({ rowCount, sizeBytes }: FoundFile, fieldCount: number): string {
  const rows = counted(rowCount, 'row');
  const columns = counted(fieldCount, 'column');
  return `${rows}, ${columns}, ${sizeWords(sizeBytes)}, read here`;
}

/** Why files that were brought are not among these. */
export function waitingWords(names: readonly string[]): string {
  const [first = '', ...others] = names;
  const what = others.length === 0 ? `${first} has` : `${first} and ${others.length} more have`;
  return `${what} other columns, and will be shown after these.`;
}

function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
