/**
 * Closures for the fields of a format text. What a name shows depends on what it is: a value of an
 * attribute table shows its label, a list of picked rows can only be read item by item.
 */
import { isForbiddenKey } from '#core/base/json.ts';
import type { FormatNode, Span } from './ast.ts';
import { chargeOutput, textWithin } from './budget.ts';
import { variable, type Compiled, type Compiler, type Context } from './evaluate.ts';
import { formatValue } from './format-spec.ts';
import { problemAt } from './problem.ts';
import { pythonAscii, pythonRepr, pythonText } from './python-text.ts';
import { describeValue, isList, isMapping, quote, type Value } from './value.ts';

/** What a field has read so far. */
type Read =
  | { readonly kind: 'value'; readonly value: Value }
  /** The value of a table attribute, by the name of its column. */
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'parent'; readonly name: string }
  | { readonly kind: 'shots'; readonly items: readonly Value[] }
  | { readonly kind: 'shot'; readonly item: Value };

interface Access extends Span {
  readonly kind: 'attribute' | 'item';
  readonly key: string | number;
}

export function compileFormat(node: FormatNode, compiler: Compiler): Compiled {
  const { name, accesses } = chainOf(node.target);
  const spec = node.spec.map((part) =>
    part.kind === 'text' ? part.text : compiler.compile(part.expression).evaluate,
  );
  return variable((context) => {
    let read = readName(context, name);
    for (const access of accesses) read = follow(context, read, access);
    const written = spec
      .map((part) => (typeof part === 'string' ? part : pythonText(part(context))))
      .join('');
    return print(context, read, { node, spec: written });
  });
}

interface Name extends Span {
  readonly text: string;
}

function chainOf(target: FormatNode['target']): { name: Name; accesses: readonly Access[] } {
  const accesses: Access[] = [];
  let node: FormatNode['target'] = target;
  while (node.kind !== 'name') {
    const { start, end } = node;
    if (node.kind === 'attribute') accesses.push({ kind: 'attribute', key: node.key, start, end });
    else if (node.index.kind === 'literal') {
      const { value } = node.index;
      accesses.push({
        kind: 'item',
        key: typeof value === 'number' ? value : String(value),
        start,
        end,
      });
    }
    // The parser of this dialect builds targets of these three kinds only.
    node = node.target as FormatNode['target'];
  }
  const { name: text, start, end } = node;
  return { name: { text, start, end }, accesses: accesses.reverse() };
}

function readName({ scope }: Context, name: Name): Read {
  const value = scope.get(name.text);
  if (value === undefined) {
    const substitute = scope.missing?.(name.text);
    if (substitute !== undefined) return { kind: 'value', value: substitute };
    throw problemAt(
      name,
      'unknown-name',
      `${quote(name.text)} is not known here. Check the spelling, or write “{{” and “}}” for braces that are meant as text.`,
    );
  }
  const label = value === null ? undefined : scope.attribute?.(name.text, 'label');
  if (label !== undefined) return { kind: 'attribute', name: name.text };
  if (isList(value) && isMapping(value[0])) return { kind: 'shots', items: value };
  return { kind: 'value', value };
}

function follow(context: Context, read: Read, access: Access): Read {
  switch (read.kind) {
    case 'attribute':
      return attributePart(context, read.name, access);
    case 'parent': {
      const parent = context.scope.attribute?.(read.name, 'parent');
      const part = access.kind === 'attribute' ? ownValue(parent ?? null, access.key) : undefined;
      if (part === undefined) throw noAttribute('the attribute', access);
      return { kind: 'value', value: part };
    }
    case 'shots':
      return { kind: 'shot', item: shotAt(read.items, access) };
    case 'shot': {
      const field = ownValue(read.item, access.key);
      if (field !== undefined) return { kind: 'value', value: field };
      throw access.kind === 'attribute' ? noAttribute('the picked row', access) : noKey(access);
    }
    case 'value':
      return { kind: 'value', value: plainPart(read.value, access) };
  }
}

