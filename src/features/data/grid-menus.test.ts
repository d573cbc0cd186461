import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import { callSchema, columnSchema } from '#core/design/design-schema.ts';
import type { Fill } from '#core/design/fill.ts';
import { markOf } from '#core/rows/row-marks.ts';
import { everyRow, type RowQuery } from '#core/rows/row-query.ts';
import { plainGrid, type GridSettings } from '#state/settings-store.ts';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import type { Workbench } from '#state/workbench.ts';
import type { MenuAction, MenuEntry } from '#ui/actions/menu-item-view.ts';
import { gridLayout } from './grid-layout.ts';
import { actKeys, performAct } from './grid-acts.ts';
import { cellMenu, headMenu } from './grid-menus.ts';

const category: Fill = { kind: 'category', values: [{ value: 'lamp', weight: 1 }] };
const column = (id: string, fill: Fill) => columnSchema.parse({ id, name: id, fill });
const design = createDesign({
  rows: 9,
  columns: [
    column('kind', category),
    column('size', category),
    column('title', { kind: 'generated', call: 'copy' }),
  ],
  calls: [callSchema.parse({ id: 'copy', name: 'copy', model: 'writer' })],
});

afterEach(() => void vi.unstubAllGlobals());

function setUp() {
  const whole = createTestWorkbench(design);
  const writeAgain = vi.fn<Workbench['runs']['writeAgain']>();
  const workbench = { ...whole, runs: { ...whole.runs, writeAgain } };
  let settings: GridSettings = plainGrid;
  let query: RowQuery = everyRow;
  const parts = () => ({
    workbench,
    grid: {
      settings,
      change: (change: Partial<GridSettings>) => void (settings = { ...settings, ...change }),
    },
    columnKeys: gridLayout(design, false, settings).map(({ key }) => key),
    query,
    setQuery: (next: RowQuery) => void (query = next),
    openFilter: vi.fn(),
    fit: vi.fn(),
  });
  return {
    workbench,
    writeAgain,
    head: (columnId: string, label: string) => entry(headMenu(columnId, parts()), label).onSelect(),
    shown: () => gridLayout(design, false, settings),
    query: () => query,
  };
}

function entry(entries: readonly MenuEntry[], label: string): MenuAction {
  const found = entries.find((one) => one.kind === 'action' && one.label === label);
  if (found?.kind !== 'action') throw new Error(`There is no entry ${label}.`);
  return found;
}

const cells = (rows: readonly number[], ...columnKeys: readonly string[]) => ({
  rows,
  columnKeys,
  firstPlace: 0,
});

describe('the menu of a head', () => {
  it('pins a column to the front and lets it go again', () => {
    const { head, shown } = setUp();
    head('title', 'Pin');
    expect(shown().map(({ key, pinned }) => [key, pinned])).toEqual([
      ['title', true],
      ['kind', false],
      ['size', false],
    ]);
    head('title', 'Unpin');
    expect(shown().map(({ key }) => key)).toEqual(['kind', 'size', 'title']);
  });

  it('moves and hides columns', () => {
    const { head, shown } = setUp();
    head('kind', 'Move right');
    expect(shown().map(({ key }) => key)).toEqual(['size', 'kind', 'title']);
    head('kind', 'Hide');
    expect(shown().map(({ key }) => key)).toEqual(['size', 'title']);
  });

  it('sorts, the other way round, and not any more', () => {
    const { head, query } = setUp();
    head('size', 'Sort ascending');
    expect(query().sort).toEqual({ columnId: 'size', isDescending: false });
    head('size', 'Sort descending');
    expect(query().sort).toEqual({ columnId: 'size', isDescending: true });
    head('size', 'Do not sort');
    expect(query().sort).toBeUndefined();
  });

  it('has a written column written again, and offers it for no other', () => {
    const { head, writeAgain } = setUp();
    head('title', 'Write this column again');
    expect(writeAgain).toHaveBeenCalledWith({ columns: ['title'] });
    expect(() => head('kind', 'Write this column again')).toThrow();
  });
});

