/** Several different rows of a source for each row of the dataset, in random order. */
import { failure, success } from '#core/base/result.ts';
import type { RandomStream } from '#core/base/random.ts';
import type { CreateDraw } from '#core/engine/sample/sample-context.ts';

/** Each list has `count` rows, or all of a smaller source, and none twice. */
export const createShotsDraw: CreateDraw<'shots'> = ({ source: id, count }, { design, random }) => {
  const source = design.sources.find((candidate) => candidate.id === id);
  if (source === undefined) return failure('The source does not exist. Choose another one.');
  const { rows, name } = source;
  if (rows.length === 0) return failure(`The source ${name} has no rows. Add some.`);
  const lots = random.fork(`shots ${id}`);
  return success((row) =>
    pickDistinct({ count, from: rows.length, random: lots, row }).flatMap((at) => rows[at] ?? []),
  );
};

interface Picking {
  readonly count: number;
  readonly from: number;
  readonly random: RandomStream;
  readonly row: number;
}

/** The first places of a Fisher–Yates shuffle, of which only what moved is kept. */
function pickDistinct({ count, from, random, row }: Picking): readonly number[] {
  const moved = new Map<number, number>();
  return Array.from({ length: Math.min(count, from) }, (_, place) => {
    const other = place + random.below(from - place, row, place);
    const picked = moved.get(other) ?? other;
    moved.set(other, moved.get(place) ?? place);
    return picked;
  });
}
