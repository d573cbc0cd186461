/**
 * What differs between two designs, item by item, so that a person can read it and take only a part.
 * Items are known by their ids; what is the same in both is not listed.
 */
import type { DatasetDesign } from '#core/design/design.ts';
import { constraintSentence } from '#core/design/sentence.ts';

export type ChangeKind = 'added' | 'changed' | 'removed';

/** Lists whose items are told apart. */
export const itemLists = [
  'columns',
  'constraints',
  'calls',
  'sources',
  'models',
  'charts',
] as const;

export type ItemList = (typeof itemLists)[number];

/** Everything else of a design, told as one item each. */
export const settingNames = [
  'name',
  'brief',
  'instructions',
  'rows',
  'seed',
  'dialect',
  'originals',
  'combinations',
  'copulas',
  'environments',
  'variety',
  'output',
  'origin',
] as const satisfies readonly (keyof DatasetDesign)[];

export type SettingName = (typeof settingNames)[number];

export interface DesignChange {
  /** `columns/price`, `settings/brief`: the same for the same item in every pair of designs. */
  readonly id: string;
  readonly list: ItemList | 'settings';
  readonly change: ChangeKind;
  /** What people call the item: a column's name, a rule's sentence, a setting. */
  readonly name: string;
}

/** In the order of the later design, removed items at the end of their list. */
export function designChanges(
  before: DatasetDesign,
  after: DatasetDesign,
): readonly DesignChange[] {
  return [
    ...settingNames.flatMap((name) => settingChange(name, before, after)),
    ...itemLists.flatMap((list) => listChanges(list, before, after)),
  ];
}

function settingChange(
  name: SettingName,
  before: DatasetDesign,
  after: DatasetDesign,
): readonly DesignChange[] {
  if (isSame(before[name], after[name])) return [];
  return [{ id: `settings/${name}`, list: 'settings', change: 'changed', name }];
}

function listChanges(
  list: ItemList,
  before: DatasetDesign,
  after: DatasetDesign,
): readonly DesignChange[] {
  const old = itemsById(before, list);
  const current = itemsById(after, list);
  const changes = [...current].flatMap(([key, item]): readonly DesignChange[] => {
    const was = old.get(key);
    if (isSame(was, item)) return [];
    const change = was === undefined ? 'added' : 'changed';
    return [{ id: `${list}/${key}`, list, change, name: nameOf(item, after) }];
  });
  const removed = [...old]
    .filter(([key]) => !current.has(key))
    .map(([key, item]): DesignChange => ({
      id: `${list}/${key}`,
      list,
      change: 'removed',
      name: nameOf(item, before),
    }));
  return [...changes, ...removed];
}

export type DesignItem = DatasetDesign[ItemList][number];

export function keyOfItem(item: DesignItem): string {
  return 'alias' in item ? item.alias : item.id;
}

export function itemsById(design: DatasetDesign, list: ItemList): ReadonlyMap<string, DesignItem> {
  const items: readonly DesignItem[] = design[list];
  return new Map(items.map((item) => [keyOfItem(item), item]));
}

function nameOf(item: DesignItem, design: DatasetDesign): string {
  if ('alias' in item) return item.alias;
  if ('name' in item) return item.name;
  if ('severity' in item) return constraintSentence(item, design);
  return item.title ?? item.id;
}

/** The same as JSON, whatever the order of keys; properties that are undefined are not there. */
function isSame(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null)
    return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const [one, other] = [left, right] as readonly Readonly<Record<string, unknown>>[];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => isSame(one?.[key], other?.[key]));
}
