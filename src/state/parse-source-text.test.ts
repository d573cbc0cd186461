import { describe, expect, it } from 'vitest';
import { parseSourceText, sourceFields, sourceText } from './parse-source-text.ts';

const rowsOf = (text: string) => {
  const parsed = parseSourceText(text);
  return parsed.ok ? parsed.value : parsed.error;
};

describe('parseSourceText', () => {
  it('reads a JSON array of objects', () => {
    expect(rowsOf('[{"a":1},{"a":2}]')).toEqual([{ a: 1 }, { a: 2 }]);
  });

  it('reads JSON lines and says which line is broken', () => {
    expect(rowsOf('{"a":1}\n\n{"a":2}')).toEqual([{ a: 1 }, { a: 2 }]);
    expect(rowsOf('{"a":1}\n{"a":')).toMatchObject({ line: 2 });
  });

  it('reads CSV with a header, numbers only in columns of numbers', () => {
    expect(rowsOf('title,stars,code\n"Good, solid",4,007\nBad,1,12')).toEqual([
      { title: 'Good, solid', stars: 4, code: '007' },
      { title: 'Bad', stars: 1, code: '12' },
    ]);
  });

  it('refuses a CSV line with more cells than the header', () => {
    expect(rowsOf('a,b\n1,2\n1,2,3')).toMatchObject({ line: 3 });
  });

  it('refuses items that are no objects and names that reach a prototype', () => {
    expect(rowsOf('[1]')).toMatchObject({ line: 1 });
    expect(rowsOf('__proto__\n1')).toMatchObject({ line: 1 });
    expect(rowsOf('{"__proto__":1}')).toMatchObject({ line: 1 });
  });

  it('reads back what sourceText writes', () => {
    const rows = [{ a: 'x\ny', b: null }, { c: [1] }];
    expect(rowsOf(sourceText(rows))).toEqual(rows);
    expect(sourceFields(rows)).toEqual(['a', 'b', 'c']);
  });
});
