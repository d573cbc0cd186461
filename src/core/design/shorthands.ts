/** Shorter ways to write a design by hand, spelt out before its types are checked. */
import { isRecord, itemsOf, textOf, type RawItem, type RawRecord } from './raw.ts';
import { createNamer, slugOf } from './column-names.ts';

const columnKeys: ReadonlySet<string> = new Set([
  ...['id', 'name', 'label', 'description', 'type', 'unit', 'fill', 'nullRate', 'drop', 'skip'],
  ...['conditionalParams', 'convertTo'],
]);

/** Changes the document in place: names from ids, ids from names, value lists, weights beside values, flat fills, types, lines of a message. */
export function spellOutShorthands(design: RawRecord): void {
  for (const { record } of itemsOf(design, 'columns')) spellOutFill(record);
  for (const { record } of itemsOf(design, 'models')) record.alias ??= record.name ?? record.id;
  for (const key of ['columns', 'calls', 'sources'] as const) nameItems(design, key);
  for (const key of ['constraints', 'charts', 'copulas'] as const) nameByKind(design, key);
  for (const call of itemsOf(design, 'calls'))
    for (const { record } of itemsOf(call.record, 'messages'))
      if (isTextList(record.content)) record.content = record.content.join('\n');
}

/** Laws of whole numbers. */
const wholeLaws: ReadonlySet<unknown> = new Set(['integer', 'bernoulli', 'binomial', 'poisson']);

function spellOutFill(column: RawRecord): void {
  if (typeof column.fill === 'string') {
    const fill: RawRecord = { kind: column.fill };
    for (const key of Object.keys(column)) {
      if (columnKeys.has(key)) continue;
      fill[key] = column[key];
      Reflect.deleteProperty(column, key);
    }
    column.fill = fill;
  }
  const { fill } = column;
  if (!isRecord(fill)) return;
  column.type ??= typeOf(fill);
  if (fill.kind === 'category') fill.values = spellOutValues(fill.values, fill.weights);
  else if (fill.kind === 'subcategory' && isRecord(fill.values))
    for (const [parent, values] of Object.entries(fill.values)) {
      const weights = isRecord(fill.weights) ? fill.weights[parent] : undefined;
      fill.values[parent] = spellOutValues(values, weights);
    }
  else return;
  Reflect.deleteProperty(fill, 'weights');
}

/** The type a fill gives by itself, so that a column of numbers need not say so. */
function typeOf(fill: RawRecord): string | undefined {
  switch (fill.kind) {
    case 'number': {
      const isWhole = isRecord(fill.distribution) && wholeLaws.has(fill.distribution.kind);
      return isWhole || fill.decimalPlaces === 0 ? 'integer' : 'decimal';
    }
    case 'boolean':
      return 'boolean';
    case 'datetime':
      return fill.unit === 'h' || fill.unit === 'm' || fill.unit === 's' ? 'datetime' : 'date';
    case 'timedelta':
      return fill.unit === undefined || fill.unit === 'D' ? 'date' : 'datetime';
    case 'series':
      return 'decimal';
    case 'person':
      return 'object';
    case 'sequence':
      return typeof fill.prefix === 'string' ? 'text' : 'integer';
    default:
      return undefined;
  }
}

function spellOutValues(values: unknown, weights: unknown): unknown {
  if (!Array.isArray(values)) return values;
  const shares: readonly unknown[] = Array.isArray(weights) ? weights : [];
  return values.map((item: unknown, index) => {
    const value = typeof item === 'object' ? item : { value: item };
    if (!isRecord(value) || shares[index] === undefined) return value;
    return { weight: shares[index], ...value };
  });
}

function nameItems(design: RawRecord, key: string): void {
  const items = itemsOf(design, key);
  const namer = createNamer(idsOf(items));
  for (const { record } of items) {
    if (textOf(record, 'id') === undefined)
      record.id = namer(slugOf(textOf(record, 'name') ?? '', key.slice(0, -1)));
    if (record.name === undefined || record.name === '') record.name = record.id;
  }
}

function nameByKind(design: RawRecord, key: string): void {
  const items = itemsOf(design, key);
  const namer = createNamer(idsOf(items));
  for (const { record } of items)
    if (textOf(record, 'id') === undefined)
      record.id = namer(slugOf(textOf(record, 'kind') ?? '', 'item'));
}

function idsOf(items: readonly RawItem[]): ReadonlySet<string> {
  return new Set(items.flatMap(({ record }) => textOf(record, 'id') ?? []));
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((line) => typeof line === 'string');
}
