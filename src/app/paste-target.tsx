import { useEffect } from 'react';
import { useWorkbench } from '#state/react.tsx';

/** What takes pasted text itself: fields, the code editor, the grid and whatever a dialog holds. */
const takesPaste = 'input, textarea, [contenteditable], .monaco-editor, [role=grid], [role=dialog]';

/** Text or files pasted into the window, and into no field, open the import with them. */
export function PasteTarget() {
  const { documents, imports, stores } = useWorkbench();
  useEffect(() => {
    const handle = (event: ClipboardEvent): void => {
      const isCovered = stores.view.getState().dialog !== undefined;
      const isTaken = event.target instanceof Element && event.target.closest(takesPaste) !== null;
      if (isCovered || isTaken || event.defaultPrevented || event.clipboardData === null) return;
      const files = [...event.clipboardData.files];
      const text = event.clipboardData.getData('text/plain');
      if (files.length === 0 && text.trim() === '') return;
      event.preventDefault();
      if (files.length > 0) void documents.openFiles(files);
      else imports.paste(text);
    };
    window.addEventListener('paste', handle);
    return () => {
      window.removeEventListener('paste', handle);
    };
  }, [documents, imports, stores]);
  return null;
}
