import { type DragEvent, type ReactNode, useState } from 'react';
import { styled } from '@mui/material/styles';
import { tokenVar } from '#ui/theme/tokens.ts';
import { useWorkbench } from '#state/react.tsx';

const Veil = styled('div')({
  position: 'fixed',
  inset: 8,
  zIndex: 1500,
  display: 'grid',
  placeItems: 'center',
  borderRadius: 12,
  border: `2px dashed ${tokenVar('blue-line')}`,
  backgroundColor: tokenVar('blue-soft'),
  color: tokenVar('ink'),
  fontSize: '0.9375rem',
  fontWeight: 600,
  pointerEvents: 'none',
});

/** Files dropped anywhere on the window are opened as in the Import dialog. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const { documents, stores } = useWorkbench();
  const [isOver, setOver] = useState(false);

  function handleDrag(event: DragEvent) {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  }

  function handleDrop(event: DragEvent) {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(false);
    // Rows that are being looked at stay: more files may join them.
    if (stores.imports.getState().found === undefined) stores.view.getState().actions.closeDialog();
    void documents.openFiles([...event.dataTransfer.files]);
  }

  return (
    <div
      role="presentation"
      onDragEnter={handleDrag}
      onDragOver={handleDrag}
      onDragLeave={(event) => {
        if (event.relatedTarget === null) setOver(false);
      }}
      onDrop={handleDrop}
    >
      {children}
      {isOver && (
        <Veil>
          Drop rows, a schema, a design or a link to open it, or files that a design asks for
        </Veil>
      )}
    </div>
  );
}
