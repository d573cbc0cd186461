/**
 * One field of the source's rows, cycling in order or in a new seeded order for each pass. The order
 * belongs to the source, not to the column, so that all columns of a source tell of the same row.
 */
import { failure, success } from '#core/base/result.ts';
import type { CreateDraw } from './sample-context.ts';
import { permutation } from './share-sequence.ts';

/** A row that lacks the field gives null. */
export const createSourceDraw: CreateDraw<'source'> = (fill, { design, random }) => {
  const source = design.sources.find(({ id }) => id === fill.source);
  if (source === undefined) return failure('The source does not exist. Choose another one.');
  const { rows } = source;
  if (rows.length === 0) return failure(`The source ${source.name} has no rows. Add some.`);
  const order = random.fork(`source ${source.id}`);
  let pass = -1;
  let shuffled: Int32Array = new Int32Array(0);
  const indexOf = (row: number): number => {
    if (source.order === 'sequence') return row % rows.length;
    const wanted = Math.floor(row / rows.length);
    if (wanted !== pass) {
      shuffled = permutation(rows.length, order, wanted);
      pass = wanted;
    }
    return shuffled[row % rows.length] ?? 0;
  };
  return success((row) => {
    const record = rows[indexOf(row)];
    if (record === undefined || !Object.hasOwn(record, fill.field)) return null;
    return record[fill.field] ?? null;
  });
};
