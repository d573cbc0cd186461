/**
 * Values of the attribute table that belongs to the parent's value. The n-th row of a parent value
 * takes the n-th value of that table's own sequence, so shares hold within each parent value.
 */
import type { JsonValue } from '#core/base/json.ts';
import { failure, success } from '#core/base/result.ts';
import type { CategoryValue } from '#core/design/fill.ts';
import { findColumn } from '#core/design/design.ts';
import { inputRefusal, Refusal, type Draw } from '#core/engine/cell-draw.ts';
import { unusableWeights } from './category-sampler.ts';
import { parentKey } from './parent-key.ts';
import { createRank } from './rank.ts';
import type { CreateSampler } from './sample-context.ts';
import type { DrawBlock } from './quota-block.ts';
import {
  createDrawBlock,
  createShareSequence,
  sharesOf,
  type ShareSequence,
} from './share-sequence.ts';
import { createSubcategoryBlock } from './subcategory-block.ts';

/** The table of one parent value. */
export interface SubTable {
  readonly values: readonly CategoryValue[];
  readonly sequence: ShareSequence;
}

export const createSubcategorySampler: CreateSampler<'subcategory'> = (fill, context) => {
  const parent = findColumn(context.design, fill.category);
  if (parent === undefined)
    return failure('The column it depends on does not exist. Choose another one.');
  const inputs = [{ id: parent.id, name: parent.name }];
  const tables = new Map<string, SubTable | Refusal>();
  const drawBlocks = new Map<string, DrawBlock>();
  const createTable = (key: string): SubTable | Refusal => {
    const values = Object.hasOwn(fill.values, key) ? fill.values[key] : undefined;
    if (values === undefined) return new Refusal('failed', `No values are given for “${key}”.`);
    const shares = sharesOf(values.map(({ weight }) => weight));
    if (shares === undefined) return new Refusal('failed', `For “${key}”: ${unusableWeights}`);
    const drawBlock = drawBlocks.get(shares.join()) ?? createDrawBlock(shares);
    drawBlocks.set(shares.join(), drawBlock);
    const sequence = createShareSequence(shares, context.columnRandom.fork(key), drawBlock);
    return { values, sequence };
  };
  const tableOf = (key: string): SubTable | Refusal => {
    const table = tables.get(key) ?? createTable(key);
    tables.set(key, table);
    return table;
  };
  const read = (row: number): JsonValue | undefined => context.store.value(parent.id, row);
  const rank = createRank((row) => {
    const value = read(row);
    return value === undefined || value === null ? undefined : parentKey(value);
  });
  const draw: Draw = (row, view) => {
    const value = view.value(parent.id);
    const refusal = inputRefusal(inputs, view);
    if (refusal !== undefined) return refusal;
    if (value === undefined) return new Refusal('skipped', `${parent.name} is skipped.`);
    if (value === null) return null;
    const key = parentKey(value);
    const table = tableOf(key);
    if (table instanceof Refusal) return table;
    return table.values[table.sequence.at(rank(row, key))]?.value ?? null;
  };
  const codes = context.store.column(parent.id).codeReader();
  const block =
    codes && createSubcategoryBlock({ codes, read, tableOf: (value) => tableOf(parentKey(value)) });
  return success({ draw, block });
};
