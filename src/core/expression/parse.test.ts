import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileExpression } from './compile.ts';
import { maxSourceLength, parseExpression, parseTemplate } from './parse.ts';
import { ExpressionError, toDiagnostic } from './problem.ts';
import { compileTemplate } from './render.ts';
import { createBudget } from './budget.ts';
import { createScope } from './scope.ts';
import { evaluate, problemOf, renderProblemOf } from './test-support.ts';

describe('parseExpression', () => {
  it('gives every node its range', () => {
    expect(parseExpression(' price > 10 ')).toMatchObject({
      ok: true,
      value: {
        kind: 'comparison',
        start: 1,
        end: 11,
        first: { kind: 'name', name: 'price', start: 1, end: 6 },
        links: [{ operator: '>', operand: { kind: 'literal', value: 10, start: 9, end: 11 } }],
      },
    });
  });

  it('tolerates braces around the expression and counts them in the ranges', () => {
    expect(evaluate(' {{ a + 1 }} ', { a: 1 })).toBe(2);
    expect(evaluate("{{- {'k': {'l': 3}}.k.l -}}")).toBe(3);
    expect(problemOf('{{ nope }}')).toMatchObject({ start: 3, end: 7 });
  });

  it('reads the escapes of texts', () => {
    expect(evaluate(String.raw`'it\'s\n\t\\ \u00e9\x41 \d'`)).toBe("it's\n\t\\ éA \\d");
  });

  it('reads names of any script', () => {
    expect(evaluate('größe + 値', { größe: 1, 値: 2 })).toBe(3);
  });

  it.each([
    ['', 'empty'],
    ['{{ }}', 'empty'],
    ['1 +', 'but found the end'],
    ['a b', 'found “b”'],
    ['(1', 'Expected “)”'],
    ['[1, 2', 'Expected “]”'],
    ["{'a' 1}", 'Expected “:”'],
    ["'abc", 'never closed'],
    ['a = 1', 'Use “==”'],
    ['a && b', 'Write “and”'],
    ['a || b', 'Write “or”'],
    ['!a', 'Write “not”'],
    ['a ? b : c', '“?” has no meaning'],
    ['12abc', 'neither a number nor a name'],
    ['x | ', 'name of a filter'],
    ['x is', 'name of a test'],
    ['x.', 'a name after “.”'],
    ['x[]', 'Expected an index'],
    ['if', 'Expected a value'],
    ['{{ a }} and {{ b }}', 'one expression'],
    ['{{ a', 'never closed'],
    ['f(a=1, 2)', 'named argument'],
  ])('says what is wrong with %j', (text, part) => {
    const problem = problemOf(text);
    expect(problem.code).toBe('expression-syntax');
    expect(problem.message).toContain(part);
    expect(problem.end).toBeGreaterThanOrEqual(problem.start);
  });

  it('points at the token that does not fit', () => {
    expect(problemOf('price > > 3')).toMatchObject({ start: 8, end: 9 });
  });

  it('refuses a text beyond the length limit', () => {
    expect(problemOf('1'.repeat(maxSourceLength + 1)).code).toBe('expression-too-long');
  });
});

describe('parseTemplate', () => {
  it.each([
    ['{{ a', 'never closed'],
    ['{% if a %}', 'Add “{% endif %}”'],
    ['{% for x in y %}{% endif %}', 'has no block'],
    ['{% endif %}', 'has no block'],
    ['{% else %}', 'has no block'],
    ['{# a', 'Add “#}”'],
    ['{% raw %}a', 'Add “{% endraw %}”'],
    ['{% %}', 'Expected a tag'],
    ['{% if %}x{% endif %}', 'Expected a value'],
    ['{% for 1 in y %}{% endfor %}', 'name of a variable'],
    ['{% for x of y %}{% endfor %}', 'Expected “in”'],
    ['{% set x 1 %}', 'Expected “=”'],
    ['{% set loop = 1 %}', 'meaning of its own'],
    ['{% set true = 1 %}', 'meaning of its own'],
    ['{% if a %}{% else %}{% elif b %}{% endif %}', 'has no block'],
    ['{% endfor x %}', 'has no block'],
    ['{% if a %}{% endif b %}', 'but found “b”'],
    ['{{ }}', 'Expected a value'],
  ])('says what is wrong with %j', (text, part) => {
    const problem = renderProblemOf(text);
    expect(problem.code).toBe('expression-syntax');
    expect(problem.message).toContain(part);
  });

  it.each(['macro', 'include', 'import', 'extends', 'call'])('knows no tag %s', (tag) => {
    expect(renderProblemOf(`{% ${tag} x %}`).code).toBe('unknown-tag');
  });

  it('points at the block that is never closed', () => {
    expect(renderProblemOf('a{% if b %}c')).toMatchObject({ start: 1, end: 11 });
  });

  it('finds unknown filters inside blocks', () => {
    expect(renderProblemOf('{% for x in xs %}{{ x | nope }}{% endfor %}')).toMatchObject({
      code: 'unknown-filter',
      start: 20,
      end: 28,
    });
  });
});

