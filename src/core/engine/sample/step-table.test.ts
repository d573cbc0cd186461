import { describe, expect, it } from 'vitest';
import { createRandom } from '#core/base/random.ts';
import { createNumberMap } from './number-map.ts';
import { createStepTable } from './step-table.ts';

const random = createRandom(3, 'steps');

/** Uniform numbers as a sampler draws them, block by block, far beyond where a table is made. */
function blocksOf(law: (uniform: number) => number): { drawn: number[]; wanted: number[] } {
  const apply = createStepTable(law);
  const numbers = new Float64Array(4_096);
  const [drawn, wanted]: [number[], number[]] = [[], []];
  for (let start = 0; start < 200_000; start += numbers.length) {
    random.fillFloats(start, numbers.length, numbers);
    if (start > 0) numbers[0] = 1 - 2 ** -53;
    wanted.push(...Array.from(numbers, law));
    apply(numbers, numbers.length);
    drawn.push(...numbers);
  }
  return { drawn, wanted };
}

describe('a table of the steps of a law', () => {
  it.for([0, 2, 6])('gives what the law gives with %i decimal places', (decimalPlaces) => {
    const distribution = { kind: 'gaussian', mean: 60, stddev: 20, low: 1 } as const;
    const map = createNumberMap({ kind: 'number', distribution, decimalPlaces }, 'decimal');
    if (!map.ok) throw new Error(map.error);
    const { drawn, wanted } = blocksOf(map.value.at);
    expect(drawn.findIndex((number, row) => number !== wanted[row])).toBe(-1);
  });

  it('asks the law seldom once it has been asked often', () => {
    let asked = 0;
    const apply = createStepTable((uniform) => {
      asked += 1;
      return Math.floor(uniform * 10);
    });
    const numbers = new Float64Array(65_536);
    random.fillFloats(0, numbers.length, numbers);
    apply(numbers, numbers.length);
    asked = 0;
    random.fillFloats(0, numbers.length, numbers);
    apply(numbers, numbers.length);
    expect(asked).toBeLessThan(200);
  });

  it('does without where no stretch is one number', () => {
    const { drawn, wanted } = blocksOf((uniform) => uniform * 3);
    expect(drawn).toEqual(wanted);
  });
});
