import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExpression, parseTemplate } from './parse.ts';
import {
  expressionReferences,
  renameInExpression,
  renameInTemplate,
  templateReferences,
  type Reference,
} from './references.ts';
import { render } from './test-support.ts';

function inExpression(text: string): readonly Reference[] {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return expressionReferences(parsed.value);
}

function inTemplate(text: string): readonly Reference[] {
  const parsed = parseTemplate(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return templateReferences(parsed.value);
}

const namesOf = (references: readonly Reference[]): readonly string[] =>
  references.map((reference) => reference.name);

describe('references', () => {
  it('are the names that are read, in order, with their ranges', () => {
    expect(inExpression('price * size + price')).toEqual([
      { name: 'price', path: [], start: 0, end: 5 },
      { name: 'size', path: [], start: 8, end: 12 },
      { name: 'price', path: [], start: 15, end: 20 },
    ]);
  });

  it('carry attributes and constant keys as their path', () => {
    const [first, second] = inExpression("brand.maker['country'].code ~ rows[0].x");
    expect(first?.path).toEqual(['maker', 'country', 'code']);
    expect(second?.path).toEqual([]);
  });

  it('leave out functions, filters, tests, keys and texts', () => {
    expect(
      namesOf(inExpression("range(a) | join(b, attribute='c') ~ {'d': e}.f is defined")),
    ).toEqual(['a', 'b', 'e']);
  });

  it('see names in every part of an expression', () => {
    expect(namesOf(inExpression('a[b:c:d][e] if not f < -g else h or i in [j]'))).toEqual(
      'a b c d e f g h i j'.split(' '),
    );
  });

  it('leave out loop and set variables where they hold', () => {
    const text =
      '{{ x }}{% for x in xs if x %}{{ x }}{{ loop.index }}{% else %}{{ x }}{% endfor %}{% set y = y %}{{ y }}';
    expect(namesOf(inTemplate(text))).toEqual(['x', 'xs', 'x', 'y']);
  });

  it('see a name as free in the branch that does not set it', () => {
    const text = '{% if a %}{% set x = 1 %}{% else %}{{ x }}{% endif %}{{ x }}';
    expect(namesOf(inTemplate(text))).toEqual(['a', 'x']);
  });
});

describe('rename', () => {
  it('rewrites free names and keeps every other character', () => {
    expect(renameInExpression(" price*2 + other.price ~ 'price' ", 'price', 'cost')).toBe(
      " cost*2 + other.price ~ 'price' ",
    );
  });

  it('rewrites outputs and tags of a template', () => {
    const text =
      'price {{- price }}{% if price > 1 %}{# price #}{% for i in price %}x{% endfor %}{% endif %}';
    expect(renameInTemplate(text, 'price', 'cost')).toBe(
      'price {{- cost }}{% if cost > 1 %}{# price #}{% for i in cost %}x{% endfor %}{% endif %}',
    );
  });

  it('leaves variables of the same name alone', () => {
    const text = '{% for x in x %}{{ x }}{% endfor %}{{ x }}';
    expect(renameInTemplate(text, 'x', 'y')).toBe('{% for x in y %}{{ x }}{% endfor %}{{ y }}');
  });

  it('moves a variable out of the way that would capture the new name', () => {
    const text = '{% for x in xs %}{{ x }}{{ a }}{% endfor %}';
    const renamed = renameInTemplate(text, 'a', 'x');
    expect(renamed).toBe('{% for x_ in xs %}{{ x_ }}{{ x }}{% endfor %}');
    expect(render(renamed, { xs: [1, 2], x: '!' })).toBe(render(text, { xs: [1, 2], a: '!' }));
  });

  it('works in texts with unknown filters', () => {
    expect(renameInExpression('a | someday', 'a', 'b')).toBe('b | someday');
  });

  it.each([
    ['a +', 'a', 'b'],
    ['a + 1', 'a', 'two words'],
    ['a + 1', 'a', 'not'],
    ['a + 1', 'a', ''],
  ])('leaves %j unchanged when %j cannot become %j', (text, from, to) => {
    expect(renameInExpression(text, from, to)).toBe(text);
  });

  it('does not let a block capture a column named loop', () => {
    const text = '{% for x in xs %}{{ a }}{% endfor %}';
    expect(renameInTemplate(text, 'a', 'loop')).toBe(text);
  });
});

const name = fc.constantFrom('a', 'b', 'c', 'x', 'y');
const { template } = fc.letrec<{ template: string; expression: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small' },
    name,
    fc.tuple(tie('expression'), tie('expression')).map(([left, right]) => `(${left} + ${right}.b)`),
    tie('expression').map((inner) => `(${inner}['a'] | d(c))`),
  ),
  template: fc.oneof(
    { depthSize: 'small' },
    tie('expression').map((inner) => `a{{ ${inner} }}`),
    fc.tuple(name, tie('expression')).map(([target, value]) => `{% set ${target} = ${value} %}`),
    fc
      .tuple(name, tie('expression'), tie('template'))
      .map(([target, list, body]) => `{% for ${target} in ${list} %}${body}{% endfor %}`),
    fc
      .tuple(tie('expression'), tie('template'), tie('template'))
      .map(([test, body, otherwise]) => `{% if ${test} %}${body}{% else %}${otherwise}{% endif %}`),
    fc.tuple(tie('template'), tie('template')).map(([first, second]) => first + second),
  ),
}));

describe('any template', () => {
  it('refers to the new name exactly where it referred to the old one', () => {
    fc.assert(
      fc.property(template, name, fc.constantFrom('a', 'y', 'fresh'), (text, from, to) => {
        const expected = namesOf(inTemplate(text)).map((found) => (found === from ? to : found));
        expect(namesOf(inTemplate(renameInTemplate(text, from, to)))).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('returns to its text when it is renamed there and back', () => {
    fc.assert(
      fc.property(template, name, (text, from) => {
        const back = renameInTemplate(renameInTemplate(text, from, 'fresh'), 'fresh', from);
        // A variable of the old name may have to step aside on the way back.
        expect(back.replaceAll('_', '')).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
