import { describe, expect, it, vi } from 'vitest';
import type { RowWindow } from '#core/rows/row-source.ts';
import { cellStates } from '#core/rows/cell.ts';
import type { WindowRequest } from './evaluator-protocol.ts';
import { createRemoteRows } from './remote-rows.ts';

/** An evaluator whose cells say where and when they were read. */
function fakeEvaluator() {
  const state = { version: 1 };
  const window = vi.fn(({ start, end, columnIds }: WindowRequest): Promise<RowWindow> => {
    const rows = Array.from({ length: end - start }, (_, index) => start + index);
    return Promise.resolve({
      rowCount: 1_000,
      version: state.version,
      start,
      end,
      columns: columnIds.map((columnId) => ({
        columnId,
        values: rows.map((row) => `${columnId}${row}@${state.version}`),
        states: Uint8Array.from(rows, () => cellStates.indexOf('done')),
        reasons: {},
      })),
    });
  });
  return { state, window };
}

function loadedRows() {
  const evaluator = fakeEvaluator();
  const rows = createRemoteRows(evaluator);
  rows.setColumns(['a', 'b']);
  rows.announce({ version: 1, rowCount: 250 });
  return { ...evaluator, rows };
}

describe('remote rows', () => {
  it('know no cell before it was loaded', () => {
    expect(loadedRows().rows.cell(0, 'a')).toBeUndefined();
  });

  it('load whole pages around what was asked for', async () => {
    const { rows, window } = loadedRows();
    await rows.load(90, 110);
    expect(window.mock.calls.map(([{ start, end }]) => [start, end])).toEqual([
      [0, 100],
      [100, 200],
    ]);
    expect(rows.cell(199, 'b')).toMatchObject({ state: 'done', value: 'b199@1' });
  });

  it('load a page once per version', async () => {
    const { rows, window } = loadedRows();
    await Promise.all([rows.load(0, 10), rows.load(5, 20)]);
    await rows.load(0, 100);
    expect(window).toHaveBeenCalledTimes(1);
  });

  it('keep old cells readable until the new ones are there', async () => {
    const { rows, state } = loadedRows();
    await rows.load(0, 10);
    state.version = 2;
    rows.announce({ version: 2, rowCount: 250 });
    expect(rows.cell(0, 'a')?.value).toBe('a0@1');
    await rows.load(0, 10);
    expect(rows.cell(0, 'a')?.value).toBe('a0@2');
  });

  it('drop an answer that was asked for under other columns', async () => {
    const { rows } = loadedRows();
    const loading = rows.load(0, 10);
    rows.setColumns(['c']);
    await loading;
    expect(rows.cell(0, 'a')).toBeUndefined();
  });

  it('keep cells readable under new columns until they are loaded again', async () => {
    const { rows, window } = loadedRows();
    await rows.load(0, 10);
    rows.setColumns(['b', 'c']);
    expect(rows.cell(0, 'b')?.value).toBe('b0@1');
    await rows.load(0, 10);
    expect(window).toHaveBeenCalledTimes(2);
    expect(rows.cell(0, 'c')?.value).toBe('c0@1');
  });

  it('draw nothing again and load nothing for columns that are the same', async () => {
    const { rows, window } = loadedRows();
    await rows.load(0, 10);
    const { stamp } = rows;
    rows.setColumns([...rows.columnIds]);
    expect(rows.stamp).toBe(stamp);
    await rows.load(0, 10);
    expect(window).toHaveBeenCalledTimes(1);
  });

  it('need no loading of pages that came with the news', async () => {
    const { rows, window, state } = loadedRows();
    await rows.load(120, 230);
    expect(rows.shown).toEqual({ start: 100, end: 300 });
    state.version = 2;
    const news = await window({ start: 100, end: 300, columnIds: ['a', 'b'] });
    window.mockClear();
    rows.announce({ version: 2, rowCount: 250, window: news });
    await rows.load(120, 230);
    expect(rows.cell(220, 'a')?.value).toBe('a220@2');
    expect(window).not.toHaveBeenCalled();
  });

  it('tell of no pages in an order of their own', () => {
    const { rows } = loadedRows();
    rows.setOrder(Uint32Array.of(3, 1));
    expect(rows.shown).toBeUndefined();
  });

  it('forget all when there are no columns', async () => {
    const { rows } = loadedRows();
    await rows.load(0, 10);
    rows.setColumns([]);
    rows.setColumns(['a']);
    expect(rows.cell(0, 'a')).toBeUndefined();
  });

  it('do not let a late answer replace a newer one', async () => {
    const { rows, window, state } = loadedRows();
    let answerLate = (): void => undefined;
    const answer = window.getMockImplementation();
    window.mockImplementationOnce(async (request) => {
      if (answer === undefined) throw new Error('The fake answers.');
      const old = await answer(request);
      await new Promise<void>((resolve) => (answerLate = resolve));
      return old;
    });
    const late = rows.load(0, 10);
    await Promise.resolve();
    state.version = 2;
    rows.announce({ version: 2, rowCount: 250 });
    await rows.load(0, 10);
    answerLate();
    await late;
    expect(rows.cell(0, 'a')?.value).toBe('a0@2');
  });

  it('ask again after an answer failed', async () => {
    const { rows, window } = loadedRows();
    window.mockRejectedValueOnce(new Error('The evaluator was ended.'));
    await rows.load(0, 10);
    expect(rows.cell(0, 'a')).toBeUndefined();
    await rows.load(0, 10);
    expect(rows.cell(0, 'a')?.value).toBe('a0@1');
  });

  it('tell subscribers when a page arrived, and no longer once they left', async () => {
    const { rows } = loadedRows();
    const heard = vi.fn();
    const leave = rows.subscribe(heard);
    await rows.load(0, 10);
    expect(heard).toHaveBeenCalledTimes(1);
    leave();
    rows.announce({ version: 2, rowCount: 250 });
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('ask for nothing when there are no rows', async () => {
    const { rows, window } = loadedRows();
    rows.announce({ version: 2, rowCount: 0 });
    await rows.load(0, 50);
    expect(window).not.toHaveBeenCalled();
  });
});
