import { describe, expect, it } from 'vitest';
import { evaluate, problemOf } from './test-support.ts';

describe('arithmetic', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 4 - 3', 3],
    ['7 / 2', 3.5],
    ['7 // 2', 3],
    ['-7 // 2', -4],
    ['7 // -2', -4],
    ['-7 % 3', 2],
    ['7 % -3', -2],
    ['5.5 % 2', 1.5],
    ['2 ** 10', 1024],
    ['2 ** 3 ** 2', 512],
    ['-2 ** 2', -4],
    ['2 ** -1', 0.5],
    ['9 ** 0.5', 3],
    ['2 ** 2.5', 5.656854249492381],
    ['4 ** -1.5', 0.125],
    ['- - 3', 3],
    ['+4', 4],
    ['1.5e3 + .5', 1500.5],
    ['1_000 * 2', 2000],
    ['true + true', 2],
    ['(3 > 2) * 10', 10],
  ])('computes %s', (text, expected) => {
    expect(evaluate(text)).toBe(expected);
  });

  it('reads names from the scope', () => {
    const text = "(13.8 * size - 142) * (2.4 if type == 'QLED' else 1)";
    expect(evaluate(text, { size: 55, type: 'QLED' })).toBeCloseTo(1480.8, 9);
    expect(evaluate(text, { size: 55, type: 'LED' })).toBeCloseTo(617, 9);
  });

  it('gives the same result for names as for constants', () => {
    expect(evaluate('a // b * c % d', { a: 17, b: 3, c: 7, d: 4 })).toBe(
      evaluate('17 // 3 * 7 % 4'),
    );
  });

  it('never gives minus zero', () => {
    expect(Object.is(evaluate('-x', { x: 0 }), 0)).toBe(true);
    expect(Object.is(evaluate('-4 % 2'), 0)).toBe(true);
  });

  it('joins texts and lists with plus', () => {
    expect(evaluate("'a' + 'b'")).toBe('ab');
    expect(evaluate('[1] + [2, 3]')).toEqual([1, 2, 3]);
  });

  it('repeats texts and lists', () => {
    expect(evaluate("'ab' * 3")).toBe('ababab');
    expect(evaluate("3 * '-'")).toBe('---');
    expect(evaluate('[0, [1]] * 2')).toEqual([0, [1], 0, [1]]);
    expect(evaluate("'a' * -1")).toBe('');
  });

  it('concatenates anything as text with a tilde', () => {
    expect(evaluate("size ~ '″ ' ~ true ~ none", { size: 55 })).toBe('55″ true');
  });

  it('names both operands that do not fit', () => {
    const problem = problemOf('price + name', { price: 12, name: 'QLED' });
    expect(problem.code).toBe('type-mismatch');
    expect(problem.message).toContain('the number 12');
    expect(problem.message).toContain('the text “QLED”');
  });

  it.each(["'a' - 1", 'none + 1', '[1] * 1.5', "-'a'", '{} + {}', "'a' % 2"])(
    'refuses the types of %s',
    (text) => {
      expect(problemOf(text).code).toBe('type-mismatch');
    },
  );

  it.each(['1 / 0', '1 // 0', '1 % 0', '0 ** -1', 'x / (x - x)'])(
    'reports the division by zero in %s',
    (text) => {
      expect(problemOf(text, { x: 3 }).code).toBe('division-by-zero');
    },
  );

  it('points at the operation that divides by zero', () => {
    expect(problemOf('1 + a / b', { a: 1, b: 0 })).toMatchObject({ start: 4, end: 9 });
  });

  it.each(['1e308 * 10', 'x * x', '(-8) ** 0.3', '10 ** 400', '1e308 + 1e308'])(
    'reports that %s has no finite result',
    (text) => {
      expect(problemOf(text, { x: 1e200 }).code).toBe('not-finite');
    },
  );

  it('refuses a literal beyond the range of numbers', () => {
    expect(problemOf('1e999').code).toBe('not-finite');
  });
});
