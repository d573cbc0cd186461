import { describe, expect, it } from 'vitest';
import { createRandom, hashText, type RandomStream } from './random.ts';

const count = 20_000;

type DrawNumber = (index: number) => number;

function meanOf(draw: DrawNumber): number {
  let sum = 0;
  for (let index = 0; index < count; index += 1) sum += draw(index);
  return sum / count;
}

/** Correlation of two sequences of uniform numbers, with their theoretical moments; its deviation is 1 / √count. */
function correlation(one: DrawNumber, other: DrawNumber): number {
  return meanOf((index) => (one(index) - 0.5) * (other(index) - 0.5)) * 12;
}

function chiSquare(bins: number, bin: DrawNumber): number {
  const counts = new Array<number>(bins).fill(0);
  for (let index = 0; index < count; index += 1) counts[bin(index)]! += 1;
  return counts.reduce((sum, own) => sum + (own - count / bins) ** 2 / (count / bins), 0);
}

/** Within five standard deviations of what chance gives. */
function expectUniform(bins: number, bin: DrawNumber): void {
  expect(Math.abs(chiSquare(bins, bin) - (bins - 1))).toBeLessThan(5 * Math.sqrt(2 * (bins - 1)));
}

const stream = createRandom(42, 'price');

/** Orders in which draws are used: rows of a column, draws of a row, columns of a row, seeds. */
const orders: readonly (readonly [name: string, draw: DrawNumber])[] = [
  ['rows', (index) => stream.float(index, 0)],
  ['draws', (index) => stream.float(7, index)],
  ['columns', (index) => createRandom(42).fork(`column_${index}`).float(0, 0)],
  ['seeds', (index) => createRandom(index, 'price').float(0, 0)],
  ['large seeds', (index) => createRandom(index * 2 ** 32, 'price').float(0, 0)],
];

describe('a random stream', () => {
  it.for(orders)('is uniform along %s', ([, draw]) => {
    expectUniform(256, (index) => Math.floor(draw(index) * 256));
  });

  it.for(orders)('has independent neighbours along %s', ([, draw]) => {
    const coefficient = correlation(draw, (index) => draw(index + 1));
    expect(Math.abs(coefficient)).toBeLessThan(5 / Math.sqrt(count));
  });

  it.for(orders)('fills pairs of neighbours evenly along %s', ([, draw]) => {
    expectUniform(
      256,
      (index) => Math.floor(draw(2 * index) * 16) * 16 + Math.floor(draw(2 * index + 1) * 16),
    );
  });

  it.for([0, 1, 7, 15, 16, 31])('has an even bit %i', (bit) => {
    const mean = meanOf((row) => (stream.uint32(row, 0) >>> bit) & 1);
    expect(Math.abs(mean - 0.5)).toBeLessThan(2.5 / Math.sqrt(count));
  });

  it('has even low bits of a float', () => {
    expectUniform(64, (row) => Math.floor(stream.float(row, 0) * 2 ** 53) % 64);
  });

  it.for<readonly [string, RandomStream]>([
    ['another column', createRandom(42, 'size')],
    ['a fork', stream.fork('noise')],
    ['the next seed', createRandom(43, 'price')],
  ])('is independent of %s', ([, other]) => {
    const coefficient = correlation(
      (row) => stream.float(row, 0),
      (row) => other.float(row, 0),
    );
    expect(Math.abs(coefficient)).toBeLessThan(5 / Math.sqrt(count));
  });

  it('never repeats a word of one draw', () => {
    const words = new Set(Array.from({ length: 200_000 }, (_, row) => stream.uint32(row, 0)));
    expect(words.size).toBe(200_000);
  });

  it('fills words and floats as it gives them one by one', () => {
    const [words, floats] = [new Uint32Array(50), new Float64Array(50)];
    stream.fillWords(7, 50, words);
    stream.fillFloats(7, 50, floats);
    expect([...words]).toEqual(Array.from(words, (_, index) => stream.uint32(7 + index, 0)));
    expect([...floats]).toEqual(Array.from(floats, (_, index) => stream.float(7 + index, 0)));
  });

  it('stays below its bound and reaches every number under it', () => {
    const seen = new Set(Array.from({ length: 200 }, (_, row) => stream.below(6, row, 0)));
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('gives the values of the first release', () => {
    expect([stream.uint32(0, 0), stream.uint32(1, 0), stream.uint32(0, 1)]).toMatchInlineSnapshot(`
      [
        1575572175,
        3456806332,
        3270569491,
      ]
    `);
    expect([stream.float(0, 0), stream.float(999_999, 3)]).toMatchInlineSnapshot(`
      [
        0.3668414840081333,
        0.1878107337383017,
      ]
    `);
    expect(createRandom(Number.MAX_SAFE_INTEGER).fork('a').uint32(5, 5)).toMatchInlineSnapshot(
      `3870809288`,
    );
    expect(hashText('größe')).toMatchInlineSnapshot(`919550639`);
  });
});
