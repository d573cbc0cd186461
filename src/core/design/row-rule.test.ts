import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/base/json.ts';
import { createScope } from '#core/expression/scope.ts';
import { constraintSchema } from './constraint.ts';
import { createDesign } from './defaults.ts';
import { columnSchema } from './design-schema.ts';
import { compileRowRule, countCharacters, countWords, isCompiledConstraint } from './row-rule.ts';

const design = createDesign({
  columns: ['price', 'name'].map((name) =>
    columnSchema.parse({ id: `c_${name}`, name, fill: { kind: 'sequence' } }),
  ),
});

function compile(constraint: object) {
  const parsed = constraintSchema.parse({ id: 'k', ...constraint });
  if (!isCompiledConstraint(parsed)) throw new Error('Not a row rule.');
  return compileRowRule(parsed, design);
}

function violation(constraint: object, row: JsonObject): string | undefined {
  const rule = compile(constraint);
  if (!rule.ok) throw new Error(rule.error);
  return rule.value.violation({ value: (id) => row[id.slice(2)], scope: createScope(row) });
}

describe('compileRowRule', () => {
  it('names the value and the bounds of a range', () => {
    const rule = { kind: 'range', column: 'c_price', low: 100, high: 900 };
    expect(violation(rule, { price: 1299 })).toBe('price: 1299, the rule allows 100 to 900');
    expect(violation(rule, { price: 100 })).toBeUndefined();
    expect(violation({ ...rule, low: undefined }, { price: 901 })).toBe(
      'price: 901, the rule allows at most 900',
    );
  });

  it('names the number of words', () => {
    const rule = { kind: 'length', column: 'c_name', low: 2, high: 3 };
    expect(violation(rule, { name: 'one' })).toBe('name: 1 word, the rule allows 2 to 3');
    expect(violation({ ...rule, high: 2 }, { name: 'a b c' })).toBe(
      'name: 3 words, the rule allows exactly 2',
    );
  });

  it('names the text that does not match a pattern', () => {
    const rule = { kind: 'pattern', column: 'c_name', pattern: '[A-Z]{2}' };
    expect(violation(rule, { name: 'ABC' })).toBe(
      'name: “ABC” does not match the pattern [A-Z]{2}',
    );
  });

  it('names the values behind an expression', () => {
    expect(violation({ kind: 'expression', expression: 'price > 0' }, { price: -3 })).toBe(
      'price is -3; the rule is “price > 0”',
    );
  });

  it('counts an expression that cannot be evaluated as broken and says why', () => {
    const rule = { kind: 'expression', expression: '1 / price > 0' };
    expect(violation(rule, { price: 0 })).toMatch(/^the rule “1 \/ price > 0” cannot be checked: /);
  });

  it('says nothing of null', () => {
    expect(
      violation({ kind: 'range', column: 'c_price', low: 1 }, { price: null }),
    ).toBeUndefined();
  });

  it.each([
    { kind: 'expression', expression: 'cost > 0' },
    { kind: 'expression', expression: 'price >' },
    { kind: 'pattern', column: 'c_name', pattern: '(?=x)' },
    { kind: 'range', column: 'gone', low: 1 },
  ])('refuses $kind that cannot be asked', (constraint) => {
    expect(compile(constraint).ok).toBe(false);
  });
});

describe('countWords', () => {
  it.each([
    ['', 0],
    ['  one  two\nthree ', 3],
    ["state-of-the-art isn't – here", 3],
    ['5 km', 2],
    ['日本 語', 2],
    ['… — !', 0],
  ])('of %j is %d', (text, count) => {
    expect(countWords(text)).toBe(count);
  });
});

describe('countCharacters', () => {
  it('counts an emoji once', () => {
    expect(countCharacters('a😀é')).toBe(3);
  });
});
