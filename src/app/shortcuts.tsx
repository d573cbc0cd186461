import { useEffect } from 'react';
import { useWorkbench } from '#state/react.tsx';
import { commandOfKey } from './commands.ts';

/** Keys of the whole window, while no dialog is open. The code editor keeps its own undo while it has focus. */
export function Shortcuts() {
  const workbench = useWorkbench();
  useEffect(() => {
    const handle = (event: KeyboardEvent): void => {
      const command = commandOfKey(event);
      if (command === undefined || event.defaultPrevented) return;
      const isHistory = command.id === 'undo' || command.id === 'redo';
      if (isHistory && ownsHistory(event.target)) return;
      const isCovered = workbench.stores.view.getState().dialog !== undefined;
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
