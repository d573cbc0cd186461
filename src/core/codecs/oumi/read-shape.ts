/**
 * A typed tree against its shape: every key checked, every value brought to its type as OmegaConf does
 * it, and every problem reported, not only the first.
 */
import type { Diagnostic, JsonPath, PathSegment } from '#core/base/diagnostic.ts';
import type { JsonValue } from '#core/base/json.ts';
import { pythonNumber } from '#core/expression/python-text.ts';
import type { Field, Shape, StructShape } from './shape.ts';
import type { YamlMap, YamlNode, YamlScalar } from './yaml-node.ts';

export interface Findings {
  readonly items: Diagnostic[];
  /** Lines of the places that were read, by path as text. */
  readonly lines: Map<string, number>;
}

export interface Place {
  readonly path: JsonPath;
  readonly findings: Findings;
}

export function createFindings(): Findings {
  return { items: [], lines: new Map() };
}

export function at(place: Place, segment: PathSegment): Place {
  return { ...place, path: [...place.path, segment] };
}

/** The value in its type; undefined where it cannot be used, with a finding that says why. */
export function readShape(shape: Shape, node: YamlNode, place: Place): JsonValue | undefined {
  place.findings.lines.set(JSON.stringify(place.path), node.line);
  switch (shape.kind) {
    case 'struct':
      return readStruct(shape, node, place);
    case 'list':
      if (node.kind !== 'list') {
        refuse(place, node, 'a list');
        return;
      }
      return node.items.flatMap((item, index) => {
        const value = readShape(shape.item, item, at(place, index));
        return value === undefined ? [] : [value];
      });
    case 'map':
      return readMap(shape, node, place);
    case 'record':
      return readRecord(node, place);
    case 'any':
      return readAny(node, place);
    case 'enum':
      return readEnum(shape, node, place);
    default:
      return readScalar(shape.kind, node, place);
  }
}

function readStruct(shape: StructShape, node: YamlNode, place: Place): JsonValue | undefined {
  if (node.kind !== 'map') {
    refuse(place, node, 'a map');
    return;
  }
  const result: Record<string, JsonValue> = {};
  const given = new Map(node.entries.map(({ key, value }) => [String(key.value), value]));
  for (const { key } of node.entries)
    if (!Object.hasOwn(shape.fields, String(key.value))) unknownKey(shape, key, place);
  for (const [key, field] of Object.entries(shape.fields)) {
    const value = readField(field, given.get(key), at(place, key));
    if (value !== undefined) result[key] = value;
  }
  return result;
}

function readField(field: Field, node: YamlNode | undefined, place: Place): JsonValue | undefined {
  const isMissing = node?.kind === 'scalar' && node.type === 'text' && node.value === '???';
  if (node === undefined || isMissing) {
    if (field.isRequired === true || isMissing) {
      missing(place);
      return;
    }
    return fallbackOf(field, place);
  }
  if (node.kind === 'scalar' && node.type === 'null') {
    if (field.isNullable === true) return null;
    add(place, 'null-not-allowed', {
      line: node.line,
      message: `${label(place)} cannot be empty.`,
    });
    return undefined;
  }
  return readShape(field.shape, node, place);
}

/** An absent map is read as an empty one, so that its own keys get their fallbacks. */
function fallbackOf({ shape, fallback }: Field, place: Place): JsonValue | undefined {
  if (shape.kind !== 'struct' || fallback === null) return fallback;
  return readStruct(shape, { kind: 'map', entries: [], line: lineAt(place) }, place);
}

function missing(place: Place): JsonValue | undefined {
  add(place, 'missing-key', { message: `${label(place)} is missing.` });
  return undefined;
}

function unknownKey(shape: StructShape, key: YamlScalar, place: Place): void {
  const known = Object.keys(shape.fields).join(', ');
  add(at(place, String(key.value)), 'unknown-key', {
    line: key.line,
    message: `Oumi knows no “${String(key.value).slice(0, 60)}” here. It knows: ${known}.`,
  });
}

function readMap(
  shape: Extract<Shape, { kind: 'map' }>,
  node: YamlNode,
  place: Place,
): JsonValue | undefined {
  if (node.kind !== 'map') {
    refuse(place, node, 'a map');
    return;
  }
  const result: Record<string, JsonValue> = {};
  for (const { key, value } of node.entries) {
    const name = shape.keys === undefined ? textOf(key) : readKey(shape.keys, key, place);
    if (name === undefined) continue;
    const field: Field = { shape: shape.value };
    const item = readField(field, value, at(place, name));
    if (item !== undefined) result[name] = item;
  }
  return result;
}

type EnumShape = Extract<Shape, { kind: 'enum' }>;

function readKey(shape: EnumShape, key: YamlScalar, place: Place): string | undefined {
  const name = enumName(shape, String(key.value));
  if (!name?.isExact)
    add(at(place, String(key.value)), 'bad-enum-key', {
      line: key.line,
      message: `“${String(key.value)}” is none of ${shape.values.join(', ')}.${fixed(name)}`,
    });
  return name?.value;
}

function readEnum(shape: EnumShape, node: YamlNode, place: Place): JsonValue | undefined {
  if (node.kind !== 'scalar') {
    refuse(place, node, `one of ${shape.values.join(', ')}`);
    return;
  }
  const name = enumName(shape, String(node.value));
  if (!name?.isExact)
    add(place, 'bad-enum', {
      line: node.line,
      message: `“${String(node.value)}” is none of ${shape.values.join(', ')}.${fixed(name)}`,
    });
  return name?.value;
}