function attributePart({ scope }: Context, name: string, access: Access): Read {
  const part = (key: string): Read => ({
    kind: 'value',
    value: scope.attribute?.(name, key) ?? '',
  });
  if (access.kind === 'attribute') {
    if (access.key === 'name') return part('label');
    if (access.key === 'description') return part('description');
    if (access.key === 'attribute_id') return { kind: 'value', value: name };
    if (access.key === 'parent') return { kind: 'parent', name };
  }
  throw problemAt(
    access,
    access.kind === 'attribute' ? 'unknown-attribute' : 'type-mismatch',
    `${quote(name)} has .name, .description, .attribute_id and .parent, and nothing else.`,
  );
}

/** Only rows that were picked count from the end too: their index is read as a number. */
function shotAt(items: readonly Value[], access: Access): Value {
  const index = Number(access.key);
  if (access.kind === 'attribute') throw noAttribute('a list of rows', access);
  if (!/^-?\d+$/.test(String(access.key))) throw badIndex(access);
  const item = items.at(index);
  if (item === undefined) throw outOfRange(items.length, access);
  return item;
}

function plainPart(value: Value, access: Access): Value {
  if (access.kind === 'attribute') throw noAttribute(describeValue(value), access);
  if (isMapping(value)) {
    const own = typeof access.key === 'string' ? ownValue(value, access.key) : undefined;
    if (own === undefined) throw noKey(access);
    return own;
  }
  if (!isList(value) && typeof value !== 'string')
    throw problemAt(access, 'type-mismatch', `${describeValue(value)} has no items.`);
  if (typeof access.key !== 'number') throw badIndex(access);
  const items = typeof value === 'string' ? Array.from(value) : value;
  const item = items[access.key];
  if (item === undefined) throw outOfRange(items.length, access);
  return item;
}

function ownValue(value: Value, key: string | number): Value | undefined {
  if (!isMapping(value) || typeof key !== 'string' || isForbiddenKey(key)) return undefined;
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

interface Printing {
  readonly node: FormatNode;
  readonly spec: string;
}

function print(context: Context, read: Read, { node, spec }: Printing): string {
  const value = printed(context, read, node);
  const converted = convert(context, value, node);
  if (spec === '') return typeof converted === 'string' ? converted : pythonText(converted);
  if (read.kind === 'attribute' && node.conversion === undefined)
    throw problemAt(node, 'type-mismatch', 'A table value takes no format. Add “!s” before “:”.');
  const formatted = formatValue(converted, spec);
  if ('problem' in formatted) throw problemAt(node, 'invalid-value', formatted.problem);
  chargeOutput(context.budget, formatted.text.length, node);
  return formatted.text;
}

function printed({ scope }: Context, read: Read, at: Span): Value {
  switch (read.kind) {
    case 'value':
      return read.value;
    case 'attribute':
      return scope.attribute?.(read.name, 'label') ?? '';
    case 'parent':
      return ownValue(scope.attribute?.(read.name, 'parent') ?? null, 'name') ?? '';
    case 'shots':
    case 'shot':
      throw problemAt(
        at,
        'opaque-value',
        'Picked rows cannot be printed as a whole. Name one field, such as {examples[0].question}.',
      );
  }
}

function convert(context: Context, value: Value, { conversion, ...at }: FormatNode): Value {
  // Charges for what printing has to walk; the text of the other dialect is about as long.
  textWithin(context.budget, value, at);
  if (conversion === undefined) return value;
  if (conversion === 's') return pythonText(value);
  return conversion === 'r' ? pythonRepr(value) : pythonAscii(value);
}

function noAttribute(what: string, access: Access): Error {
  return problemAt(
    access,
    'unknown-attribute',
    `There is no “.${access.key}” on ${what}. Keys of an object are read as [${access.key}].`,
  );
}

function noKey(access: Access): Error {
  return problemAt(access, 'unknown-key', `There is no key “${access.key}” here.`);
}

function badIndex(access: Access): Error {
  return problemAt(access, 'type-mismatch', `“${access.key}” is no position. Use a whole number.`);
}

function outOfRange(length: number, access: Access): Error {
  return problemAt(access, 'out-of-range', `There are ${length} items; [${access.key}] is none.`);
}
