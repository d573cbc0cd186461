/** Files that are read one by one and looked at as one table. */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import type { JsonObject } from '#core/base/json.ts';
import type { Result } from '#core/base/result.ts';
import { success } from '#core/base/result.ts';
import { warningAt } from '#core/design/finding.ts';
import { draftOfRows, type RowsDraft } from './rows-draft.ts';
import type { ReadRows } from './read-rows.ts';
import { typeRows } from './type-rows.ts';

/** One file, or the pasted text. */
export interface RowsPart extends ReadRows {
  /** Empty for pasted rows. */
  readonly name: string;
  readonly sizeBytes: number;
}

const mostLosses = 8;

/** The rows of all parts, one after the other, under the name of the first. Kinds are told from all of them. */
export function draftOfParts(
  parts: readonly [RowsPart, ...RowsPart[]],
): Result<RowsDraft, readonly Diagnostic[]> {
  const rows = parts.flatMap((part) => part.rows);
  const draft = draftOfRows(typeRows(rows), parts[0].name);
  if (!draft.ok) return draft;
  const lost = parts.flatMap((part) => lossesOf(part, parts.length > 1));
  return success({ ...draft.value, notices: [...lost, ...draft.value.notices] });
}

/** Whether all fields of one are fields of the other, so that their rows can stand under one head. */
export function isSameTable(one: readonly JsonObject[], other: readonly JsonObject[]): boolean {
  const [few = [], many = []] = [fieldsOf(one), fieldsOf(other)].sort(
    (a, b) => a.length - b.length,
  );
  return few.length > 0 && few.every((field) => many.includes(field));
}

function fieldsOf(rows: readonly JsonObject[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

function lossesOf({ name, lost }: RowsPart, isOneOfSeveral: boolean): readonly Diagnostic[] {
  const place = isOneOfSeveral && name !== '' ? `${name}: ` : '';
  const shown = lost.slice(0, mostLosses);
  const more = lost.length - shown.length;
  const rest = more > 0 ? [`${more.toLocaleString('en')} more places could not be read.`] : [];
  return [...shown, ...rest].map((what) => warningAt([], 'rows-lost', `${place}${what}`));
}
