/**
 * Seeded randomness without state: every draw is a hash of (seed, label, row, draw). Editing one
 * column cannot disturb another, any row can be drawn alone, and every machine draws the same,
 * because only 32-bit integer operations are used.
 *
 * The mixer is the 32-bit finaliser of MurmurHash3 (Appleby) with constants by Wellons' hash
 * prospector ("lowbias32"), applied to each word of the counter in turn.
 */

/** A 32-bit mixer; every bit of the word moves every bit of the result. */
export function mixWord(word: number): number {
  return mixed(word) >>> 0;
}

/** The same with a sign: such a number needs no object of its own where the call is not inlined. */
function mixed(word: number): number {
  let x = word | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return x ^ (x >>> 15);
}

/** 32-bit hash of a text (FNV-1a over UTF-16 units, then mixed). Not for secrets. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return mixWord(hash);
}

/** A family of draws that belongs to one label, such as a column id. Immutable; cheap to keep. */
export interface RandomStream {
  /**
   * Whole number in [0, 2³²). `draw` in [0, 2³⁰) numbers the draws within one row. For one draw
   * number, 2³² rows give 2³² different words: a word never comes twice.
   */
  uint32(row: number, draw: number): number;
  /** Writes `uint32(start + index, 0)` to the first `count` places of `out`; the fast way for many rows. */
  readonly fillWords: (start: number, count: number, out: Uint32Array) => void;
  /** Number in [0, 1) with 53 random bits. */
  float(row: number, draw: number): number;
  /** Writes `float(start + index, 0)` to the first `count` places of `out`; the fast way for many rows. */
  readonly fillFloats: (start: number, count: number, out: Float64Array) => void;
  /** Whole number in [0, bound); bound up to 2³². Bias below bound · 2⁻⁵³. */
  below(bound: number, row: number, draw: number): number;
  /** An independent family. */
  fork(label: string): RandomStream;
}

/** `seed` is a whole number in [0, 2⁵³). */
export function createRandom(seed: number, label = ''): RandomStream {
  const low = mixWord(seed >>> 0);
  const high = mixWord(Math.floor(seed / 0x1_0000_0000) ^ 0x9e3779b9);
  return streamOf(mixWord(mixWord(low ^ high) ^ hashText(label)));
}

const drawStep = 0x9e3779b1;
/** The second word of a float: far from every draw number in use. */
const secondHalf = Math.imul(0x40000000, drawStep);

/** Two words that a stream mixes into each of its draws. */
interface Key {
  readonly first: number;
  readonly second: number;
}

function streamOf(first: number): RandomStream {
  const key: Key = { first, second: mixed(first ^ 0x85ebca6b) };
  const float = (row: number, draw: number): number =>
    floatAt(key, mixed(row ^ first) + Math.imul(draw, drawStep));
  return {
    uint32: (row, draw) => wordAt(key, mixed(row ^ first) + Math.imul(draw, drawStep)) >>> 0,
    fillWords(start, count, out) {
      for (let index = 0; index < count; index += 1)
        out[index] = wordAt(key, mixed((start + index) ^ first));
    },
    float,
    fillFloats(start, count, out) {
      for (let index = 0; index < count; index += 1)
        out[index] = floatAt(key, mixed((start + index) ^ first));
    },
    below: (bound, row, draw) => Math.floor(float(row, draw) * bound),
    fork: (label) => streamOf(mixed(first ^ hashText(label))),
  };
}

function wordAt({ second }: Key, counter: number): number {
  return mixed(mixed(counter) ^ second);
}

/** 27 bits of one word above 26 bits of another. */
function floatAt(key: Key, counter: number): number {
  const upper = wordAt(key, counter) >>> 5;
  const lower = wordAt(key, counter + secondHalf) >>> 6;
  return (upper * 67108864 + lower) / 9007199254740992;
}
