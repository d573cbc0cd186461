import { describe, expect, it } from 'vitest';
import { parseJson } from '#core/base/json.ts';
import { createBudget } from './budget.ts';
import { compileExpression } from './compile.ts';
import { parseExpression, parseTemplate } from './parse.ts';
import { ExpressionError } from './problem.ts';
import { compileTemplate } from './render.ts';
import { createScope } from './scope.ts';
import { evaluate, problemOf, render, renderProblemOf } from './test-support.ts';

const doubling = (count: number): string =>
  "{% set s = 'ab' %}" + '{% set s = s ~ s %}'.repeat(count);
const nestedLists = (count: number): string =>
  '{% set a = [1] %}' + '{% set a = [a, a] %}'.repeat(count);

describe('templates that never end', () => {
  it.each([
    ['a loop over a billion', '{% for i in range(1000000000) %}x{% endfor %}'],
    [
      'nested loops',
      '{% for i in range(1000) %}{% for j in range(1000) %}{% for k in range(1000) %}{% endfor %}{% endfor %}{% endfor %}',
    ],
    [
      'nested loops that print nothing',
      '{% for i in range(99999) %}{% for j in xs %}{{ "" }}{% endfor %}{% endfor %}',
    ],
    [
      'a filtered loop',
      '{% for i in range(99999) %}{% for j in range(99) if false %}{% endfor %}{% endfor %}',
    ],
    [
      'a long text scanned over and over',
      '{% for i in range(99999) %}{{ "z" in long }}{% endfor %}',
    ],
    [
      'a long text compared over and over',
      '{% for i in range(99999) %}{{ 1 if long == other }}{% endfor %}',
    ],
    [
      'a text of blanks read over and over',
      '{% for i in range(99999) %}{{ blanks | int(0) }}{% endfor %}',
    ],
    [
      'a wide object tested over and over',
      '{% for i in range(99999) %}{{ 1 if wide }}{% endfor %}',
    ],
    ['a list that holds itself forty times over, printed', `${nestedLists(40)}{{ a }}`],
    ['the same, compared', `${nestedLists(40)}{% set b = [a] %}{{ b == [[a, a]] }}{{ a == b }}`],
    ['the same, made unique', `${nestedLists(40)}{{ [a, a] | unique | length }}`],
    ['the same, joined', `${nestedLists(40)}{{ a | join }}`],
    ['the same, as text', `${nestedLists(40)}{{ a ~ '' }}`],
  ])('stop at %s', (_, text) => {
    const wide = Object.fromEntries(Array.from({ length: 9000 }, (_, index) => [`k${index}`, 1]));
    const long = 'x'.repeat(500_000);
    const problem = renderProblemOf(text, {
      xs: Array(1000).fill(1),
      long,
      blanks: ' '.repeat(500_000),
      wide,
      other: `y${long.slice(1)}`,
    });
    expect(problem.code).toBe('budget-exceeded');
    expect(problem.end).toBeGreaterThan(problem.start);
  });

  it('stop at a text doubled forty times', () => {
    expect(renderProblemOf(`${doubling(40)}{{ s }}`).code).toBe('output-too-long');
  });

  it('stop at output beyond the limit', () => {
    const text = '{% for i in range(2000) %}{{ line }}{% endfor %}';
    expect(renderProblemOf(text, { line: 'x'.repeat(1000) }).code).toBe('output-too-long');
  });

  it('know no macros, so none can call itself', () => {
    expect(renderProblemOf('{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}').code).toBe(
      'unknown-tag',
    );
  });
});

describe('expressions that reach for the host', () => {
  it.each([
    "constructor.constructor('return this')()",
    'this',
    'window',
    'globalThis',
    'process',
    'self',
    "import('x')",
    "eval('1')",
    "Function('1')",
    'a.__proto__',
    "a['__proto__']",
    'a.constructor',
    "a['constr' ~ 'uctor']",
    'a.toString',
    'a.hasOwnProperty',
    "'x'.constructor",
    "'x'.length",
    '[].length',
    '[].map',
    '(1).toFixed',
    "''['sub']",
    'toString',
    '__proto__',
  ])('find nothing behind %s', (text) => {
    expect(problemOf(text, { a: { b: 1 } }).code).toMatch(/^unknown-(name|attribute|function)$/);
  });

  it('find nothing behind own properties with the names of prototypes', () => {
    const parsed = parseJson('{"a":{"__proto__":{"x":1},"constructor":2}}');
    const record = parsed.ok ? (parsed.value as { a: { x: number } }) : {};
    expect(problemOf('a.__proto__', record).code).toBe('unknown-attribute');
    expect(problemOf("a['constructor']", record).code).toBe('unknown-attribute');
    expect(evaluate('a | items | length', record)).toBe(0);
    expect(problemOf("[a] | map(attribute='__proto__')", record).code).toBe('unknown-attribute');
  });

  it('cannot build an object with a foreign prototype', () => {
    expect(problemOf("{'__proto__': {'x': 1}}").code).toBe('invalid-value');
    expect(problemOf("{'__pro' ~ 'to__': 1}").code).toBe('invalid-value');
  });
});

