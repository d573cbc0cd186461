/** What was found in the rows of a file, before it becomes columns: a profile of each field with samples and a picture. */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '#core/base/json.ts';
import { limits } from '#core/base/limits.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import { createNamer, isPlainId, isUsableName, slugOf } from '#core/design/column-names.ts';
import { columnTypeOf } from '#core/design/column-type-of.ts';
import type { AnswerField } from '#core/design/fill.ts';
import { fieldValue } from '#core/design/field-value.ts';
import { warningAt } from '#core/design/finding.ts';
import { profileField, type ValueShare } from '#core/design/profile/field-profile.ts';
import type { ProfiledField } from './column-from-profile.ts';
import { mixedValues } from './mixed-values.ts';
import { fieldPicture, type FieldPicture } from './field-picture.ts';

export interface DraftedField extends ProfiledField {
  /** Up to three values as texts, the first that differ. */
  readonly samples: readonly string[];
  readonly picture: FieldPicture;
  /** How often each value occurs, the most frequent first; absent where there are too many or they are long. */
  readonly shares?: readonly ValueShare[];
}

export interface RowsDraft {
  /** Of the file; empty for pasted rows. */
  readonly name: string;
  /** Rows that fit into a design, the first of the file. */
  readonly rows: readonly JsonObject[];
  /** Rows of the file. */
  readonly rowCount: number;
  /** Ids are unique and none of those in `reservedIds`. */
  readonly fields: readonly DraftedField[];
  /** What could not be read or has no room; paths lead into the design of these rows. */
  readonly notices: readonly Diagnostic[];
}

export const originalsId = 'originals';
export const writerId = 'writer';

/** Half of what a design may hold; the rest stays for editing. */
const mostCharacters = limits.designLength / 2;
const mostValues = limits.designNodes / 2;

const mostSamples = 3;
const mostShares = 100;
const longestShared = 60;

/** Fails when there is no row or no usable field. Takes time linear in the values. */
export function draftOfRows(
  rows: readonly JsonObject[],
  name: string,
): Result<RowsDraft, readonly Diagnostic[]> {
  if (rows.length === 0) return refused('There are no rows in it.');
  const kept = firstThatFit(rows);
  const fields = draftedFields(rows);
  if (fields.length === 0) return refused('Its rows have no fields.');
  const notices = noticesOf(rows, kept, fields);
  return success({ name, rows: kept, rowCount: rows.length, fields, notices });
}

function refused(message: string): Result<never, readonly Diagnostic[]> {
  return failure([{ path: [], code: 'no-rows', severity: 'error', message }]);
}

function draftedFields(rows: readonly JsonObject[]): readonly DraftedField[] {
  const namer = createNamer(new Set([originalsId, writerId]));
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(isUsableName);
  return names.slice(0, limits.columns).map((name) => {
    const values = rows.map((row) => fieldValue(row, name));
    const profile = profileField(values);
    const shares = sharesOf(values);
    return {
      id: namer(isPlainId(name) ? name : slugOf(name)),
      name,
      profile,
      fields: partsOf(values),
      samples: samplesOf(values),
      picture: fieldPicture(values, profile),
      ...(shares === undefined ? {} : { shares }),
    };
  });
}

function samplesOf(values: readonly JsonValue[]): readonly string[] {
  const shown = new Set<string>();
  for (const value of values) {
    if (value !== null && value !== '') shown.add(textOf(value));
    if (shown.size === mostSamples) break;
  }
  return [...shown];
}

function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function sharesOf(values: readonly JsonValue[]): readonly ValueShare[] | undefined {
  const counts = new Map<string, number>();
  for (const value of values) {
    if (value === null || value === '') continue;
    if (typeof value === 'object') return undefined;
    const text = textOf(value);
    if (text.length > longestShared) return undefined;
    counts.set(text, (counts.get(text) ?? 0) + 1);
    if (counts.size > mostShares) return undefined;
  }
  if (counts.size === 0) return undefined;
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}

/** Fields of objects, or of the objects in lists; undefined for anything else. */
function partsOf(values: readonly JsonValue[]): readonly AnswerField[] | undefined {
  const objects = values.flat().filter(isJsonObject);
  if (objects.length === 0) return undefined;
  const names = [...new Set(objects.flatMap((object) => Object.keys(object)))].filter(isUsableName);
  return names.slice(0, limits.columns).map((name) => {
    const inner = objects.map((object) => fieldValue(object, name));
    const fields = partsOf(inner);
    return { name, type: columnTypeOf(inner), ...(fields === undefined ? {} : { fields }) };
  });
}

function firstThatFit(rows: readonly JsonObject[]): readonly JsonObject[] {
  let characters = 0;
  let values = 0;
  for (const [index, row] of rows.entries()) {
    characters += JSON.stringify(row).length;
    values += 1 + Object.keys(row).length;
    if (characters > mostCharacters || values > mostValues)
      return rows.slice(0, Math.max(1, index));
  }
  return rows;
}

function noticesOf(
  rows: readonly JsonObject[],
  kept: readonly JsonObject[],
  fields: readonly DraftedField[],
): readonly Diagnostic[] {
  const cut =
    kept.length === rows.length
      ? []
      : [
          warningAt(
            ['sources', 0, 'rows'],
            'rows-left-out',
            `A design has room for the first ${kept.length} of these ${rows.length} rows. The profile was taken from all of them.`,
          ),
        ];
  const mixed = fields.flatMap(({ name, profile }, index) => {
    const found = mixedValues(rows.map((row) => fieldValue(row, name)));
    if (found === undefined) return [];
    const follows =
      profile.kind === 'number'
        ? 'Your rows keep them; new rows leave them out.'
        : 'They are read as texts.';
    return [warningAt(['columns', index], 'mixed-values', `${name}: ${found}. ${follows}`)];
  });
  const all = new Set(rows.flatMap((row) => Object.keys(row)));
  const unusable = [...all].filter((name) => !isUsableName(name));
  const lost = unusable.map((name) =>
    warningAt(
      [],
      'field-left-out',
      `The field “${name.slice(0, 40)}” cannot be a column and is left out.`,
    ),
  );
  return [...cut, ...mixed, ...lost];
}
