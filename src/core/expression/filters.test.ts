import { describe, expect, it } from 'vitest';
import { filterNames } from './filters.ts';
import { evaluate, problemOf } from './test-support.ts';

const record = {
  tvs: [
    { name: 'B', price: 20 },
    { name: 'a', price: 10 },
    { name: 'C', price: 30 },
  ],
};

describe('filters on numbers', () => {
  it.each([
    ['-3 | abs', 3],
    ['2.5 | round', 2],
    ['3.5 | round', 4],
    ['-2.5 | round', -2],
    ['2.675 | round(2)', 2.68],
    ['2.665 | round(2)', 2.66],
    ['1.005 | round(2)', 1],
    ['1250 | round(-2)', 1200],
    ["1.15 | round(2, 'floor')", 1.15],
    ["1.111 | round(2, 'ceil')", 1.12],
    ["-1.5 | round(method='floor')", -2],
    ["'42' | int", 42],
    ["'-3.9' | int", -3],
    ["' 1.5e2 ' | float", 150],
    ["'x' | int(7)", 7],
    ["'x' | float(default=none)", null],
    ['1459.99 | usd', '$1,459.99'],
    ['1234567 | usd', '$1,234,567.00'],
    ['-5 | usd', '-$5.00'],
    ['0.005 | usd', '$0.00'],
  ])('evaluates %s', (text, expected) => {
    expect(evaluate(text)).toBe(expected);
  });

  it('binds tighter than arithmetic', () => {
    expect(evaluate('10 / 4.4 | round')).toBe(2.5);
    expect(evaluate('(10 / 4.4) | round')).toBe(2);
  });

  it('refuses to invent a number', () => {
    expect(problemOf("'abc' | int").code).toBe('invalid-value');
    expect(problemOf("'' | float").code).toBe('invalid-value');
    expect(problemOf('none | int').code).toBe('type-mismatch');
    expect(problemOf("'1' | abs").code).toBe('type-mismatch');
  });
});

describe('filters on text', () => {
  it.each([
    ["'hELLO wORLD' | capitalize", 'Hello world'],
    ["'hello-big world' | title", 'Hello-Big World'],
    ["'Ab' | upper", 'AB'],
    ["'Ab' | lower", 'ab'],
    ["'  a ' | trim", 'a'],
    ["'xxaxx' | trim('x')", 'a'],
    ["'a-b-c' | replace('-', '+')", 'a+b+c'],
    ["'a-b-c' | replace('-', '+', 1)", 'a+b-c'],
    ["'ab' | replace('', '.')", '.a.b.'],
    ["'one two three four' | truncate(9, leeway=0)", 'one...'],
    ["'one two three four' | truncate(9, true, leeway=0)", 'one tw...'],
    ["'one two three' | truncate(9)", 'one two three'],
    ["'a b&c/d é' | urlencode", 'a%20b%26c/d%20%C3%A9'],
    ["{'q': 'a b', 'n': 1} | urlencode", 'q=a%20b&n=1'],
    ['\'<a href="x">\' | escape', '&lt;a href=&#34;x&#34;&gt;'],
    ["'one two, three' | wordcount", 3],
    ["12 | string ~ 'x'", '12x'],
    ["{'a': [1, none]} | tojson", '{"a":[1,null]}'],
    ["'abc' | reverse", 'cba'],
    ["'a🏔' | length", 2],
  ])('evaluates %s', (text, expected) => {
    expect(evaluate(text)).toBe(expected);
  });

  it('encodes a broken surrogate pair instead of failing', () => {
    expect(evaluate('x | urlencode', { x: '\uD800' })).toBe('%EF%BF%BD');
  });

  it('refuses lists', () => {
    expect(problemOf('[1] | upper').code).toBe('type-mismatch');
  });
});

