import { describe, expect, it } from 'vitest';
import { evaluate, problemOf } from './test-support.ts';

describe('comparison', () => {
  it.each([
    ['1 < 2', true],
    ['2 <= 1', false],
    ["'a' < 'b'", true],
    ["'b' >= 'b'", true],
    ['1 < 2 < 3', true],
    ['1 < 3 < 2', false],
    ["1 == '1'", false],
    ["1 != '1'", true],
    ['none == none', true],
    ['none == 0', false],
    ['true == 1', true],
    ['[1, {"a": 2}] == [1, {"a": 2}]', true],
    ['{"a": 1, "b": 2} == {"b": 2, "a": 1}', true],
    ['[1] != [2]', true],
    ["'ed' in 'red'", true],
    ["'x' not in 'red'", true],
    ["'a' in ('a', 'b')", true],
    ["'c' in ['a', 'b']", false],
    ["'k' in {'k': 1}", true],
  ])('finds %s to be %s', (text, expected) => {
    expect(evaluate(text)).toBe(expected);
  });

  it('does not evaluate a chain beyond its first false link', () => {
    expect(evaluate('3 < 2 < 1 / zero', { zero: 0 })).toBe(false);
  });

  it.each(["1 < 'a'", "'a' > 1", 'none < 1', '[1] < [2]', '{} >= {}'])(
    'refuses to order %s',
    (text) => {
      expect(problemOf(text).code).toBe('type-mismatch');
    },
  );

  it.each(['1 in 2', "1 in 'a1'", "'a' in none", '1 in {}'])('refuses %s', (text) => {
    expect(problemOf(text).code).toBe('type-mismatch');
  });
});

describe('logic', () => {
  it.each([
    ["'' or 'x'", 'x'],
    ["'a' or 'x'", 'a'],
    ["'' and 'x'", ''],
    ["'a' and 'x'", 'x'],
    ['0 or [] or none', null],
    ['1 and 2 and 3', 3],
    ['not 1', false],
    ['not not []', false],
    ['not 1 == 2', true],
    ['true or false and false', true],
    ['1 if 2 > 1 else 0', 1],
    ['1 if false', ''],
    ["'a' if false else 'b' if false else 'c'", 'c'],
  ])('evaluates %s', (text, expected) => {
    expect(evaluate(text)).toBe(expected);
  });

  it('leaves the operand alone that does not decide', () => {
    expect(evaluate('true or 1 / 0')).toBe(true);
    expect(evaluate('false and unknown')).toBe(false);
    expect(evaluate('1 if true else unknown')).toBe(1);
  });
});

describe('tests', () => {
  it.each([
    ['x is defined', true],
    ['y is defined', false],
    ['y is undefined', true],
    ['y.a.b is defined', false],
    ['x is not defined', false],
    ['none is none', true],
    ['none is null', true],
    ['1 is number', true],
    ['true is number', false],
    ['1 is integer', true],
    ['1.5 is float', true],
    ["'a' is string", true],
    ['false is boolean', true],
    ['{} is mapping', true],
    ['[] is mapping', false],
    ['[] is iterable', true],
    ['4 is even', true],
    ['-3 is odd', true],
    ['2.5 is odd', false],
    ['9 is divisibleby 3', true],
    ['9 is divisibleby(2)', false],
    ["'a' is in ['a']", true],
    ["'a' is not in 'abc'", false],
    ['1 + 1 is odd', 2],
    ['not x is defined', false],
  ])('evaluates %s', (text, expected) => {
    // As in Jinja, `1 + 1 is odd` groups as `1 + (1 is odd)`; true counts as 1.
    expect(evaluate(text, { x: 1 })).toBe(expected);
  });
});

describe('access', () => {
  const record = {
    brand: { maker: { country: 'JP' }, empty: null },
    sizes: [32, 43, 55],
    title: 'Ötzi 🏔',
  };

  it.each([
    ['brand.maker.country', 'JP'],
    ["brand['maker'].country", 'JP'],
    ['brand.empty', null],
    ["brand['empty']", null],
    ["brand.empty | default('x')", null],
    ['sizes[0]', 32],
    ['sizes[-1]', 55],
    ['sizes.1', 43],
    ['sizes[1:]', [43, 55]],
    ['sizes[:-1]', [32, 43]],
    ['sizes[::-1]', [55, 43, 32]],
    ['sizes[::2]', [32, 55]],
    ['title[0]', 'Ö'],
    ['title[-1]', '🏔'],
    ['title[:4]', 'Ötzi'],
    ["{'a': {'b': 1}}.a.b", 1],
  ])('reads %s', (text, expected) => {
    expect(evaluate(text, record)).toEqual(expected);
  });

  it('reports an unknown name with its range', () => {
    expect(problemOf('1 + pricee')).toMatchObject({ code: 'unknown-name', start: 4, end: 10 });
  });

  it.each(['brand.color', "brand['color']", 'brand.maker.x.y', 'title.x', 'sizes.length'])(
    'reports the unknown attribute in %s',
    (text) => {
      expect(problemOf(text, record).code).toBe('unknown-attribute');
    },
  );

  it.each(['sizes[3]', 'sizes[-4]', 'title[99]'])('reports the missing item in %s', (text) => {
    expect(problemOf(text, record).code).toBe('out-of-range');
  });

  it.each(['sizes[1.5]', 'brand[0]', 'sizes[none]', 'brand[1:]', "sizes['a':]"])(
    'refuses %s',
    (text) => {
      expect(problemOf(text, record).code).toBe('type-mismatch');
    },
  );

  it('takes the default where any step is missing', () => {
    expect(evaluate("brand.color | default('red')", record)).toBe('red');
    expect(evaluate("nothing.at['all'][0] | default('red')", record)).toBe('red');
    expect(evaluate("sizes[9] | d('none')", record)).toBe('none');
    expect(evaluate("[] | first | default('none')")).toBe('none');
    expect(evaluate("nothing | upper | default('x')")).toBe('x');
    expect(evaluate('nothing | default(none)')).toBeNull();
    expect(evaluate('nothing | default')).toBe('');
  });

  it('replaces an empty value only when the default is asked to', () => {
    expect(evaluate("x | default('n/a')", { x: null })).toBeNull();
    expect(evaluate("x | default('n/a', true)", { x: null })).toBe('n/a');
    expect(evaluate("x | default('n/a', boolean=true)", { x: '' })).toBe('n/a');
  });
});
