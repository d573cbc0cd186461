import { useMemo } from 'react';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import type { DesignCommand } from '#core/design/command.ts';
import type { ApplyOptions } from '#state/design-store.ts';
import { offerUndoStep } from '#state/offer-undo-step.ts';
import type { WorkbenchStores } from '#state/workbench-context.ts';
import { useWorkbench } from '#state/react.tsx';

/** Applies a command; a refusal is said in a toast. Answers whether it was applied. */
export type Edit = (command: DesignCommand, options?: ApplyOptions) => boolean;

export function useEdit(): Edit {
  const { stores } = useWorkbench();
  return useMemo(() => createEdit(stores), [stores]);
}

/** Applies commands in turn as one step of the history; nothing is changed when one is refused. */
export type EditAll = (commands: readonly DesignCommand[]) => boolean;

export function useEditAll(): EditAll {
  const { stores } = useWorkbench();
  return useMemo(() => {
    const edit = createEdit(stores);
    return (commands) => {
      const [only, second] = commands;
      if (only !== undefined && second === undefined) return edit(only);
      const { actions, marks } = stores.design.getState();
      const refusals = actions.mark(marks, commands);
      if (refusals.length === 0) return true;
      refuse(stores, refusals);
      return false;
    };
  }, [stores]);
}

/** Deletes at once and offers Undo; `words` is a sentence in the past tense. */
export type Deletion = (command: DesignCommand, words: string) => boolean;

export function useDeletion(): Deletion {
  const { stores } = useWorkbench();
  return useMemo(() => {
    const edit = createEdit(stores);
    return (command, words) => {
      const neighbour = neighbourOfFocus();
      const isDone = edit(command);
      if (!isDone) return false;
      offerUndoStep(stores, words);
      neighbour?.focus();
      return true;
    };
  }, [stores]);
}

function createEdit(stores: WorkbenchStores): Edit {
  return (command, options) => {
    const refusals = stores.design.getState().actions.apply(command, options);
    if (refusals.length === 0) return true;
    refuse(stores, refusals);
    return false;
  };
}

function refuse(stores: WorkbenchStores, [refusal]: readonly Diagnostic[]): void {
  const text = refusal?.message ?? 'This cannot be changed now.';
  stores.view.getState().actions.toast({ text, severity: 'error' });
}

/** Where the focus goes when the list item that holds it is deleted: the line after it, else before it. */
function neighbourOfFocus(): HTMLElement | undefined {
  const item = document.activeElement?.closest('li[data-open]');
  const neighbour = item?.nextElementSibling ?? item?.previousElementSibling;
  return neighbour?.querySelector('button') ?? undefined;
}
