/** What is known of this browser's storage: whether it keeps things, and what it has lost. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Recovery } from '#runtime/recover-run.ts';

export interface StorageState {
  /** Whether the browser has promised not to clear the storage by itself; undefined before it was asked. */
  readonly isKept?: boolean | undefined;
  /** The run on screen is in memory only. */
  readonly isRunUnstored: boolean;
}

export function createStorageStore(): StoreApi<StorageState> {
  return createStore<StorageState>(() => ({ isRunUnstored: false }));
}

const whole = new Intl.NumberFormat('en');

/** What is said when a loss was noticed. */
export function recoveryWords({ recoveredRows, expectedRows }: Recovery): string {
  return `Browser storage was emptied or damaged. ${whole.format(recoveredRows)} of ${whole.format(expectedRows)} rows recovered.`;
}