describe('what is done to selected cells', () => {
  it('writes a cell, a selection or whole rows again', () => {
    const { workbench, writeAgain } = setUp();
    entry(cellMenu(workbench, cells([2], 'title')), 'Write this cell again').onSelect();
    expect(writeAgain).toHaveBeenLastCalledWith({ cells: [{ row: 2, columnId: 'title' }] });
    entry(cellMenu(workbench, cells([2, 3], 'title')), 'Write the selection again').onSelect();
    expect(writeAgain).toHaveBeenLastCalledWith({
      cells: [
        { row: 2, columnId: 'title' },
        { row: 3, columnId: 'title' },
      ],
    });
    entry(cellMenu(workbench, cells([4], 'kind')), 'Write this row again').onSelect();
    expect(writeAgain).toHaveBeenLastCalledWith({ rows: [4] });
    entry(cellMenu(workbench, cells([4, 5, 6], 'kind')), 'Write 3 rows again').onSelect();
    expect(writeAgain).toHaveBeenLastCalledWith({ rows: [4, 5, 6] });
  });

  it('writes nothing again while a run goes on', () => {
    const { workbench, writeAgain } = setUp();
    workbench.stores.run.setState({ status: 'running' });
    performAct(workbench, 'again', cells([2], 'title'));
    expect(writeAgain).not.toHaveBeenCalled();
  });

  it('offers what only a model can do for written cells alone', () => {
    const { workbench } = setUp();
    const off = (columnId: string) =>
      cellMenu(workbench, cells([0], columnId)).flatMap((one) =>
        one.kind === 'action' && one.disabled === true ? [one.label] : [],
      );
    expect(off('kind')).toEqual(
      expect.arrayContaining(['Write this cell again', 'Use as example', 'Not like this']),
    );
    expect(off('title')).not.toContain('Use as example');
  });

  it('deletes several rows in one step, which Undo takes back', () => {
    const { workbench } = setUp();
    const excluded = () => workbench.stores.design.getState().marks.excluded;
    performAct(workbench, 'delete-rows', cells([1, 3, 5], 'kind'));
    expect([...excluded()]).toEqual([1, 3, 5]);
    const { toasts } = workbench.stores.view.getState();
    expect(toasts.map(({ text }) => text)).toEqual(['3 rows deleted']);
    toasts[0]?.action?.perform();
    expect([...excluded()]).toEqual([]);
  });

  it('empties cells, and copies them without an event of the clipboard', async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>().mockResolvedValue();
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    const { workbench } = setUp();
    vi.spyOn(workbench.rows, 'loadRows').mockResolvedValue();
    vi.spyOn(workbench.rows, 'cell').mockImplementation((row, columnId) => ({
      state: 'done',
      value: `${columnId} ${row}`,
    }));
    entry(cellMenu(workbench, cells([2, 3], 'kind', 'title')), 'Copy as a table').onSelect();
    await vi.waitFor(() => expect(writeText).toHaveBeenCalled());
    expect(writeText).toHaveBeenCalledWith('kind 2\ttitle 2\nkind 3\ttitle 3');

    entry(cellMenu(workbench, cells([2], 'title')), 'Empty the cell').onSelect();
    expect(markOf(workbench.stores.design.getState().marks, 'title', 2)).toMatchObject({
      isEdited: true,
      value: null,
    });
  });

  it('shows in the menu the key that does the same', () => {
    const { workbench } = setUp();
    const shortcuts = cellMenu(workbench, cells([0], 'title')).flatMap((one) =>
      one.kind === 'action' && one.shortcut !== undefined ? [one.shortcut] : [],
    );
    expect(shortcuts).toEqual(['Space', 'P', 'R', '⇧R', 'E', 'D', 'Del', 'L', '⌫']);
    expect(Object.keys(actKeys).toSorted()).toEqual(
      ['Backspace', 'Delete', 'R', 'd', 'e', 'l', 'p', 'r'].toSorted(),
    );
  });
});
