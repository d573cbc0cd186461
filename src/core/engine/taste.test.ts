import { describe, expect, it } from 'vitest';
import { foldJournal, resumeDataset } from './checkpoint.ts';
import type { Dataset } from './dataset.ts';
import { tasteOf, tasteRecords } from './taste.ts';
import { openFilled, titlesDesign } from './testing/titles-design.ts';

const design = titlesDesign();
const open = (): Dataset => openFilled(design);

function filled(): Dataset {
  const dataset = open();
  const cells = (row: number) => ({ t: `Title ${row}`, s: row });
  dataset.commit(
    'c',
    [0, 2, 3].map((row) => ({ row, cells: cells(row), madeBy: 'demo' })),
  );
  return dataset;
}

const named = { runId: 'r', startedAtMs: 0 };

describe('tasteOf', () => {
  it('takes the first finished rows, edits included', () => {
    const dataset = filled();
    dataset.setMarks({ cells: { t: { 2: { value: 'Mine', isEdited: true } } }, excluded: [] });
    expect(tasteOf(dataset, 2)).toEqual({
      c: [
        { row: 0, cells: { t: 'Title 0', s: 0 }, madeBy: 'demo' },
        { row: 2, cells: { t: 'Mine', s: 2 }, madeBy: 'demo' },
      ],
    });
  });

  it('passes over rows that were taken out, and those whose sampled values were changed by hand', () => {
    const dataset = filled();
    dataset.setMarks({ cells: { n: { 0: { value: 9, isEdited: true } } }, excluded: [2] });
    expect(tasteOf(dataset, 5).c?.map(({ row }) => row)).toEqual([3]);
  });
});

describe('tasteRecords', () => {
  it('make a run that gives the rows back where the link is opened', () => {
    const records = tasteRecords(design, tasteOf(filled(), 2), named);
    const there = open();
    resumeDataset(there, foldJournal(records ?? []));
    expect([0, 1, 2].map((row) => there.store.value('t', row))).toEqual([
      'Title 0',
      undefined,
      'Title 2',
    ]);
    expect(there.isMadeByDemo(0)).toBe(true);
  });

  it('hold no value of another type than its column', () => {
    const rows = {
      c: [
        { row: 0, cells: { t: 'One', s: 'many' } },
        { row: 1, cells: { s: 1.5 } },
      ],
    };
    expect(tasteRecords(design, rows, named)?.slice(1)).toEqual([
      { kind: 'slice', requestId: 'shared', callId: 'c', rows: [{ row: 0, cells: { t: 'One' } }] },
    ]);
    expect(tasteRecords(design, { c: [{ row: 0, cells: { s: 'many' } }] }, named)).toBeUndefined();
  });
});
