/**
 * Choices of the demo model. All depend on the task's seed, the field, the row and the attempt alone,
 * and lists are walked in steps that meet every entry before one comes again: rows that are written in
 * different requests differ without knowing of each other.
 */
import { createRandom, hashText, type RandomStream } from '#core/base/random.ts';

export interface Draw {
  /** Seed for generators of others, a whole number in [0, 2³²). */
  readonly seed: number;
  /** Whole number in [0, size), another one for each row until all have come. */
  walk(size: number, label?: string): number;
  /** The entry the walk is at. */
  pick<Item>(list: readonly Item[], label?: string): Item;
  /** Number in [0, 1). */
  chance(label: string): number;
  /** All entries, in an order of this row. */
  shuffle<Item>(list: readonly Item[], label: string): readonly Item[];
  /** The draw of a part, such as a field of an object. */
  part(label: string): Draw;
}

export interface DrawPlace {
  readonly row: number;
  /** Counts attempts and retries; 0 at first. */
  readonly turn: number;
}

export function createDraw(seed: number, path: string, place: DrawPlace): Draw {
  return drawOf(createRandom(seed, path), place);
}

function drawOf(random: RandomStream, place: DrawPlace): Draw {
  const { row, turn } = place;
  // A prime far from list sizes, so that a retry lands elsewhere and not on the next row's place.
  const position = row + turn * 7919;
  const numberOf = (label: string): number => hashText(label) ^ Math.imul(turn + 1, 0x9e3779b1);
  const walk = (size: number, label = ''): number => {
    const offset = random.fork(label).below(size, 0, 0);
    return (offset + position * stepFor(size)) % size;
  };
  return {
    seed: random.uint32(row, turn),
    walk,
    pick(list, label) {
      const item = list[walk(list.length, label)];
      if (item === undefined) throw new RangeError('Nothing to pick from.');
      return item;
    },
    chance: (label) => random.float(row, numberOf(label)),
    shuffle(list, label) {
      const start = numberOf(label);
      return list
        .map((item, index) => ({ item, order: random.fork(label).uint32(row, start + index) }))
        .sort((left, right) => left.order - right.order)
        .map(({ item }) => item);
    },
    part: (label) => drawOf(random.fork(label), place),
  };
}

/** A step near the golden section of the size without a common divisor: it visits all, far apart. */
function stepFor(size: number): number {
  let step = Math.max(1, Math.round(size * 0.618));
  while (divisorOf(step, size) !== 1) step += 1;
  return step;
}

function divisorOf(left: number, right: number): number {
  return right === 0 ? left : divisorOf(right, left % right);
}
