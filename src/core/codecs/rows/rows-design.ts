/**
 * Rows as a design that makes more of them: a column for each field, rules for what the values keep to,
 * and the rows themselves as the first of the dataset.
 */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '#core/base/json.ts';
import { limits } from '#core/base/limits.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import { createNamer, isPlainId, isUsableName, slugOf } from '#core/design/column-names.ts';
import { columnTypeOf } from '#core/design/column-type-of.ts';
import { createDesign } from '#core/design/defaults.ts';
import type { Call, DatasetDesign } from '#core/design/design.ts';
import type { AnswerField } from '#core/design/fill.ts';
import { fieldValue } from '#core/design/field-value.ts';
import { warningAt } from '#core/design/finding.ts';
import { originalsDefaults } from '#core/design/originals.ts';
import { profileField } from '#core/design/profile/field-profile.ts';
import { restoreDesign, type RestoredDesign } from '#core/design/restore.ts';
import {
  columnFromProfile,
  isWritten,
  rulesFromProfile,
  type ProfiledField,
} from './column-from-profile.ts';

const sourceId = 'originals';
const callId = 'writer';

/** New rows asked for at first: as many as there are, within these. */
const [fewestNew, mostNew] = [20, 100] as const;

/** Half of what a design may hold; the rest stays for editing. */
const mostCharacters = limits.designLength / 2;
const mostValues = limits.designNodes / 2;

/** `name` is that of the file. Fails when there is no row or no usable field. */
export function designOfRows(
  rows: readonly JsonObject[],
  name: string,
): Result<RestoredDesign, readonly Diagnostic[]> {
  if (rows.length === 0) return refused('There are no rows in it.');
  const kept = firstThatFit(rows);
  const fields = profiledFields(rows);
  if (fields.length === 0) return refused('Its rows have no fields.');
  const hasWords = fields.some(({ profile }) => isWritten(profile));
  const restored = restoreDesign(designFrom({ rows: kept, fields, hasWords, name }));
  if (!restored.ok) return restored;
  const { design, notices } = restored.value;
  return success({ design, notices: [...noticesOf(rows, kept, fields), ...notices] });
}

function refused(message: string): Result<never, readonly Diagnostic[]> {
  return failure([{ path: [], code: 'no-rows', severity: 'error', message }]);
}

interface Content {
  readonly rows: readonly JsonObject[];
  readonly fields: readonly ProfiledField[];
  readonly hasWords: boolean;
  readonly name: string;
}

function designFrom({ rows, fields, hasWords, name }: Content): DatasetDesign {
  const columns = fields.map((field) => columnFromProfile(field, { call: callId, hasWords }));
  const isAsked = columns.some(({ fill }) => fill.kind === 'generated');
  const title = name
    .replace(/\.\w+$/, '')
    .replace(/[_-]+/g, ' ')
    .trim();
  return createDesign({
    name: title === '' ? 'Imported rows' : `${title.charAt(0).toUpperCase()}${title.slice(1)}`,
    rows: rows.length + Math.min(mostNew, Math.max(fewestNew, rows.length)),
    models: isAsked ? [{ alias: 'writer', provider: 'demo', model: '' }] : [],
    sources: [
      { id: sourceId, name: name === '' ? 'rows' : name, kind: 'inline', order: 'sequence', rows },
    ],
    originals: {
      source: sourceId,
      fields: Object.fromEntries(fields.map(({ id, name: field }) => [id, field])),
      ...originalsDefaults,
    },
    columns,
    calls: isAsked ? [writer] : [],
    constraints: fields.flatMap((field) => rulesFromProfile(field, hasWords)),
  });
}

const writer: Call = {
  id: callId,
  name: callId,
  model: 'writer',
  rowsPerRequest: 10,
  messages: [],
  examples: [],
  output: { kind: 'fields' },
};

function profiledFields(rows: readonly JsonObject[]): readonly ProfiledField[] {
  const namer = createNamer(new Set([sourceId, callId]));
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(isUsableName);
  return names.slice(0, limits.columns).map((name) => {
    const values = rows.map((row) => fieldValue(row, name));
    return {
      id: namer(isPlainId(name) ? name : slugOf(name)),
      name,
      profile: profileField(values),
      fields: partsOf(values),
    };
  });
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
  fields: readonly ProfiledField[],
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
  const misfits = fields.flatMap(({ name, profile }, index) => {
    if (profile.kind !== 'number' || profile.misfits.length === 0) return [];
    const shown = profile.misfits
      .slice(0, 3)
      .map((text) => `“${text.slice(0, 40)}”`)
      .join(', ');
    return [
      warningAt(
        ['columns', index],
        'not-numbers',
        `Some values of ${name} are no numbers (${shown}). Your rows keep them; new rows leave them out.`,
      ),
    ];
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
  return [...cut, ...misfits, ...lost];
}
