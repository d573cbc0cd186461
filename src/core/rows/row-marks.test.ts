import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeMarks,
  countMarks,
  excludeRows,
  includeRows,
  markOf,
  noMarks,
  restoreMarks,
  type MarkChange,
} from './row-marks.ts';

const edited = (columnId: string, row: number, value: string): MarkChange => ({
  columnId,
  row,
  mark: { value, isEdited: true },
});

describe('marks', () => {
  it('are changed by making new ones', () => {
    const marks = changeMarks(noMarks, [edited('a', 3, 'x'), edited('b', 0, 'y')]);
    expect(markOf(marks, 'a', 3)).toEqual({ value: 'x', isEdited: true, act: 1 });
    expect(countMarks(marks)).toBe(2);
    expect(noMarks.cells).toEqual({});
  });

  it('know which act made them, the changes of one act alike', () => {
    const first = changeMarks(noMarks, [edited('a', 3, 'x'), edited('b', 0, 'y')]);
    const second = changeMarks(first, [edited('b', 7, 'z')]);
    const acts = [markOf(second, 'a', 3), markOf(second, 'b', 0), markOf(second, 'b', 7)];
    expect(acts.map((mark) => mark?.act)).toEqual([1, 1, 2]);
    const { disliked: _, ...rest } = { ...markOf(second, 'b', 7), disliked: 'dull' };
    const third = changeMarks(second, [{ columnId: 'b', row: 7, mark: rest }]);
    expect(markOf(third, 'b', 7)?.act).toBe(3);
  });

  it('are gone when nothing but their act is left', () => {
    const marks = changeMarks(noMarks, [{ columnId: 'a', row: 3, mark: { disliked: 'dull' } }]);
    const { disliked: _, ...rest } = markOf(marks, 'a', 3) ?? {};
    expect(changeMarks(marks, [{ columnId: 'a', row: 3, mark: rest }])).toEqual(noMarks);
  });

  it('leave nothing behind when they are taken away', () => {
    const marks = changeMarks(noMarks, [edited('a', 3, 'x')]);
    expect(changeMarks(marks, [{ columnId: 'a', row: 3, mark: undefined }])).toEqual(noMarks);
  });

  it('keep rows out, each once and in order, until they are let in again', () => {
    const marks = excludeRows(excludeRows(noMarks, [7, 2]), [2, 5]);
    expect(marks.excluded).toEqual([2, 5, 7]);
    expect(includeRows(marks, [5, 2]).excluded).toEqual([7]);
  });

  it('know no marks of columns that only look like properties', () => {
    expect(markOf(noMarks, 'constructor', 0)).toBeUndefined();
  });

  it('come back from storage as they were', () => {
    const marks = excludeRows(
      changeMarks(noMarks, [
        edited('a', 3, 'x'),
        { columnId: 'a', row: 4, mark: { value: null, isLocked: true } },
        { columnId: 'b', row: 1, mark: { disliked: 'dull' } },
      ]),
      [9],
    );
    expect(restoreMarks(JSON.parse(JSON.stringify(marks)))).toEqual(marks);
  });

  it('survive anything in storage', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (stored) => {
        const marks = restoreMarks(stored);
        expect(restoreMarks(marks)).toEqual(marks);
      }),
    );
  });

  it('are not believed without a value to stand in the cell', () => {
    expect(restoreMarks({ cells: { a: { 0: { isLocked: true } } } })).toEqual(noMarks);
    expect(restoreMarks({ cells: { a: { '-1': { value: 1, isEdited: true } } } })).toEqual(noMarks);
  });
});
