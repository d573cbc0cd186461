import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPath } from './diagnostic.ts';
import { parsePath } from './json-path.ts';

describe('parsePath', () => {
  it('reads what formatPath writes', () => {
    const segment = fc.oneof(fc.nat(1_000), fc.string({ minLength: 1 }));
    fc.assert(
      fc.property(fc.array(segment), (path) => {
        expect(parsePath(formatPath(path))).toEqual(path);
      }),
    );
  });

  it('refuses text that is no path', () => {
    expect(parsePath('columns[')).toBeUndefined();
    expect(parsePath('.name')).toBeUndefined();
    expect(parsePath('a b')).toBeUndefined();
  });
});
