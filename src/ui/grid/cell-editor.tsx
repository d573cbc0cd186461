import { styled } from '@mui/material/styles';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { lazyPart } from '#ui/layout/lazy-part.tsx';
import { MenuList } from '#ui/actions/menu-list.tsx';
import { FORCED } from '#ui/theme/surface.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import type { GridEditor } from './grid-column.ts';
import { useGridFeed } from './grid-feed.ts';

const Input = styled('input')({
  width: '100%',
  height: '100%',
  padding: '0 8px',
  border: 0,
  outline: 'none',
  font: 'inherit',
  color: tokenVar('ink'),
  backgroundColor: tokenVar('sheet'),
  boxShadow: `inset 0 0 0 2px ${tokenVar('blue-line')}`,
  '&[aria-invalid=true]': { boxShadow: `inset 0 0 0 2px ${tokenVar('red-line')}` },
  [FORCED]: { border: '2px solid Highlight' },
});

const LongTextPane = lazyPart(async () => (await import('./long-text-pane.tsx')).LongTextPane);

interface CellEditorProps {
  readonly editor: GridEditor;
  /** The name of the column, which names the field. */
  readonly label: string;
  readonly row: number;
  readonly columnKey: string;
  readonly onClose: () => void;
}

/** Edits one cell in place. Enter and leaving keep what was typed, Escape does not. */
export function CellEditor(props: CellEditorProps) {
  return props.editor.kind === 'choice' ? <ChoiceEditor {...props} /> : <TextEditor {...props} />;
}

const longText = 48;

function TextEditor({ editor, label, row, columnKey, onClose }: CellEditorProps) {
  const { editText, onEdit, editProblem } = useGridFeed();
  const before = editText(row, columnKey);
  const [text, setText] = useState(before);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const latest = useRef({ text, isCancelled: false });
  const commit = useRef(onEdit);
  useEffect(() => {
    commit.current = onEdit;
  });
  useEffect(() => {
    const state = latest.current;
    // The grid takes the editor away when another cell is chosen; what was typed counts then too.
    return () => {
      if (!state.isCancelled && state.text !== before) commit.current(row, columnKey, state.text);
    };
    // Where it began is where it stays.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, []);
  const problem = text === before ? undefined : editProblem(columnKey, text);
  const isLong = editor.kind === 'text' && (before.length > longText || before.includes('\n'));

  function change(next: string) {
    latest.current.text = next;
    setText(next);
  }

  function handleKey(event: KeyboardEvent) {
    if (event.key === 'Escape') latest.current.isCancelled = true;
    const isEnd = event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey);
    event.stopPropagation();
    if (!isEnd) return;
    event.preventDefault();
    onClose();
  }

  const field = {
    'aria-label': label,
    'aria-invalid': problem !== undefined,
    title: problem === undefined ? undefined : `${label} ${problem}`,
    value: text,
    autoFocus: true,
    onKeyDown: handleKey,
  };
  if (!isLong)
    return (
      <Input
        {...field}
        inputMode={editor.kind === 'number' ? 'decimal' : 'text'}
        placeholder={editor.kind === 'date' ? '2026-01-31' : ''}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => change(event.currentTarget.value)}
        onBlur={onClose}
      />
    );
  return (
    <div ref={setAnchor} style={{ height: '100%' }}>
      {anchor !== null && (
        <LongTextPane {...field} anchor={anchor} onType={change} onClose={onClose} />
      )}
    </div>
  );
}

function ChoiceEditor({ editor, label, row, columnKey, onClose }: CellEditorProps) {
  const { editText, onEdit } = useGridFeed();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const current = editText(row, columnKey);
  return (
    <div ref={setAnchor} style={{ height: '100%' }}>
      <MenuList
        label={label}
        anchor={anchor}
        entries={(editor.options ?? []).map((option) => ({
          kind: 'action',
          label: option,
          selected: option === current,
          onSelect: () => onEdit(row, columnKey, option),
        }))}
        onClose={onClose}
      />
    </div>
  );
}
