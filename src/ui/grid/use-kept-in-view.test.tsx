import { renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useKeptInView } from './use-kept-in-view.ts';

let resize: () => void = () => undefined;
let isWatching = false;

interface Shown {
  readonly cell: Parameters<typeof useKeptInView>[1];
}

class HandObserver {
  constructor(report: () => void) {
    resize = report;
  }
  observe = () => void (isWatching = true);
  disconnect = () => void (isWatching = false);
}
beforeEach(() => void vi.stubGlobal('ResizeObserver', HandObserver));
afterEach(() => void vi.unstubAllGlobals());

it('goes to the open cell whenever the grid gets another size, and to none once it is closed', () => {
  const grid = document.createElement('div');
  const scrollTo = vi.fn();
  const open = { row: 4, columnKey: 'title' };
  const initialProps: Shown = { cell: open };
  const useShown = ({ cell }: Shown) => useKeptInView(grid, cell, scrollTo);
  const { rerender } = renderHook(useShown, { initialProps });
  resize();
  expect(scrollTo).toHaveBeenLastCalledWith(4, 'title');
  rerender({ cell: { ...open, row: 5 } });
  resize();
  expect(scrollTo).toHaveBeenLastCalledWith(5, 'title');
  rerender({ cell: undefined });
  expect(isWatching).toBe(false);
});
