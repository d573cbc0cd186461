/** A notice with a way back, for a change that is one step of the history. */
import type { WorkbenchStores } from './workbench-context.ts';

/**
 * Called after the change. The offer ends with the next edit or undo, and its notice goes: undoing then
 * would take back something else.
 */
export function offerUndoStep(
  { design, view }: Pick<WorkbenchStores, 'design' | 'view'>,
  text: string,
): void {
  const made = design.getState();
  const { actions } = view.getState();
  const isStill = () => {
    const now = design.getState();
    return now.design === made.design && now.marks === made.marks;
  };
  const perform = (): void => {
    if (isStill()) made.actions.undo();
  };
  actions.toast({ text, action: { label: 'Undo', perform } });
  const id = view.getState().toasts.at(-1)?.id;
  const end = design.subscribe(() => {
    if (isStill()) return;
    end();
    if (id !== undefined) actions.dismissToast(id);
  });
}