interface EnumName {
  readonly value: string;
  readonly isExact: boolean;
}

/** Names are upper case; another case is an error in Oumi, but what is meant is clear. */
function enumName({ name, values }: EnumShape, written: string): EnumName | undefined {
  const plain = written.startsWith(`${name}.`) ? written.slice(name.length + 1) : written;
  if (values.includes(plain)) return { value: plain, isExact: true };
  const meant = values.find((value) => value === plain.toUpperCase());
  return meant === undefined ? undefined : { value: meant, isExact: false };
}

function fixed(name: EnumName | undefined): string {
  return name === undefined ? '' : ` It was read as ${name.value}.`;
}

function readRecord(node: YamlNode, place: Place): JsonValue | undefined {
  if (node.kind !== 'map') {
    refuse(place, node, 'a map');
    return;
  }
  return readEntries(node, place);
}

function readEntries(node: YamlMap, place: Place): JsonValue {
  const bad = node.entries.find(({ key }) => key.type !== 'text');
  if (bad !== undefined)
    add(place, 'bad-map-key', {
      line: bad.key.line,
      message: `The key ${textOf(bad.key)} is not a text. Put it in quotes.`,
    });
  return Object.fromEntries(
    node.entries.map(({ key, value }) => [textOf(key), readAny(value, at(place, textOf(key)))]),
  );
}

function readAny(node: YamlNode, place: Place): JsonValue {
  place.findings.lines.set(JSON.stringify(place.path), node.line);
  if (node.kind === 'list') return node.items.map((item, index) => readAny(item, at(place, index)));
  if (node.kind === 'map') return readEntries(node, place);
  const { value } = node;
  if (typeof value !== 'number' || Number.isFinite(value)) return value;
  add(place, 'number-not-finite', {
    line: node.line,
    severity: 'warning',
    message: 'This number cannot be kept. It was read as empty.',
  });
  return null;
}

function readScalar(
  kind: 'text' | 'int' | 'float' | 'bool',
  node: YamlNode,
  place: Place,
): JsonValue | undefined {
  const nouns = { text: 'a text', int: 'a whole number', float: 'a number', bool: 'true or false' };
  if (node.kind !== 'scalar' || node.type === 'null') {
    refuse(place, node, nouns[kind]);
    return;
  }
  if (kind === 'text') return textOf(node);
  const value = kind === 'bool' ? boolOf(node) : kind === 'int' ? intOf(node) : floatOf(node);
  return value ?? refuse(place, node, nouns[kind]);
}

/** As Python prints it. */
function textOf({ type, value }: YamlScalar): string {
  if (type === 'bool') return value === true ? 'True' : 'False';
  if (type === 'null') return 'None';
  if (type === 'int') return String(value);
  if (type !== 'float') return String(value);
  const number = Number(value);
  if (!Number.isFinite(number)) return Number.isNaN(number) ? 'nan' : number > 0 ? 'inf' : '-inf';
  const text = pythonNumber(number);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

function intOf({ type, value }: YamlScalar): number | undefined {
  if (type === 'int') return Number(value);
  return type === 'text' && /^\s*[-+]?\d+\s*$/.test(String(value)) ? Number(value) : undefined;
}

function floatOf({ type, value }: YamlScalar): number | undefined {
  if (type === 'int' || type === 'float') return Number(value);
  const isNumeral = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*$/.test(String(value));
  return type === 'text' && isNumeral ? Number(value) : undefined;
}

const truths: ReadonlySet<string> = new Set(['yes', 'y', 'on', 'true', '1']);
const falsehoods: ReadonlySet<string> = new Set(['no', 'n', 'off', 'false', '0']);

function boolOf({ type, value }: YamlScalar): boolean | undefined {
  if (type === 'bool') return value === true;
  if (type === 'int') return value !== 0;
  const word = String(value).toLowerCase();
  if (type !== 'text' || !(truths.has(word) || falsehoods.has(word))) return undefined;
  return truths.has(word);
}

function refuse(place: Place, node: YamlNode, expected: string): JsonValue | undefined {
  const found =
    node.kind === 'scalar'
      ? node.type === 'null'
        ? 'empty'
        : `“${textOf(node).slice(0, 60)}”`
      : `a ${node.kind}`;
  add(place, 'bad-type', {
    line: node.line,
    message: `${label(place)} should be ${expected}, and it is ${found}.`,
  });
  return undefined;
  return undefined;
}

interface Finding {
  readonly message: string;
  readonly line?: number;
  readonly severity?: Diagnostic['severity'];
}

/** Adds a finding at a place; without a line it gets that of the closest place that was read. */
export function add(place: Place, code: string, finding: Finding): void {
  const { severity = 'error', message, line = lineAt(place) } = finding;
  place.findings.items.push({ path: place.path, code, severity, message, line });
}

function lineAt({ path, findings }: Place): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const line = findings.lines.get(JSON.stringify(path.slice(0, length)));
    if (line !== undefined) return line;
  }
  return 1;
}

function label({ path }: Place): string {
  const last = path.at(-1);
  return typeof last === 'number' ? `Item ${last + 1}` : (last ?? 'The file');
}
