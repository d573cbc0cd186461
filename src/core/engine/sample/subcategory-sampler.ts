/**
 * Values of the attribute table that belongs to the parent's value. The n-th row of a parent value
 * takes the n-th value of that table's own sequence, so shares hold within each parent value.
 */
import type { JsonValue } from '#core/base/json.ts';
import { failure, success } from '#core/base/result.ts';
import type { CategoryValue } from '#core/design/fill.ts';
import { findColumn } from '#core/design/design.ts';
import { inputRefusal, Refusal } from '#core/engine/cell-draw.ts';
import { unusableWeights } from './category-sampler.ts';
import { parentKey } from './parent-key.ts';
import type { CreateDraw } from './sample-context.ts';
import { createShareSequence, sharesOf, type ShareSequence } from './share-sequence.ts';

export const createSubcategoryDraw: CreateDraw<'subcategory'> = (fill, context) => {
  const parent = findColumn(context.design, fill.category);
  if (parent === undefined)
    return failure('The column it depends on does not exist. Choose another one.');
  const inputs = [{ id: parent.id, name: parent.name }];
  const sequences = new Map<string, ShareSequence | undefined>();
  const sequenceOf = (key: string, values: readonly CategoryValue[]): ShareSequence | undefined => {
    if (!sequences.has(key)) {
      const shares = sharesOf(values.map(({ weight }) => weight));
      const random = context.columnRandom.fork(key);
      sequences.set(key, shares && createShareSequence(shares, random));
    }
    return sequences.get(key);
  };
  const rank = createRank((row) => context.store.value(parent.id, row));
  return success((row, view) => {
    const value = view.value(parent.id);
    const refusal = inputRefusal(inputs, view);
    if (refusal !== undefined) return refusal;
    if (value === undefined) return new Refusal('skipped', `${parent.name} is skipped.`);
    if (value === null) return null;
    const key = parentKey(value);
    const values = Object.hasOwn(fill.values, key) ? fill.values[key] : undefined;
    if (values === undefined) return new Refusal('failed', `No values are given for “${key}”.`);
    const sequence = sequenceOf(key, values);
    if (sequence === undefined) return new Refusal('failed', `For “${key}”: ${unusableWeights}`);
    return values[sequence.at(rank(row, key))]?.value ?? null;
  });
};

/** How many rows before a row have the same key. Counts on from the row asked for last; going back counts anew. */
function createRank(
  read: (row: number) => JsonValue | undefined,
): (row: number, key: string) => number {
  const counts = new Map<string, number>();
  let counted = 0;
  return (row, key) => {
    if (row < counted) {
      counts.clear();
      counted = 0;
    }
    for (; counted < row; counted += 1) {
      const value = read(counted);
      if (value === undefined || value === null) continue;
      const earlier = parentKey(value);
      counts.set(earlier, (counts.get(earlier) ?? 0) + 1);
    }
    return counts.get(key) ?? 0;
  };
}
