/** A short list of the best of many, kept in order while all are looked at once. */

export interface BestOrder<Item> {
  /** Longest length of the list. */
  readonly most: number;
  /** Whether the first goes before the second; of those that are alike the earlier one stays ahead. */
  readonly isBefore: (item: Item, other: Item) => boolean;
}

/** Puts the item into its place in the list, if it has one. */
export function keepBest<Item>(
  best: Item[],
  item: Item,
  { most, isBefore }: BestOrder<Item>,
): void {
  let place = best.length;
  while (place > 0 && isBefore(item, best[place - 1] as Item)) place -= 1;
  if (place >= most) return;
  best.splice(place, 0, item);
  if (best.length > most) best.pop();
}