describe('filters on lists', () => {
  it.each([
    ['[1, 2] | first', 1],
    ['[1, 2] | last', 2],
    ['[1, 2] | length', 2],
    ["['a', 1, true] | join(', ')", 'a, 1, true'],
    ["tvs | join('-', attribute='name')", 'B-a-C'],
    ['[3, 1, 2] | sort', [1, 2, 3]],
    ['[3, 1, 2] | sort(reverse=true)', [3, 2, 1]],
    ["['B', 'a'] | sort", ['a', 'B']],
    ["tvs | sort(attribute='price') | map(attribute='name')", ['a', 'B', 'C']],
    ["['a', 'b'] | map('upper')", ['A', 'B']],
    ['[1, 2, 3] | reverse', [3, 2, 1]],
    ["['a', 'A', 'b'] | unique", ['a', 'b']],
    ["['a', 'A'] | unique(true)", ['a', 'A']],
    ['[1, 2, 3] | sum', 6],
    ["tvs | sum(attribute='price')", 60],
    ['[4, 2, 8] | min', 2],
    ['[4, 2, 8] | max', 8],
    ["(tvs | max(attribute='price')).name", 'C'],
    ["'ab' | list", ['a', 'b']],
    ["{'a': 1} | items", [['a', 1]]],
    ["{'a': 1}.items()", [['a', 1]]],
    ["tvs | map(attribute='stock', default=0) | sum", 0],
  ])('evaluates %s', (text, expected) => {
    expect(evaluate(text, record)).toEqual(expected);
  });

  it('does not change the list it sorts', () => {
    const values = [3, 1, 2];
    evaluate('xs | sort', { xs: values });
    expect(values).toEqual([3, 1, 2]);
  });

  it.each(['[] | first', "'' | last", '[] | max'])('reports that %s has no result', (text) => {
    expect(problemOf(text).code).toBe('empty-value');
  });

  it.each(["[1, 'a'] | sort", "['a'] | sum", '5 | length', '[] | items'])('refuses %s', (text) => {
    expect(problemOf(text).code).toBe('type-mismatch');
  });

  it('reports the attribute an item lacks', () => {
    expect(problemOf("tvs | map(attribute='colour')", record).code).toBe('unknown-attribute');
  });
});

describe('functions', () => {
  it.each([
    ['range(3)', [0, 1, 2]],
    ['range(1, 4)', [1, 2, 3]],
    ['range(5, 0, -2)', [5, 3, 1]],
    ['min(3, 1, 2)', 1],
    ['max([3, 1])', 3],
    ['abs(-2)', 2],
    ['round(2.345, 2)', 2.34],
    ["len('abc')", 3],
    ["int('12') + float('1.5')", 13.5],
    ["str(12) + 'x'", '12x'],
    ['sum([1, 2])', 3],
  ])('evaluates %s', (text, expected) => {
    expect(evaluate(text)).toEqual(expected);
  });

  it('reports the smallest of nothing', () => {
    expect(problemOf('min([])').code).toBe('empty-value');
  });
});

describe('calls', () => {
  it.each([
    ['x | nope', 'unknown-filter'],
    ['x is nope', 'unknown-test'],
    ['nope(1)', 'unknown-function'],
    ['x.upper()', 'unknown-function'],
    ['x | round(1, 2, 3)', 'wrong-arguments'],
    ['x | round(digits=1)', 'wrong-arguments'],
    ["x | replace('a')", 'wrong-arguments'],
    ['x is divisibleby', 'wrong-arguments'],
    ['x | int(1, default=2)', 'wrong-arguments'],
    ['range()', 'wrong-arguments'],
  ])('finds the problem of %s while parsing', (text, code) => {
    expect(problemOf(text, { x: 1 }).code).toBe(code);
  });

  it('says why there is no random filter', () => {
    expect(problemOf('[1] | random').message).toContain('same every time');
  });

  it('lists every filter of the language', () => {
    const expected =
      'abs capitalize default d first float int items join last length list lower max min replace reverse round sort string title tojson trim truncate unique upper urlencode escape wordcount sum map usd';
    expect(filterNames).toEqual(expect.arrayContaining(expected.split(' ')));
  });
});
