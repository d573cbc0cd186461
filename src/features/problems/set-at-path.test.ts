import { describe, expect, it } from 'vitest';
import { setAtPath } from './set-at-path.ts';

const document = { columns: [{ id: 'a', fill: { expression: 'sze' } }, { id: 'b' }] };

describe('setAtPath', () => {
  it('replaces a nested value and shares the rest', () => {
    const changed = setAtPath(document, ['columns', 0, 'fill', 'expression'], 'size');
    expect(changed?.columns[0]).toEqual({ id: 'a', fill: { expression: 'size' } });
    expect(changed?.columns[1]).toBe(document.columns[1]);
    expect(document.columns[0]?.fill?.expression).toBe('sze');
  });

  it('adds a missing last key of an object', () => {
    expect(setAtPath(document, ['columns', 1, 'name'], 'b')?.columns[1]).toEqual({
      id: 'b',
      name: 'b',
    });
  });

  it('refuses places that are gone and keys that reach a prototype', () => {
    expect(setAtPath(document, ['columns', 2], 'x')).toBeUndefined();
    expect(setAtPath(document, ['columns', 1, 'fill', 'expression'], 'x')).toBeUndefined();
    expect(setAtPath(document, ['__proto__', 'x'], 1)).toBeUndefined();
  });
});
