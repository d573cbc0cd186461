import { describe, expect, it } from 'vitest';
import { callSchema, columnSchema } from '#core/design/design-schema.ts';
import { createDesign } from '#core/design/defaults.ts';
import { changeMarks, noMarks } from '#core/rows/row-marks.ts';
import { columnMarks, marksWords } from './cell-marks.ts';

const title = columnSchema.parse({
  id: 'title',
  name: 'title',
  fill: { kind: 'generated', call: 'copy' },
});
const examples = [1, 2, 3].map((row) => ({ facts: {}, values: { title: `Title ${row}` } }));
const design = createDesign({
  columns: [title],
  calls: [callSchema.parse({ id: 'copy', name: 'copy', model: 'writer', examples })],
});

describe('columnMarks', () => {
  it('counts an edit and a dislike as corrections, and a lock as none', () => {
    const marks = changeMarks(noMarks, [
      { columnId: 'title', row: 0, mark: { value: 'Mine', isEdited: true } },
      { columnId: 'title', row: 1, mark: { disliked: 'Worse' } },
      { columnId: 'title', row: 2, mark: { value: 'Good', isLocked: true } },
    ]);
    expect(columnMarks(design, marks, title)).toEqual({ corrections: 2, examples: 3, locked: 1 });
    expect(columnMarks(design, noMarks, title).corrections).toBe(0);
  });
});

describe('marksWords', () => {
  it('says what there is and leaves out what there is not', () => {
    expect(marksWords({ corrections: 2, examples: 3 })).toBe('2 corrections, 3 examples in use');
    expect(marksWords({ corrections: 0, examples: 1 })).toBe('1 example in use');
    expect(marksWords({ corrections: 1, examples: 0 })).toBe('1 correction');
  });
});
