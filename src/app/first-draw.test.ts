import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { firstRowsOr } from './first-draw.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function rowsThatCome() {
  const listeners = new Set<() => void>();
  return {
    rowCount: 0,
    listeners,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    announce(rowCount: number) {
      this.rowCount = rowCount;
      for (const listener of listeners) listener();
    },
  };
}

it('waits for rows, not for the news that there are none yet, and for no longer than it may', async () => {
  const rows = rowsThatCome();
  const drawn = vi.fn();
  void firstRowsOr(rows, 250).then(drawn);
  rows.announce(0);
  await vi.advanceTimersByTimeAsync(249);
  expect(drawn).not.toHaveBeenCalled();
  rows.announce(200);
  await vi.advanceTimersByTimeAsync(0);
  expect(drawn).toHaveBeenCalledOnce();
  expect(rows.listeners.size).toBe(0);
});

it('draws without rows when none come in time', async () => {
  const rows = rowsThatCome();
  const drawn = vi.fn();
  void firstRowsOr(rows, 250).then(drawn);
  await vi.advanceTimersByTimeAsync(250);
  expect(drawn).toHaveBeenCalledOnce();
  expect(rows.listeners.size).toBe(0);
});
