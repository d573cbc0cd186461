/** TypeScript interfaces and Pydantic classes: one field a line, with a type that names are enough to tell. */
import type { ReadShape, ShapeField, ShapeLoss } from './shape.ts';

interface Block {
  readonly name: string;
  readonly lines: readonly string[];
}

/** Interfaces and object types; the last one is the row, the others are nested in it. Undefined where there is none. Never throws. */
export function readTypeScript(text: string): ReadShape | undefined {
  const blocks: Block[] = [];
  const plain = text.replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, '');
  const pattern = /(?:interface\s+(\w+)[^{}]*|type\s+(\w+)\s*=\s*)\{([^{}]*)\}/g;
  for (const [, first, second, body = ''] of plain.matchAll(pattern))
    blocks.push({ name: first ?? second ?? '', lines: body.split('\n').flatMap(statements) });
  return shapeOf(
    blocks,
    /^\s*(?:readonly\s+)?["']?(\w+)["']?\s*\??\s*:\s*(.+?),?\s*(?:\/\/\s*(.*))?$/,
  );
}

/** A line as its declarations; a comment at its end belongs to the last of them. */
function statements(line: string): readonly string[] {
  const at = line.indexOf('//');
  const [code, comment] = at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at)];
  const parts = code.split(';').filter((part) => part.trim() !== '');
  return parts.map((part, index) =>
    index === parts.length - 1 ? `${part.trimEnd()} ${comment}` : part,
  );
}

/** Classes of fields; the last one is the row. Undefined where there is none. Never throws. */
export function readPydantic(text: string): ReadShape | undefined {
  const blocks: { name: string; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const [, name] = /^class\s+(\w+)\s*(?:\(|:)/.exec(line) ?? [];
    if (name !== undefined) blocks.push({ name, lines: [] });
    else if (/^\s+\S/.test(line)) blocks.at(-1)?.lines.push(line);
    else if (/^\S/.test(line) && blocks.length > 0) blocks.push({ name: '', lines: [] });
  }
  const classes = blocks.filter(({ name }) => name !== '');
  return shapeOf(classes, /^\s+(\w+)\s*:\s*([^=#]+?)\s*(?:=\s*(.*))?$/);
}

function shapeOf(blocks: readonly Block[], line: RegExp): ReadShape | undefined {
  const losses: ShapeLoss[] = [];
  const known = new Map<string, readonly ShapeField[]>();
  for (const { name, lines } of blocks) {
    const fields = lines.flatMap((text): readonly ShapeField[] => {
      if (text.trim() === '' || /^\s*(?:["'#@/*]|def |pass|model_config)/.test(text)) return [];
      const [, field, type = '', rest = ''] = line.exec(text) ?? [];
      if (field === undefined) {
        losses.push({ path: [name], message: `“${text.trim().slice(0, 60)}” was not taken over.` });
        return [];
      }
      return [fieldOf(field, { type, rest, known })];
    });
    known.set(name, fields);
  }
  const row = blocks.findLast(({ name }) => (known.get(name)?.length ?? 0) > 0);
  if (row === undefined) return undefined;
  return { name: row.name, fields: known.get(row.name) ?? [], losses };
}

interface Typed {
  readonly type: string;
  /** A comment, or the default with its `Field(…)`. */
  readonly rest: string;
  readonly known: ReadonlyMap<string, readonly ShapeField[]>;
}

function fieldOf(name: string, typed: Typed): ShapeField {
  const { rest } = typed;
  const described = /description\s*=\s*(["'])(.*?)\1/.exec(rest)?.[2];
  const comment = rest.includes('(') ? undefined : rest.replace(/^\s*["'].*["']\s*$/, '');
  const bound = (keys: string): number | undefined => {
    const found = new RegExp(`\\b(?:${keys})\\s*=\\s*(-?[\\d_.]+)`).exec(rest)?.[1];
    const value = Number(found?.replaceAll('_', ''));
    return found !== undefined && Number.isFinite(value) ? value : undefined;
  };
  return {
    ...typeOf(typed),
    name,
    description: described ?? (comment === '' || comment === 'None' ? undefined : comment),
    low: bound('ge|gt'),
    high: bound('le|lt'),
    shortest: bound('min_length'),
    longest: bound('max_length'),
  };
}

function typeOf({ type, known }: Typed): Omit<ShapeField, 'name'> {
  const bare = type
    .trim()
    .replace(/^Optional\[(.*)\]$/, '$1')
    .replace(/\s*\|\s*(?:None|null|undefined)\b/g, '')
    .replace(/^(?:None|null|undefined)\s*\|\s*/, '');
  const quoted = [...bare.matchAll(/["']([^"']*)["']/g)].map(([, value = '']) => value);
  if (quoted.length > 0 && /^(?:(?:typing\.)?Literal\[|["'|])/.test(bare))
    return { type: 'text', values: [...new Set(quoted)] };
  const [, listed, bracketed] =
    /^(?:(?:readonly\s+)?(.+?)\[\]|(?:[Ll]ist|[Ss]et|Array|ReadonlyArray|Sequence)[[<](.+)[\]>])$/.exec(
      bare,
    ) ?? [];
  const item = listed ?? bracketed;
  if (item !== undefined) {
    const fields = known.get(item.trim());
    return fields === undefined ? { type: 'list' } : { type: 'list', fields };
  }
  const fields = known.get(bare);
  if (fields !== undefined) return { type: 'object', fields };
  return { type: plainType(bare), isUuid: /^(?:uuid\.)?UUID\d?$/.test(bare) };
}

function plainType(name: string): ShapeField['type'] {
  if (/^(?:int|bigint|conint.*|PositiveInt|NonNegativeInt)$/.test(name)) return 'integer';
  if (/^(?:float|number|Decimal|decimal\.Decimal|PositiveFloat)$/.test(name)) return 'decimal';
  if (/^(?:bool|boolean)$/.test(name)) return 'boolean';
  if (/^(?:datetime|datetime\.datetime|Date)$/.test(name)) return 'datetime';
  if (/^(?:date|datetime\.date)$/.test(name)) return 'date';
  return /^(?:dict|Dict|Record|object|Map)\b/.test(name) ? 'object' : 'text';
}
