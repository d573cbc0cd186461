/**
 * Mends what holds a document together: ids and names become usable and unique, and references by
 * name or to a replaced id point at ids. Works on raw data, so that notices keep the author's indices.
 */
import type { JsonPath } from '#core/base/diagnostic.ts';
import { limits } from '#core/base/limits.ts';
import { createNamer, isPlainId, isUsableName, slugOf } from './column-names.ts';
import type { NoticeList } from './notice-list.ts';
import { isRecord, itemsOf, textOf, type RawItem, type RawRecord } from './raw.ts';

/** Keys of fills that hold the id of a column. */
const fillReferences = ['category', 'column', 'reference', 'by'] as const;

type Resolve = (reference: unknown) => unknown;

/** Changes the document in place. Each change of an id or a name leaves a notice; references by name are a shorthand and do not. */
export function repairDesign(design: RawRecord, notices: NoticeList): void {
  const columns = itemsOf(design, 'columns');
  const resolveColumn = repairItems(columns, notices);
  const resolveCall = repairItems(itemsOf(design, 'calls'), notices);
  const resolveSource = repairItems(itemsOf(design, 'sources'), notices);
  const resolveRule = repairItems(itemsOf(design, 'constraints'), notices);
  repairItems(itemsOf(design, 'charts'), notices);
  repairItems(itemsOf(design, 'copulas'), notices);
  makeUnique(itemsOf(design, 'models'), 'alias', notices);
  redirectFills(columns, { resolveColumn, resolveCall, resolveSource });
  for (const { record } of itemsOf(design, 'copulas')) redirect(record, ['columns'], resolveColumn);
  for (const { record } of itemsOf(design, 'constraints'))
    redirect(record, ['column', 'columns', 'x', 'y', 'by', 'at'], resolveColumn);
  for (const { record } of itemsOf(design, 'charts')) {
    redirect(record, ['x', 'y', 'by', 'column', 'columns'], resolveColumn);
    redirect(record, ['rule'], resolveRule);
  }
  for (const { record } of itemsOf(design, 'calls')) redirect(record, ['plan'], resolveColumn);
  for (const { record } of itemsOf(design, 'calls'))
    if (isRecord(record.output)) redirect(record.output, ['planColumn', 'shows'], resolveColumn);
  for (const { record } of itemsOf(design, 'combinations')) redirectKeys(record, resolveColumn);
  if (isRecord(design.output)) redirect(design.output, ['columns'], resolveColumn);
  capRows(design, notices);
}

interface Resolvers {
  readonly resolveColumn: Resolve;
  readonly resolveCall: Resolve;
  readonly resolveSource: Resolve;
}

/** The fill of each column, and those of its conditional table. */
function redirectFills(columns: readonly RawItem[], resolvers: Resolvers): void {
  for (const { record } of columns) {
    const rows = itemsOf(record, 'conditionalParams').map((row) => row.record.fill);
    for (const fill of [record.fill, ...rows].filter(isRecord)) {
      redirect(fill, fillReferences, resolvers.resolveColumn);
      redirect(fill, ['call'], resolvers.resolveCall);
      redirect(fill, ['source'], resolvers.resolveSource);
    }
  }
}

function repairItems(items: readonly RawItem[], notices: NoticeList): Resolve {
  const resolve = createResolver(items);
  const replaced = makeUsable(items, notices);
  makeUnique(items, 'id', notices);
  makeUnique(items, 'name', notices);
  return (reference) => {
    if (typeof reference !== 'string') return reference;
    return replaced.get(reference) ?? resolve(reference);
  };
}

/** By id first, then by name; unknown references stay as they are for the check to report. */
function createResolver(items: readonly RawItem[]): (reference: string) => string {
  const ids = new Set(items.flatMap(({ record }) => textOf(record, 'id') ?? []));
  const owners = new Map<string, RawRecord>();
  for (const { record } of items) {
    const name = textOf(record, 'name');
    if (name !== undefined && !owners.has(name)) owners.set(name, record);
  }
  return (reference) => {
    const owner = ids.has(reference) ? undefined : owners.get(reference);
    return (owner === undefined ? undefined : textOf(owner, 'id')) ?? reference;
  };
}

function makeUsable(items: readonly RawItem[], notices: NoticeList): ReadonlyMap<string, string> {
  const namer = createNamer(new Set(items.flatMap(({ record }) => textOf(record, 'id') ?? [])));
  const replaced = new Map<string, string>();
  for (const { record, path } of items) {
    const name = textOf(record, 'name');
    const usable = name === undefined ? undefined : usableName(name);
    if (name !== usable) {
      record.name = usable;
      note(
        notices,
        [...path, 'name'],
        `This name cannot be used; it was changed to “${usable ?? ''}”.`,
      );
    }
    const id = textOf(record, 'id');
    if (id === undefined || isPlainId(id)) continue;
    const fresh = namer(slugOf(usable ?? id));
    if (!replaced.has(id)) replaced.set(id, fresh);
    record.id = fresh;
    note(notices, [...path, 'id'], `This id cannot be used; it was changed to “${fresh}”.`);
  }
  return replaced;
}

function usableName(name: string): string {
  const cut = name.slice(0, limits.nameLength).replace(/[\uD800-\uDBFF]$/, '');
  return isUsableName(cut) ? cut : `${slugOf(cut)}_`;
}

function makeUnique(items: readonly RawItem[], key: string, notices: NoticeList): void {
  const namer = createNamer(new Set(items.flatMap(({ record }) => textOf(record, key) ?? [])));
  const seen = new Set<string>();
  for (const { record, path } of items) {
    const value = textOf(record, key);
    if (value === undefined) continue;
    if (seen.has(value)) {
      const fresh = namer(value);
      record[key] = fresh;
      note(notices, [...path, key], `“${value}” is used twice; the second is now “${fresh}”.`);
    }
    seen.add(textOf(record, key) ?? '');
  }
}

function redirect(record: RawRecord, keys: readonly string[], resolve: Resolve): void {
  for (const key of keys) {
    const value = record[key];
    if (typeof value === 'string') record[key] = resolve(value);
    else if (Array.isArray(value)) record[key] = value.map(resolve);
  }
}

function redirectKeys(record: RawRecord, resolve: Resolve): void {
  if (!isRecord(record.values)) return;
  const entries = Object.entries(record.values);
  record.values = Object.fromEntries(entries.map(([id, value]) => [String(resolve(id)), value]));
}

function capRows(design: RawRecord, notices: NoticeList): void {
  const { rows } = design;
  if (typeof rows !== 'number' || rows <= limits.rows || !Number.isFinite(rows)) return;
  design.rows = limits.rows;
  note(
    notices,
    ['rows'],
    `The limit is ${limits.rows.toLocaleString('en')} rows; the design asked for more.`,
  );
}

function note(notices: NoticeList, path: JsonPath, message: string): void {
  notices.add('warning', 'repaired', { path, message });
}
