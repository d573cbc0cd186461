/** `CREATE TABLE` statements: names, types, closed sets and keys of the columns. */
import type { ReadShape, ShapeField, ShapeLoss } from './shape.ts';

/** The first table is the row. Undefined where there is none. Never throws. */
export function readSqlTable(text: string): ReadShape | undefined {
  const plain = text.replace(/--[^\n]*/g, '').replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, '');
  const starts = [
    ...plain.matchAll(
      /create\s+(?:temporary\s+)?table\s+(?:if\s+not\s+exists\s+)?([\w."`[\]]+)\s*\(/gi,
    ),
  ];
  const [first, ...others] = starts;
  if (first === undefined) return undefined;
  const losses: ShapeLoss[] = others.map(([, name = '']) => ({
    path: [unquote(name)],
    message: `The table ${unquote(name)} was not taken: a design has one kind of row. Import it by itself.`,
  }));
  const body = bodyFrom(plain, first.index + first[0].length);
  const table = unquote(first[1] ?? '');
  const fields: ShapeField[] = [];
  for (const part of splitAtCommas(body)) {
    const field = fieldOf(part);
    if (field !== undefined) fields.push(field);
    else if (part.trim() !== '')
      losses.push({ path: [table], message: `“${part.trim().slice(0, 60)}” was not taken over.` });
  }
  return { name: table, fields, losses };
}

/** What stands between the open parenthesis and the one that closes it. */
function bodyFrom(text: string, start: number): string {
  let depth = 1;
  for (let index = start; index < text.length; index += 1) {
    if (text[index] === '(') depth += 1;
    if (text[index] === ')') depth -= 1;
    if (depth === 0) return text.slice(start, index);
  }
  return text.slice(start);
}

function splitAtCommas(body: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let index = 0; index < body.length; index += 1) {
    if (body[index] === '(') depth += 1;
    if (body[index] === ')') depth -= 1;
    if (body[index] !== ',' || depth > 0) continue;
    parts.push(body.slice(from, index));
    from = index + 1;
  }
  return [...parts, body.slice(from)];
}

function unquote(name: string): string {
  return (name.split('.').at(-1) ?? name).replace(/["`[\]]/g, '');
}

const tableRules = /^\s*(?:constraint|primary\s+key|foreign\s+key|unique|check|key|index)\b/i;

function fieldOf(part: string): ShapeField | undefined {
  if (tableRules.test(part)) return undefined;
  const [, quoted = '', type = '', size = ''] =
    /^\s*("[^"]+"|`[^`]+`|\[[^\]]+\]|\w+)\s+(\w+)\s*(?:\(([^)]*)\))?/.exec(part) ?? [];
  if (quoted === '' || type === '') return undefined;
  const isWhole = /^(?:\w*int(?:eger)?\d?|\w*serial)$/i.test(type);
  return {
    name: quoted.replace(/^["`[]|["`\]]$/g, ''),
    type: typeOf(type, isWhole),
    values: valuesOf(type, size, part),
    longest: /char/i.test(type) && /^\d+$/.test(size.trim()) ? Number(size) : undefined,
    isUuid: /^(?:uuid|uniqueidentifier)$/i.test(type),
    ...keysOf(part, isWhole),
    ...boundsOf(part),
  };
}

/** A whole number as a key counts on; any other key differs. */
function keysOf(part: string, isWhole: boolean): Pick<ShapeField, 'isUnique' | 'isCounted'> {
  const isKey = /\bprimary\s+key\b/i.test(part);
  return {
    isUnique: (isKey && !isWhole) || /\bunique\b/i.test(part),
    isCounted: isWhole && (isKey || /serial|identity|auto_?increment/i.test(part)),
  };
}

function typeOf(type: string, isWhole: boolean): ShapeField['type'] {
  if (isWhole) return 'integer';
  if (/^(?:numeric|decimal|real|float\d?|double|money|number)$/i.test(type)) return 'decimal';
  if (/^bool(?:ean)?$|^bit$/i.test(type)) return 'boolean';
  if (/^date$/i.test(type)) return 'date';
  if (/^(?:timestamp\w*|datetime\d?)$/i.test(type)) return 'datetime';
  return /^jsonb?$/i.test(type) ? 'object' : 'text';
}

/** `ENUM('a', 'b')`, and `CHECK (name IN ('a', 'b'))`. */
function valuesOf(type: string, size: string, part: string): readonly string[] | undefined {
  const list = /^enum$/i.test(type) ? size : (/\bin\s*\(([^)]*)\)/i.exec(part)?.[1] ?? '');
  const values = [...list.matchAll(/'([^']*)'/g)].map(([, value = '']) => value);
  return values.length === 0 ? undefined : [...new Set(values)];
}

/** `CHECK (price >= 0 AND price <= 100)`, `CHECK (size BETWEEN 1 AND 9)`. */
function boundsOf(part: string): Pick<ShapeField, 'low' | 'high'> {
  const check = /\bcheck\b(.*)$/is.exec(part)?.[1] ?? '';
  const between = /\bbetween\s+(-?[\d.]+)\s+and\s+(-?[\d.]+)/i.exec(check);
  const low = between?.[1] ?? />=?\s*(-?[\d.]+)/.exec(check)?.[1];
  const high = between?.[2] ?? /<=?\s*(-?[\d.]+)/.exec(check)?.[1];
  return { low: finite(low), high: finite(high) };
}

function finite(text: string | undefined): number | undefined {
  const value = Number(text);
  return text === undefined || !Number.isFinite(value) ? undefined : value;
}
