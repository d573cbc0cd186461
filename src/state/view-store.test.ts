import { describe, expect, it } from 'vitest';
import { createViewStore } from './view-store.ts';

describe('the view', () => {
  it('keeps the newest three toasts, each with its own number', () => {
    const store = createViewStore();
    for (const text of ['a', 'b', 'c', 'd']) store.getState().actions.toast({ text });
    const { toasts } = store.getState();
    expect(toasts.map(({ text }) => text)).toEqual(['b', 'c', 'd']);
    expect(new Set(toasts.map(({ id }) => id)).size).toBe(3);
  });

  it('dismisses one toast and leaves the others', () => {
    const store = createViewStore();
    store.getState().actions.toast({ text: 'a' });
    store.getState().actions.toast({ text: 'b', severity: 'error' });
    store.getState().actions.dismissToast(store.getState().toasts[0]?.id ?? -1);
    expect(store.getState().toasts).toMatchObject([{ text: 'b', severity: 'error' }]);
  });

  it('has one editor open, and closes it when it is asked for again', () => {
    const store = createViewStore();
    const { toggleEditor } = store.getState().actions;
    toggleEditor({ kind: 'column', id: 'a' });
    toggleEditor({ kind: 'call', id: 'a' });
    expect(store.getState().openEditor).toEqual({ kind: 'call', id: 'a' });
    toggleEditor({ kind: 'call', id: 'a' });
    expect(store.getState().openEditor).toBeUndefined();
  });

  it('shows one dialog at a time', () => {
    const store = createViewStore();
    store.getState().actions.openDialog({ kind: 'models', alias: 'writer' });
    store.getState().actions.openDialog({ kind: 'share' });
    expect(store.getState().dialog).toEqual({ kind: 'share' });
    store.getState().actions.closeDialog();
    expect(store.getState().dialog).toBeUndefined();
  });
});