describe('expressions that grow', () => {
  it.each([
    ["'a' * 1e9", 'output-too-long'],
    ['[0] * 1e9', 'budget-exceeded'],
    ["(b * 1e6) | replace('', 'yyyyyyyy')", 'output-too-long'],
    ['x ** 1e9', 'not-finite'],
    ['range(1e9)', 'budget-exceeded'],
    ['range(-1e300, 1e300)', 'budget-exceeded'],
    ["('a' * 900000) | replace('a', 'aaaa')", 'output-too-long'],
    ["range(99999) | join('x' * 99)", 'output-too-long'],
    ["[{('k' * 900000): 1}] * 30000", 'output-too-long'],
    ["(['x' * 900000] * 30000) | sort", 'budget-exceeded'],
    ["(['x' * 900000] * 30000) | tojson", 'output-too-long'],
    ['(range(9000) | list) | tojson(8)', 'output-too-long'],
  ])('stop at %s', (text, code) => {
    expect(problemOf(text, { b: 'b', x: 3 }).code).toBe(code);
  });

  it('stop at lists of lists of lists', () => {
    const text = '[1]'.padStart(63, '[') + ' * 9]'.repeat(60);
    expect(problemOf(text).code).toBe('budget-exceeded');
  });
});

describe('texts that nest', () => {
  it.each([
    ['a ternary', '1 if a else '.repeat(5000) + '2'],
    ['brackets', '('.repeat(50_000)],
    ['lists', '['.repeat(50_000)],
    ['signs', '-'.repeat(50_000) + '1'],
    ['negations', 'not '.repeat(20_000) + '1'],
    ['powers', '2 ** '.repeat(15_000) + '2'],
    ['calls', 'abs('.repeat(20_000)],
    ['indexes', 'a['.repeat(40_000)],
    ['sums', '1 + '.repeat(20_000) + '1'],
    ['filters', '1' + '|abs'.repeat(20_000)],
    ['attributes', 'a' + '.b'.repeat(40_000)],
  ])('of %s are refused', (_, text) => {
    expect(problemOf(text).code).toBe('expression-too-deep');
  });

  it('of blocks are refused', () => {
    expect(renderProblemOf('{% if a %}'.repeat(9000)).code).toBe('expression-too-deep');
  });

  it('of alternatives side by side are fine', () => {
    const text = Array.from({ length: 3000 }, (_, index) => `a == ${index}`).join(' or ');
    expect(evaluate(text, { a: 2999 })).toBe(true);
    const branches = '{% elif a == 1 %}x'.repeat(3000);
    expect(render(`{% if false %}${branches}{% else %}y{% endif %}`, { a: 0 })).toBe('y');
  });

  it('up to the limit are evaluated', () => {
    expect(evaluate('('.repeat(90) + '1' + ')'.repeat(90))).toBe(1);
    expect(evaluate('1 + '.repeat(400) + 'a', { a: 1 })).toBe(401);
  });
});

describe('a budget', () => {
  it('is shared between evaluations that are given the same', () => {
    const parsed = parseExpression('range(400) | sum');
    if (!parsed.ok) throw new Error(parsed.error.message);
    const sum = compileExpression(parsed.value);
    const budget = createBudget(1000);
    expect(sum(createScope({}), budget)).toBe(79_800);
    expect(() => sum(createScope({}), budget)).toThrow(ExpressionError);
  });

  it('is not touched by straight arithmetic', () => {
    const parsed = parseExpression("(a + b * 2) / 3 if kind == 'x' and a < b else -a");
    if (!parsed.ok) throw new Error(parsed.error.message);
    const budget = createBudget();
    const before = { ...budget };
    compileExpression(parsed.value)(createScope({ a: 1, b: 2, kind: 'x' }), budget);
    expect(budget).toEqual(before);
  });

  it('is charged for each turn of a loop by the size of its body', () => {
    const spent = (body: string): number => {
      const parsed = parseTemplate(`{% for i in xs %}${body}{% endfor %}`);
      if (!parsed.ok) throw new Error(parsed.error.message);
      const budget = createBudget(10_000);
      compileTemplate(parsed.value)(createScope({ xs: [1, 2, 3] }), budget);
      return 10_000 - budget.steps;
    };
    expect(spent('{{ i + i + i }}')).toBeGreaterThan(spent('{{ i }}'));
  });

  it('is charged for every printed character', () => {
    const parsed = parseTemplate('abc{{ x }}');
    if (!parsed.ok) throw new Error(parsed.error.message);
    const budget = createBudget(10, 10);
    compileTemplate(parsed.value)(createScope({ x: 'de' }), budget);
    expect(budget.outputLength).toBe(5);
  });
});
