import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonPath } from '#core/base/diagnostic.ts';
import { createJsonLocator, locatePath } from './json-locator.ts';

function textAt(text: string, path: JsonPath): string {
  const { startOffset, endOffset } = locatePath(text, path);
  return text.slice(startOffset, endOffset);
}

describe('locatePath', () => {
  const text = `{
  "name": "TV",
  "columns": [
    { "id": "a", "fill": { "kind": "uuid" } },
    { "id": "b" }
  ]
}`;

  it('finds values with their lines', () => {
    expect(textAt(text, ['name'])).toBe('"TV"');
    expect(textAt(text, ['columns', 0, 'fill'])).toBe('{ "kind": "uuid" }');
    expect(locatePath(text, ['columns', 1, 'id']).line).toBe(5);
  });

  it('falls back to the deepest part of the path that exists', () => {
    expect(textAt(text, ['columns', 1, 'fill', 'kind'])).toBe('{ "id": "b" }');
    expect(locatePath(text, ['rows']).line).toBe(1);
  });

  it('finds every value of any JSON text', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.constantFrom(0, 2), (json, indent) => {
        const value: unknown = JSON.parse(json);
        const written = JSON.stringify(value, undefined, indent);
        const visit = (part: unknown, path: JsonPath): void => {
          expect(JSON.parse(textAt(written, path))).toEqual(part);
          if (typeof part !== 'object' || part === null) return;
          for (const [key, child] of Object.entries(part))
            visit(child, [...path, Array.isArray(part) ? Number(key) : key]);
        };
        visit(value, []);
      }),
    );
  });

  it('never throws on broken text and stays inside it', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            '{',
            '}',
            '[',
            ']',
            '"',
            ':',
            ',',
            '\\',
            ' ',
            'a',
            '1',
            '/',
            '*',
            '\n',
          ),
        }),
        (broken) => {
          const { startOffset, endOffset } = locatePath(broken, ['a', 0]);
          expect(startOffset).toBeGreaterThanOrEqual(0);
          expect(endOffset).toBeLessThanOrEqual(broken.length);
          expect(startOffset).toBeLessThanOrEqual(endOffset);
        },
      ),
    );
  });

  it('takes a text of 200,000 brackets', () => {
    expect(locatePath('['.repeat(200_000), [0, 0]).startOffset).toBe(2);
  });

  it('finds what stands before a break, and past comments and trailing commas', () => {
    expect(textAt('{ "a": [1, 2, // {x}\n 3,], "b": "ok", "c": ', ['b'])).toBe('"ok"');
    expect(textAt('{ "a": [1, 2, // {x}\n 3,], "b": "ok", "c": ', ['a', 2])).toBe('3');
  });
});

describe('a range inside a string', () => {
  it('is found past escapes', () => {
    const value = 'say "hi"\n\u0001 {{ sze }}';
    const text = JSON.stringify({ template: value });
    const start = value.indexOf('sze');
    const { startOffset, endOffset } = createJsonLocator(text).locate(['template'], {
      start,
      end: start + 3,
    });
    expect(text.slice(startOffset, endOffset)).toBe('sze');
  });
});
