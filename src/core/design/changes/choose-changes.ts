/** A part of the way from one design to another: only the changes that were chosen. */
import type { DatasetDesign } from '#core/design/design.ts';
import {
  itemLists,
  itemsById,
  keyOfItem,
  settingNames,
  type DesignItem,
  type ItemList,
} from './design-changes.ts';

/**
 * `after` with everything that is not in `chosen` as it was in `before`; ids are those of
 * `designChanges`. All chosen gives `after`, none gives `before`. What is the same stays the same
 * object. The result satisfies the schema when both do, but may refer to what was not chosen.
 */
export function chooseChanges(
  before: DatasetDesign,
  after: DatasetDesign,
  chosen: ReadonlySet<string>,
): DatasetDesign {
  const settings = settingNames.map((name) => {
    const source = chosen.has(`settings/${name}`) ? after : before;
    return [name, source[name]] as const;
  });
  const lists = itemLists.map(
    (list) => [list, chosenItems(list, { before, after, chosen })] as const,
  );
  const merged: Record<string, unknown> = {
    ...before,
    ...Object.fromEntries(settings),
    ...Object.fromEntries(lists),
  };
  // An optional setting that the chosen side does not have is absent, not undefined.
  for (const [name, value] of settings)
    if (value === undefined) Reflect.deleteProperty(merged, name);
  return merged as unknown as DatasetDesign;
}

interface Choice {
  readonly before: DatasetDesign;
  readonly after: DatasetDesign;
  readonly chosen: ReadonlySet<string>;
}

/** In the order of `after`; an item that stays although `after` has lost it keeps its place behind its neighbour. */
function chosenItems(list: ItemList, { before, after, chosen }: Choice): readonly DesignItem[] {
  const old = itemsById(before, list);
  const isChosen = (key: string): boolean => chosen.has(`${list}/${key}`);
  const current: readonly DesignItem[] = after[list];
  const items = current.flatMap((item): readonly DesignItem[] => {
    const key = keyOfItem(item);
    const was = old.get(key);
    if (was === undefined) return isChosen(key) ? [item] : [];
    return [isChosen(key) ? item : was];
  });
  const present = new Set(current.map(keyOfItem));
  let place = 0;
  for (const item of old.values()) {
    const key = keyOfItem(item);
    const at = items.findIndex((other) => keyOfItem(other) === key);
    if (at >= 0) place = at + 1;
    else if (!present.has(key) && !isChosen(key)) items.splice(place++, 0, item);
  }
  return items;
}
