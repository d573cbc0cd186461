/**
 * Whether an edit changes words alone. What a design is called and what models are told changes no row,
 * so a dataset takes such an edit as it stands. Parts that an edit leaves alone stay the same objects.
 */
import type { DatasetDesign } from './design.ts';

/** The parts of a design that an edit has changed, each whole. */
export type RewordedParts = Partial<DatasetDesign>;

const words: ReadonlySet<string> = new Set([
  'name',
  'brief',
  'instructions',
  'charts',
  'output',
  'origin',
]);
const columnWords: ReadonlySet<string> = new Set(['description']);
const callWords: ReadonlySet<string> = new Set(['name', 'messages', 'examples']);

/**
 * What has changed from `before` to `after`, where it is words alone; undefined where rows may follow from
 * it. New messages may read other columns, which is for whoever plans to find out. Cost: one look at each
 * part, column and call, whatever they hold.
 */
export function rewordedParts(
  before: DatasetDesign,
  after: DatasetDesign,
): RewordedParts | undefined {
  const changed = changedKeys(before, after);
  const isWords = changed.every((key) => {
    if (key === 'columns') return isItems(before.columns, after.columns, columnWords);
    if (key === 'calls') return isItems(before.calls, after.calls, callWords);
    return words.has(key);
  });
  if (!isWords) return undefined;
  return Object.fromEntries(changed.map((key) => [key, after[key]]));
}

function isItems<Item extends object>(
  before: readonly Item[],
  after: readonly Item[],
  itemWords: ReadonlySet<string>,
): boolean {
  if (before.length !== after.length) return false;
  return after.every((item, index) => {
    const earlier = before[index];
    return earlier !== undefined && changedKeys(earlier, item).every((key) => itemWords.has(key));
  });
}

function changedKeys<Part extends object>(before: Part, after: Part): (keyof Part & string)[] {
  if (before === after) return [];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof Part & string>;
  return [...keys].filter((key) => before[key] !== after[key]);
}
