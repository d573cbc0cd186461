import { describe, expect, it } from 'vitest';
import { pearson } from '#core/base/correlation.ts';
import { normalProbability, normalQuantile } from '#core/base/normal.ts';
import { createRandom } from '#core/base/random.ts';
import { balance, blockRows } from './balanced-errors.ts';

function drawn(seed: number, columns: number): readonly Float64Array[] {
  const errors: Float64Array[] = [];
  for (let column = 0; column < columns; column += 1) {
    const stream = createRandom(seed).fork(`c${column}`);
    errors.push(
      Float64Array.from({ length: blockRows }, (_, row) => normalQuantile(stream.float(row, 0))),
    );
    balance(errors);
  }
  return errors;
}

describe('balanced errors', () => {
  it('are uncorrelated and spread alike within a block', () => {
    const errors = drawn(3, 4);
    const spread = (values: Float64Array) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / blockRows;
      return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    };
    for (const [index, one] of errors.entries()) {
      expect(spread(one)).toBeCloseTo(spread(errors[0]!), 9);
      for (const other of errors.slice(0, index))
        expect(pearson([...one].map((x, row) => ({ x, y: other[row]! })))).toBeCloseTo(0, 9);
    }
  });

  it('leave the numbers of the first column, and keep those of the others normal', () => {
    const blocks = Array.from({ length: 200 }, (_, seed) => drawn(seed, 3));
    const first = Float64Array.from({ length: blockRows }, (_, row) =>
      normalQuantile(createRandom(0).fork('c0').float(row, 0)),
    );
    expect(blocks[0]![0]).toEqual(first);
    const uniforms = blocks.flatMap((errors) => [...errors[2]!].map(normalProbability));
    uniforms.sort((one, other) => one - other);
    const gap = Math.max(...uniforms.map((value, at) => Math.abs(value - at / uniforms.length)));
    // Kolmogorov's bound at 0.1 % for 20,000 numbers.
    expect(gap).toBeLessThan(1.95 / Math.sqrt(uniforms.length));
  });

  it('are left as they are where there are more columns than rows leave room for', () => {
    const errors = [Float64Array.of(1, -1), Float64Array.of(2, 3)];
    balance(errors);
    expect(errors[1]!.every((value) => Number.isFinite(value))).toBe(true);
  });
});