describe('toDiagnostic', () => {
  it('keeps the range inside the string at the path', () => {
    const problem = problemOf('1 + nope');
    expect(toDiagnostic(problem, ['columns', 2, 'fill', 'expression'], 'warning')).toEqual({
      path: ['columns', 2, 'fill', 'expression'],
      code: 'unknown-name',
      severity: 'warning',
      message: problem.message,
      range: { start: 4, end: 8 },
    });
  });
});

const words =
  'a b xs 1 2.5 0 \'q\' "" true none + - * / // % ** ~ == != < >= in not and or if else is defined even ( ) [ ] { } , : . | round upper join first range min ( ) {{ }} {% %} for set endif endfor elif loop = -%} {{- \\ # {#';
const fragment = fc.oneof(fc.constantFrom(...words.split(' ')), fc.string({ maxLength: 3 }));
const anyText = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.array(fragment, { maxLength: 25 }).map((parts) => parts.join(' ')),
);
const record = { a: 3, b: 'text', xs: [1, 'two', { three: [null] }] };

describe('any text', () => {
  it('parses to a tree or to a problem inside the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const parsed of [parseExpression(text), parseTemplate(text)]) {
          const span = parsed.ok ? parsed.value : parsed.error;
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(span.start).toBeLessThanOrEqual(span.end);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('evaluates to a value or fails with an expression error', () => {
    const run = (evaluation: () => unknown): void => {
      try {
        expect(evaluation()).not.toBeUndefined();
      } catch (error) {
        expect(error).toBeInstanceOf(ExpressionError);
      }
    };
    fc.assert(
      fc.property(anyText, (text) => {
        const expression = parseExpression(text);
        const template = parseTemplate(text);
        const scope = createScope(record);
        if (expression.ok)
          run(() => compileExpression(expression.value)(scope, createBudget(1000)));
        if (template.ok) run(() => compileTemplate(template.value)(scope, createBudget(1000)));
      }),
      { numRuns: 1500 },
    );
  });
});

/** Texts that always parse, so that evaluation and not the grammar is put to the test. */
const { expression: anyExpression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(
      'a',
      'b',
      'xs',
      'missing',
      '0',
      '1.5',
      '-3',
      "'q'",
      'true',
      'none',
      '[1, 2]',
      "{'k': 1}",
    ),
    fc
      .tuple(
        tie('expression'),
        fc.constantFrom(
          '+',
          '-',
          '*',
          '/',
          '//',
          '%',
          '**',
          '~',
          '==',
          '<',
          'in',
          'not in',
          'and',
          'or',
        ),
        tie('expression'),
      )
      .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
    fc
      .tuple(
        tie('expression'),
        fc.constantFrom(
          ...'abs capitalize first float int items last length list lower max min reverse round sort string title tojson trim truncate unique upper urlencode escape wordcount sum usd default join'.split(
            ' ',
          ),
        ),
      )
      .map(([target, name]) => `(${target} | ${name})`),
    fc.tuple(tie('expression'), tie('expression')).map(([target, index]) => `${target}[${index}]`),
    fc.tuple(tie('expression'), tie('expression')).map(([target, to]) => `${target}[:${to}]`),
    tie('expression').map((target) => `(${target} is even)`),
    tie('expression').map((size) => `range(${size})`),
  ),
}));

describe('any expression', () => {
  it('gives a finite JSON value or fails with an expression error', () => {
    fc.assert(
      fc.property(anyExpression, (text) => {
        const parsed = parseExpression(text);
        if (!parsed.ok) throw new Error(`${text}: ${parsed.error.message}`);
        const evaluateParsed = compileExpression(parsed.value);
        let value: unknown;
        try {
          value = evaluateParsed(createScope(record), createBudget(5000));
        } catch (error) {
          expect(error).toBeInstanceOf(ExpressionError);
          return;
        }
        expect(value).not.toBeUndefined();
        if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
