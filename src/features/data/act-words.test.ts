import { expect, it, vi } from 'vitest';
import { columnSchema } from '#core/design/design-schema.ts';
import { createDesign } from '#core/design/defaults.ts';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import { actWords } from './act-words.ts';

function setUp() {
  const fill = { kind: 'category', values: [{ value: 'lamp', weight: 1 }] };
  const columns = ['kind', 'size'].map((id) => columnSchema.parse({ id, name: id, fill }));
  const workbench = createTestWorkbench(createDesign({ rows: 9, columns }));
  const { marks } = workbench.stores.design.getState();
  vi.spyOn(workbench.rows, 'cell').mockImplementation(() => {
    const isFresh = workbench.stores.design.getState().marks === marks;
    return { state: isFresh ? 'done' : 'locked', value: 'lamp' };
  });
  return workbench;
}

const cell = { rows: [2], columnKeys: ['kind'], firstPlace: 2 };

it('says of one cell where it is, and whether a lock was closed or opened', () => {
  const workbench = setUp();
  expect(actWords(workbench, 'lock', cell)).toBe('kind of row 3 locked');
  expect(actWords(workbench, 'lock', cell)).toBe('kind of row 3 unlocked');
});

it('counts several cells, and says nothing of an act that changed none', () => {
  const workbench = setUp();
  const cells = { ...cell, rows: [2, 3], columnKeys: ['kind', 'size'] };
  expect(actWords(workbench, 'clear', cells)).toBe('4 cells emptied');
  // No model writes these columns.
  expect(actWords(workbench, 'dislike', cells)).toBe('');
});
