import { expect, it } from 'vitest';
import { smallDesign } from './testing/small-design.ts';
import { createTestWorkbench } from './testing/test-workbench.ts';
import { offerUndoStep } from './offer-undo-step.ts';

function setUp() {
  const { stores } = createTestWorkbench(smallDesign({}));
  const brief = () => stores.design.getState().design.brief;
  const write = (text: string) =>
    stores.design.getState().actions.apply({ kind: 'set-field', field: 'brief', value: text });
  const toasts = () => stores.view.getState().toasts;
  return { stores, brief, write, toasts };
}

it('takes the change back', () => {
  const { stores, brief, write, toasts } = setUp();
  const before = brief();
  write('Lamps.');
  offerUndoStep(stores, 'Written.');
  toasts()[0]?.action?.perform();
  expect(brief()).toBe(before);
  expect(toasts()).toEqual([]);
});

it('is over once something else has happened, and takes back nothing then', () => {
  const { stores, brief, write, toasts } = setUp();
  write('Lamps.');
  offerUndoStep(stores, 'Written.');
  const offer = toasts()[0];
  stores.design.getState().actions.undo();
  stores.design.getState().actions.redo();
  write('Chairs.');
  expect(toasts()).toEqual([]);
  offer?.action?.perform();
  expect(brief()).toBe('Chairs.');
});
