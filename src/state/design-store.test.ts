import { describe, expect, it } from 'vitest';
import { createDesignStore } from './design-store.ts';
import { smallDesign } from './testing/small-design.ts';
import { wholeLogic } from './testing/whole-logic.ts';

function storeWithClock() {
  const clock = { nowMs: 0 };
  const store = createDesignStore(
    { documentId: 'd', origin: 'own', design: smallDesign(), notices: [] },
    () => clock.nowMs,
  );
  store.getState().actions.equip(wholeLogic);
  const state = () => store.getState();
  const brief = () => state().design.brief;
  const type = (value: string, key?: string) =>
    state().actions.apply(
      { kind: 'set-field', field: 'brief', value },
      key === undefined ? undefined : { coalesce: key },
    );
  return { clock, state, brief, type };
}

describe('a design that is shown before the logic is loaded', () => {
  it('has no diagnostics until then, refuses edits, and is checked at once', () => {
    const broken = smallDesign({ calls: [] });
    const open = { documentId: 'd', origin: 'own' as const, design: broken, notices: [] };
    const store = createDesignStore(open, () => 0);
    expect(store.getState().diagnostics).toEqual([]);
    expect(() =>
      store.getState().actions.apply({ kind: 'set-field', field: 'brief', value: 'x' }),
    ).toThrow();
    store.getState().actions.undo();
    expect(store.getState().design).toBe(broken);
    store.getState().actions.equip(wholeLogic);
    expect(store.getState().diagnostics.map(({ severity }) => severity)).toContain('error');
  });
});

describe('undo and redo', () => {
  it('go back and forth through edits', () => {
    const { state, brief, type } = storeWithClock();
    type('a');
    type('b');
    state().actions.undo();
    expect(brief()).toBe('a');
    state().actions.undo();
    expect(state().design).toEqual(smallDesign());
    state().actions.redo();
    state().actions.redo();
    expect(brief()).toBe('b');
  });

  it('do nothing at either end', () => {
    const { state } = storeWithClock();
    const before = state().design;
    state().actions.undo();
    state().actions.redo();
    expect(state().design).toBe(before);
  });

  it('forget what was undone once something else is done', () => {
    const { state, brief, type } = storeWithClock();
    type('a');
    state().actions.undo();
    type('b');
    state().actions.redo();
    expect(brief()).toBe('b');
  });

  it('give back the very same design, so that nothing is worked out anew', () => {
    const { state, type } = storeWithClock();
    const before = state().design;
    type('a');
    state().actions.undo();
    expect(state().design).toBe(before);
  });

  it('remember the last 200 steps', () => {
    const { state, brief, type } = storeWithClock();
    for (let step = 0; step < 210; step += 1) type(String(step));
    for (let step = 0; step < 210; step += 1) state().actions.undo();
    expect(brief()).toBe('9');
  });
});

describe('edits in a row with one key', () => {
  it('are one step', () => {
    const { state, brief, type } = storeWithClock();
    type('a', 'brief');
    type('ab', 'brief');
    type('abc', 'brief');
    state().actions.undo();
    expect(brief()).toBe('Things in a shop.');
    state().actions.redo();
    expect(brief()).toBe('abc');
  });

  it('are two steps after a pause', () => {
    const { clock, state, brief, type } = storeWithClock();
    type('a', 'brief');
    clock.nowMs += 1_500;
    type('ab', 'brief');
    state().actions.undo();
    expect(brief()).toBe('a');
  });

  it('are two steps when another edit or an undo came between', () => {
    const { state, brief, type } = storeWithClock();
    type('a', 'brief');
    type('b');
    type('c', 'brief');
    state().actions.undo();
    expect(brief()).toBe('b');
    type('d', 'brief');
    state().actions.undo();
    expect(brief()).toBe('b');
  });
});

describe('a command', () => {
  it('that is refused says why and changes nothing', () => {
    const { state } = storeWithClock();
    const before = state().design;
    const refused = state().actions.apply({ kind: 'delete-column', columnId: 'title' });
    expect(refused.length).toBeGreaterThan(0);
    expect(state().design).toBe(before);
    expect(state().past).toEqual([]);
  });

  it('that changes nothing makes no step', () => {
    const { state, type } = storeWithClock();
    type('Things in a shop.');
    expect(state().past).toEqual([]);
  });

  it('is checked at once', () => {
    const { state } = storeWithClock();
    expect(state().diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const fill = { kind: 'template', template: '{{ nobody }}' } as const;
    state().actions.apply({ kind: 'set-fill', columnId: 'label', fill });
    expect(state().diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
    state().actions.undo();
    expect(state().diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('opening', () => {
  it('begins a history of its own', () => {
    const { state, type } = storeWithClock();
    type('a');
    const design = smallDesign({ name: 'Other' });
    state().actions.open({ documentId: 'e', origin: 'opened', design, notices: [] });
    state().actions.undo();
    expect(state()).toMatchObject({ documentId: 'e', origin: 'opened', saved: 'unknown' });
    expect(state().design.name).toBe('Other');
  });
});
