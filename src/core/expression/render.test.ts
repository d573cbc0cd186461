import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#core/base/json.ts';
import { compileTemplate } from './render.ts';
import { parseTemplate } from './parse.ts';
import type { Scope } from './scope.ts';
import { render, renderProblemOf } from './test-support.ts';
import { evaluateTest, toText } from './value.ts';

describe('output', () => {
  it('prints values between text', () => {
    expect(render('A {{ size }}″ {{ type }}.', { size: 55, type: 'QLED' })).toBe('A 55″ QLED.');
  });

  it.each<[JsonValue, string]>([
    [true, 'true'],
    [null, ''],
    [0.1, '0.1'],
    [1e21, '1000000000000000000000'],
    [-0, '0'],
    [[1, 'a'], '[1,"a"]'],
    [{ a: null }, '{"a":null}'],
  ])('prints %j as %s', (value, expected) => {
    expect(toText(value)).toBe(expected);
    expect(render('{{ x }}', { x: value })).toBe(expected);
  });

  it('keeps text without braces as it is', () => {
    expect(render(' { a } % # }} \n')).toBe(' { a } % # }} \n');
  });

  it('finds the end of an output behind nested braces and quoted ones', () => {
    expect(render("{{ {'a': {'b': 1}}.a.b }}{{ '}}' }}")).toBe('1}}');
  });

  it('does not print comments and does not read raw text', () => {
    expect(render('a{# {{ x }} #}b{% raw %}{{ x }}{% endraw %}')).toBe('ab{{ x }}');
  });

  it('trims where a dash asks for it', () => {
    expect(render('a  {{- 1 -}}  b {%- if true -%} c {%- endif %} d')).toBe('a1bc d');
    expect(render('a {#- x -#} b{%- raw -%} c {%- endraw -%} d')).toBe('abcd');
  });

  it('reads a minus behind the dash as a sign', () => {
    expect(render('{{ -x }}{{- -x }}', { x: 1 })).toBe('-1-1');
  });
});

describe('if', () => {
  const text = '{% if n > 9 %}many{% elif n %}some{% else %}none{% endif %}';

  it.each([
    [12, 'many'],
    [3, 'some'],
    [0, 'none'],
  ])('takes the branch for %d', (n, expected) => {
    expect(render(text, { n })).toBe(expected);
  });

  it.each<[JsonValue, boolean]>([
    ['', false],
    [[], false],
    [{}, false],
    [0, false],
    [null, false],
    [false, false],
    ['0', true],
    [[0], true],
    [{ a: 0 }, true],
    [-1, true],
  ])('holds %j to be %s', (value, expected) => {
    expect(evaluateTest(value)).toBe(expected);
  });
});

describe('for', () => {
  it('counts its turns', () => {
    const text =
      '{% for x in xs %}{{ loop.index }}/{{ loop.length }}{{ x }}{% if not loop.last %}, {% endif %}{% endfor %}';
    expect(render(text, { xs: ['a', 'b'] })).toBe('1/2a, 2/2b');
  });

  it('knows first and index0', () => {
    expect(render('{% for x in [7, 8] %}{{ loop.index0 }}{{ loop.first }} {% endfor %}')).toBe(
      '0true 1false ',
    );
  });

  it('renders its else when there are no items', () => {
    expect(render('{% for x in [] %}x{% else %}empty{% endfor %}')).toBe('empty');
    expect(render('{% for x in [1] if x > 1 %}x{% else %}empty{% endfor %}')).toBe('empty');
  });

  it('leaves items out by condition before it counts', () => {
    expect(render('{% for x in range(6) if x is odd %}{{ loop.index }}:{{ x }} {% endfor %}')).toBe(
      '1:1 2:3 3:5 ',
    );
  });

  it('unpacks pairs', () => {
    expect(
      render('{% for k, v in d.items() %}{{ k }}={{ v }};{% endfor %}', { d: { a: 1, b: 2 } }),
    ).toBe('a=1;b=2;');
  });

  it('refuses to unpack items of another length', () => {
    expect(renderProblemOf('{% for a, b in [[1]] %}{% endfor %}').code).toBe('type-mismatch');
  });

  it('takes the keys of an object and the characters of a text', () => {
    expect(
      render("{% for k in {'a': 1} %}{{ k }}{% endfor %}{% for c in 'xy' %}{{ c }}.{% endfor %}"),
    ).toBe('ax.y.');
  });

  it('hides its variable afterwards', () => {
    expect(render('{% for x in [1] %}{{ x }}{% endfor %}{{ x }}', { x: 'out' })).toBe('1out');
    expect(renderProblemOf('{% for x in [1] %}{% endfor %}{{ x }}').code).toBe('unknown-name');
  });

  it('nests, each block with its own counter', () => {
    const text =
      '{% for a in [1, 2] %}{% for b in [1, 2] %}{{ loop.index }}{% endfor %}{{ loop.index }};{% endfor %}';
    expect(render(text)).toBe('121;122;');
  });
});

describe('set', () => {
  it('names a value from there on', () => {
    expect(render('{% set total = price * 2 %}{{ total }}', { price: 4 })).toBe('8');
  });

  it('is seen behind the branch that sets it', () => {
    const text = '{% if a %}{% set x = 1 %}{% else %}{% set x = 2 %}{% endif %}{{ x }}';
    expect(render(text, { a: true }) + render(text, { a: false })).toBe('12');
  });

  it('keeps the value of before when the branch is not taken', () => {
    expect(render('{% set x = 1 %}{% if false %}{% set x = 2 %}{% endif %}{{ x }}')).toBe('1');
  });

  it('is an error to read when the branch that sets it was not taken', () => {
    const problem = renderProblemOf('{% if false %}{% set x = 2 %}{% endif %}{{ x }}');
    expect(problem).toMatchObject({ code: 'unknown-name' });
    expect(render('{% if false %}{% set x = 2 %}{% endif %}{{ x | d(3) }}')).toBe('3');
  });

  it('starts each turn of a loop with the value from outside', () => {
    const text =
      '{% set x = 0 %}{% for i in [1, 2] %}{{ x }}{% set x = x + i %}{{ x }} {% endfor %}{{ x }}';
    expect(render(text)).toBe('01 02 0');
  });

  it('does not leak from one turn into the next', () => {
    const text =
      "{% for i in [1, 2] %}{% if i == 1 %}{% set x = 'old' %}{% endif %}{{ x | d('-') }}{% endfor %}";
    expect(render(text)).toBe('old-');
  });
});

describe('a scope that serves attributes', () => {
  const scope: Scope = {
    get: (name) => (name === 'brand' ? 'Aurora' : undefined),
    attribute: (name, key) => (name === 'brand' || name === 'kind' ? `${name}/${key}` : undefined),
  };
  const renderScoped = (text: string): string => {
    const parsed = parseTemplate(text);
    if (!parsed.ok) throw new Error(parsed.error.message);
    return compileTemplate(parsed.value)(scope);
  };

  it('answers for scalar values and for names without a value', () => {
    expect(
      renderScoped("{{ brand }} {{ brand.description }} {{ brand['label'] }} {{ kind.x }}"),
    ).toBe('Aurora brand/description brand/label kind/x');
  });

  it('is not asked for loop variables', () => {
    expect(renderScoped("{% for brand in ['x'] %}{{ brand.a | d('no') }}{% endfor %}")).toBe('no');
  });

  it('is not asked for names that lead to prototypes', () => {
    expect(
      renderScoped("{{ brand.__proto__ | d('no') }}{{ brand['constructor'] | d('no') }}"),
    ).toBe('nono');
  });
});
