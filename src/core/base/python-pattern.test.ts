import { describe, expect, it } from 'vitest';
import { compilePythonSearch } from './python-pattern.ts';

function find(pattern: string, text: string): string | undefined {
  const compiled = compilePythonSearch(pattern);
  if (!compiled.ok) throw new Error(compiled.error.message);
  return compiled.value.find(text);
}

describe('Python patterns', () => {
  it.for([
    ['b.d', 'abcd', 'bcd'],
    ['(?P<year>\\d{4})', 'in 1999', '1999'],
    ['\\d+', '٣٤', '٣٤'],
    ['\\w+', 'Ärger!', 'Ärger'],
    ['[^\\d]+', '12ab', 'ab'],
    ['\\w+$', 'one two\n', 'two'],
    ['\\s*$', 'a \n', ' \n'],
    ['\\w+\\Z', 'one two', 'two'],
    ['(?m)^\\w+$', 'a b\ncd\n', 'cd'],
    ['a{,2}', 'aaa', 'aa'],
    ['x{', 'x{1', 'x{'],
    ['[[]', 'a[b', '['],
    ['(?#note)b', 'abc', 'b'],
    ['a|b$', 'cb\n', 'b'],
  ] as const)('%s in %j finds %j', ([pattern, text, expected]) => {
    expect(find(pattern, text)).toBe(expected);
  });

  it.for(['(?=a)', '(?<!a)b', '(a)\\1', '(?P<n>a)(?P=n)', '(?>a)', 'a*+', '(?x)a', '(a$)b'])(
    'names what this engine cannot do: %s',
    (pattern) => {
      expect(compilePythonSearch(pattern)).toMatchObject({
        ok: false,
        error: { kind: 'unsupported' },
      });
    },
  );

  it.for(['(?<n>a)', '(a', 'a)', '*a', '[a', '\\q', 'a\\', 'a(?i)b'])(
    'refuses what Python refuses: %s',
    (pattern) => {
      expect(compilePythonSearch(pattern)).toMatchObject({ ok: false, error: { kind: 'invalid' } });
    },
  );
});
