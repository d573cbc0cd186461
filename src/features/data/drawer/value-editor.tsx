import { styled } from '@mui/material/styles';
import TextCursorInput from 'lucide-react/icons/text-cursor-input';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '#ui/actions/button.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { useWorkbench } from '#state/react.tsx';
import { clipboardText } from '#features/data/clipboard-text.ts';
import { editorOf } from '#features/data/grid-layout.ts';
import type { OpenCell } from './use-open-cell.ts';

const Acts = styled('div')({ display: 'flex', gap: 8 });

interface EditActProps {
  readonly open: OpenCell;
  /** The field that was in its place has had the focus. */
  readonly takesFocus: boolean;
  readonly onEdit: () => void;
}

/** Below a value that can be edited: the way to do so without a double click or a key. */
export function EditAct({ open, takesFocus, onEdit }: EditActProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) button.current?.focus();
  }, [takesFocus]);
  if (open.cell === undefined || editorOf(open.column) === undefined) return null;
  const isLocked = open.cell.state === 'locked';
  return (
    <Acts>
      <Button
        ref={button}
        tone="ghost"
        glyph={TextCursorInput}
        disabled={isLocked}
        {...(isLocked ? { description: 'The cell is locked' } : {})}
        onClick={onEdit}
      >
        Edit value
      </Button>
    </Acts>
  );
}

interface ValueEditorProps {
  readonly open: OpenCell;
  readonly onClose: () => void;
}

/** The value of one cell as a field. What is typed counts when it is saved; Escape leaves it. */
export function ValueEditor({ open, onClose }: ValueEditorProps) {
  const { edits } = useWorkbench();
  const { row, column, cell } = open;
  const before = clipboardText(cell?.value);
  const [text, setText] = useState(before);
  const editor = editorOf(column);
  const problem = text === before ? undefined : edits.problemOf(column.id, text);

  function save() {
    if (problem !== undefined) return;
    if (text !== before) edits.edit([{ row, columnId: column.id, value: text }]);
    onClose();
  }

  function handleKey(event: KeyboardEvent) {
    const isSave = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (event.key !== 'Escape' && !isSave) return;
    event.preventDefault();
    event.stopPropagation();
    if (isSave) save();
    else onClose();
  }

  return (
    <div role="presentation" onKeyDown={handleKey}>
      {editor?.kind === 'choice' ? (
        <SelectField
          label={column.name}
          value={text}
          options={(editor.options ?? []).map((option) => ({ value: option, label: option }))}
          onChange={setText}
        />
      ) : (
        <TextArea
          label={column.name}
          value={text}
          autoFocus
          minRows={editor?.kind === 'text' ? 4 : 1}
          error={problem === undefined ? undefined : `${column.name} ${problem}.`}
          onChange={setText}
        />
      )}
      <Acts style={{ marginTop: 8 }}>
        <Button tone="ink" onClick={save}>
          Save value
        </Button>
        <Button tone="ghost" onClick={onClose}>
          Cancel
        </Button>
      </Acts>
    </div>
  );
}
