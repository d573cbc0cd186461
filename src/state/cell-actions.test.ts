import { describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import { callSchema, columnSchema } from '#core/design/design-schema.ts';
import { markOf } from '#core/rows/row-marks.ts';
import { createTestWorkbench } from './testing/test-workbench.ts';

const design = createDesign({
  rows: 10,
  columns: [
    columnSchema.parse({ id: 'size', name: 'size', type: 'integer', fill: { kind: 'sequence' } }),
    columnSchema.parse({ id: 'title', name: 'title', fill: { kind: 'generated', call: 'copy' } }),
  ],
  calls: [callSchema.parse({ id: 'copy', name: 'copy', model: 'writer' })],
});

function open() {
  const { edits, stores } = createTestWorkbench(design);
  const state = () => stores.design.getState();
  const markAt = (columnId: string, row: number) => markOf(state().marks, columnId, row);
  return { edits, state, markAt, toasts: () => stores.view.getState().toasts };
}

describe('editing cells', () => {
  it('reads a text as the type of its column', () => {
    const { edits, markAt } = open();
    edits.edit([{ row: 2, columnId: 'size', value: '1,250' }]);
    expect(markAt('size', 2)).toEqual({ value: 1250, isEdited: true, act: 1 });
  });

  it('leaves a cell as it was when the text cannot be read, and says so', () => {
    const { edits, state, toasts } = open();
    edits.edit([{ row: 2, columnId: 'size', value: 'large' }]);
    expect(state().past).toHaveLength(0);
    expect(toasts()[0]?.text).toContain('size of row 3 was not changed');
  });

  it('makes one step of many cells, and of an edit with the example it becomes', () => {
    const { edits, state } = open();
    edits.edit([1, 2, 3].map((row) => ({ row, columnId: 'size', value: '7' })));
    edits.edit([{ row: 0, columnId: 'title', value: 'Mine' }]);
    expect(state().past).toHaveLength(2);
    expect(state().design.calls[0]?.examples).toEqual([{ facts: {}, values: { title: 'Mine' } }]);
    state().actions.undo();
    expect(state().design.calls[0]?.examples).toEqual([]);
    expect(markOf(state().marks, 'title', 0)).toBeUndefined();
  });

  it('takes many cells as examples and for disliked in one step each, and neither without a value', () => {
    const { edits, state, markAt } = open();
    edits.setExample(
      [1, 2].map((row) => ({ row, columnId: 'title' })),
      true,
    );
    edits.setDisliked([{ row: 3, columnId: 'title' }], true);
    expect(state().past).toHaveLength(0);
    expect(state().design.calls[0]?.examples).toEqual([]);
    expect(markAt('title', 3)).toBeUndefined();
  });

  it('does not write over a locked cell', () => {
    const { edits, markAt, toasts } = open();
    edits.edit([{ row: 0, columnId: 'size', value: '7' }]);
    edits.lock([{ row: 0, columnId: 'size' }], true);
    edits.edit([{ row: 0, columnId: 'size', value: '8' }]);
    expect(markAt('size', 0)).toEqual({ value: 7, isEdited: true, isLocked: true, act: 2 });
    expect(toasts().at(-1)?.text).toContain('locked');
    edits.lock([{ row: 0, columnId: 'size' }], false);
    expect(markAt('size', 0)).toEqual({ value: 7, isEdited: true, act: 3 });
  });

  it('takes an edit back', () => {
    const { edits, markAt } = open();
    edits.edit([{ row: 0, columnId: 'size', value: '7' }]);
    edits.revert([{ row: 0, columnId: 'size' }]);
    expect(markAt('size', 0)).toBeUndefined();
  });
});

describe('deleting rows', () => {
  it('offers Undo only until the next edit', () => {
    const { edits, state, toasts } = open();
    edits.remove([4, 2]);
    expect(state().marks.excluded).toEqual([2, 4]);
    const undo = toasts().at(-1)?.action?.perform;
    edits.edit([{ row: 0, columnId: 'size', value: '7' }]);
    undo?.();
    expect(state().marks.excluded).toEqual([2, 4]);
    state().actions.undo();
    undo?.();
    expect(state().marks.excluded).toEqual([]);
  });
});
