import { useEffect } from 'react';
import { useWorkbench } from '#state/react.tsx';
import { commandOfKey } from './commands.ts';
import { walkPanes } from './walk-panes.ts';

/** Keys of the whole window, while no dialog is open. The code editor keeps its own undo while it has focus. */
export function Shortcuts() {
  const workbench = useWorkbench();
  useEffect(() => {
    const handle = (event: KeyboardEvent): void => {
      const isCovered = workbench.stores.view.getState().dialog !== undefined;
      if (event.key === 'F6' && !isCovered) {
        event.preventDefault();
        walkPanes(document, event.shiftKey ? -1 : 1);
        return;
      }
      const command = commandOfKey(event);
      if (command === undefined || event.defaultPrevented) return;
      const isHistory = command.id === 'undo' || command.id === 'redo';
      if (isHistory && ownsHistory(event.target)) return;
      // A field of a dialog undoes its own typing; nothing happens behind the dialog.
      if (isCovered && isHistory) return;
      event.preventDefault();
      if (isCovered) return;
      command.perform(workbench);
    };
    window.addEventListener('keydown', handle);
    return () => {
      window.removeEventListener('keydown', handle);
    };
  }, [workbench]);
  return null;
}

/** The code editor keeps its own history of keystrokes. */
function ownsHistory(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.monaco-editor') !== null;
}
