import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, hasAtMost, lineAt, parseJson, textDepth, type JsonValue } from './json.ts';

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

describe('textDepth', () => {
  it('counts the nesting of any JSON text', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(textDepth(JSON.stringify(value))).toBe(depthOf(value));
      }),
    );
  });

  it('does not count brackets inside strings, also behind escaped quotes and backslashes', () => {
    expect(textDepth(String.raw`["[[\"[[", "\\", "{"]`)).toBe(1);
  });
});

describe('parseJson', () => {
  it('refuses a text of 100,000 brackets by its depth', () => {
    const parsed = parseJson('['.repeat(100_000), { maxDepth: 64 });
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.error.code).toBe('json-too-deep');
  });

  it('refuses a text that is too long or holds too many values', () => {
    expect(parseJson('[1,2,3]', { maxLength: 3 }).ok).toBe(false);
    expect(parseJson('[1,2,3]', { maxNodes: 3 }).ok).toBe(false);
  });

  it('names line and column of a syntax error', () => {
    const parsed = parseJson('{\n  "a": 1,\n  b: 2\n}');
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.error.message).toContain('Line 3, column 3');
  });

  it('keeps a key called __proto__ as own data and leaves prototypes alone', () => {
    const parsed = parseJson('{"__proto__": {"x": 1}}');
    expect(parsed.ok && Object.hasOwn(parsed.value as object, '__proto__')).toBe(true);
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof parseJson(text).ok).toBe('boolean');
      }),
    );
  });
});

describe('hasAtMost', () => {
  it('survives a value that is deeper than the stack', () => {
    let value: unknown = 0;
    for (let level = 0; level < 100_000; level += 1) value = [value];
    expect(hasAtMost(value, 1_000_000)).toBe(false);
  });
});

describe('canonicalJson', () => {
  it('is the same for the same value, whatever the order of its keys', () => {
    const shuffled = (value: JsonValue): JsonValue =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toReversed())
        : value;
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(shuffled(value as JsonValue))).toBe(canonicalJson(value as JsonValue));
      }),
    );
  });
});

describe('lineAt', () => {
  it('counts lines and columns from one', () => {
    expect(lineAt('ab\ncd', 4)).toEqual({ line: 2, column: 2 });
  });
});
