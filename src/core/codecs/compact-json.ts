/** JSON for people: small objects and lists stay on one line, so that a column or a rule reads like a row of a table. */
import { isJsonObject, type JsonValue } from '#core/base/json.ts';

const lineWidth = 100;

/** The same value in at most 100 characters a line where the values allow it; two spaces of indentation; ends with a line break. The top level is always spread. */
export function writeCompactJson(value: JsonValue): string {
  return `${writeSpread(value, '')}\n`;
}

function write(value: JsonValue, indent: string, used: number): string {
  const line = writeLine(value);
  if (used + line.length <= lineWidth && !isTable(value)) return line;
  return writeSpread(value, indent);
}

/** Lists of several objects are spread even when short: one object a line. */
function isTable(value: JsonValue): boolean {
  return Array.isArray(value) && value.length > 1 && value.some(isJsonObject);
}

function writeLine(value: JsonValue): string {
  if (Array.isArray(value)) return `[${(value as readonly JsonValue[]).map(writeLine).join(', ')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(
    ([key, item]) => `${JSON.stringify(key)}: ${writeLine(item)}`,
  );
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function writeSpread(value: JsonValue, indent: string): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = (value as readonly JsonValue[]).map(
      (item) => `${inner}${write(item, inner, inner.length + 1)}`,
    );
    return items.length === 0 ? '[]' : `[\n${items.join(',\n')}\n${indent}]`;
  }
  if (!isJsonObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => {
    const label = `${inner}${JSON.stringify(key)}: `;
    return label + write(item, inner, label.length + 1);
  });
  return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n${indent}}`;
}
