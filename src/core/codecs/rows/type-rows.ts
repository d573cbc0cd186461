/** Cells of a table as values: numbers and truth values where a whole field is of that kind, texts otherwise. */
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import { fieldValue } from '#core/design/field-value.ts';

/** A field is numeric when at least this share of its filled cells is; the others stay the texts they are. */
const numericShare = 0.9;

/** Only texts are looked at, so rows that came as JSON keep their kinds. `007` stays a text. Blank cells become null. */
export function typeRows(rows: readonly JsonObject[]): readonly JsonObject[] {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const readers = new Map(fields.map((field) => [field, readerOf(rows, field)]));
  return rows.map((row) =>
    Object.fromEntries(
      fields.map((field) => [field, (readers.get(field) ?? same)(fieldValue(row, field))]),
    ),
  );
}

type Reader = (value: JsonValue) => JsonValue;

const same: Reader = (value) => value;

function readerOf(rows: readonly JsonObject[], field: string): Reader {
  const texts = rows.map((row) => fieldValue(row, field)).filter((value) => value !== null);
  const filled = texts
    .filter((value) => typeof value === 'string')
    .filter((text) => text.trim() !== '');
  if (filled.length === 0 || texts.some((value) => typeof value !== 'string'))
    return (value) => (value === '' ? null : value);
  const plain = filled.map((text) => text.trim());
  if (plain.every((text) => /^(?:true|false)$/i.test(text)))
    return textReader((text) => text.toLowerCase() === 'true');
  // A number with leading zeros is a code.
  const numeric = plain.filter(isNumeric).length;
  if (numeric >= numericShare * plain.length && !plain.some((text) => /^0\d/.test(text)))
    return textReader((text) => (isNumeric(text) ? Number(text) : text));
  return textReader((text) => text);
}

function textReader(read: (text: string) => JsonValue): Reader {
  return (value) => {
    const text = typeof value === 'string' ? value.trim() : '';
    return text === '' ? null : read(text);
  };
}

/** Digits that a number keeps, `12.50` included. */
export function isNumeric(text: string): boolean {
  return /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,12})?$/.test(text);
}
