import { describe, expect, it } from 'vitest';
import { readTable } from './read-table.ts';

function read(text: string) {
  const lost: string[] = [];
  const rows = readTable(text, ',', (what) => lost.push(what));
  return { rows, lost };
}

describe('readTable', () => {
  it('has nothing to say of a table whose rows fit', () => {
    expect(read('a,b\n1,"x, y"\n\n,2\n')).toEqual({
      rows: [
        { a: '1', b: 'x, y' },
        { a: '', b: '2' },
      ],
      lost: [],
    });
  });

  it('says which row has too few or too many cells', () => {
    expect(read('a,b\n1,2\n3\n4,5,6,7\n')).toEqual({
      rows: [
        { a: '1', b: '2' },
        { a: '3', b: null },
        { a: '4', b: '5' },
      ],
      lost: [
        'Row 2 has 1 cell fewer than the head has columns; the rest of it is blank.',
        'Row 3 has 2 cells more than the head has columns; what is beyond is left out.',
      ],
    });
  });

  it('says once in which line a quotation mark stays open', () => {
    expect(read('a,b\n1,2\n"open,5\n6,7\n').lost).toEqual([
      'A quotation mark in line 3 is not closed as one; the rows after it may be read as one value.',
      'Row 2 has 1 cell fewer than the head has columns; the rest of it is blank.',
    ]);
  });
});
