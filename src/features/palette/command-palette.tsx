import MuiDialog from '@mui/material/Dialog';
import { styled } from '@mui/material/styles';
import Search from 'lucide-react/icons/search';
import { type KeyboardEvent, useId, useState } from 'react';
import { Icon } from '#ui/icon/icon.tsx';
import { Kbd } from '#ui/layout/kbd.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { rovingTarget } from '#ui/actions/roving-target.ts';
import { matches, type PaletteEntry } from './palette-entry.ts';
import { PaletteList } from './palette-list.tsx';
import { usePaletteEntries, type PaletteCommand } from './use-palette-entries.ts';

const Field = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  height: 50,
  padding: '0 16px',
  borderBottom: `1px solid ${tokenVar('line')}`,
  '& svg': { color: tokenVar('ink-3') },
  '& input': {
    flex: 1,
    minWidth: 0,
    border: 0,
    outline: 'none',
    background: 'none',
    font: 'inherit',
    fontSize: '0.9375rem',
    color: tokenVar('ink'),
  },
});

interface CommandPaletteProps {
  readonly commands: readonly PaletteCommand[];
  /** What is looked for to begin with. */
  readonly initialText?: string;
  readonly onClose: () => void;
}

/** Type a few letters, Enter does it: commands, parts of the design, and designs to begin with. */
export function CommandPalette({ commands, initialText = '', onClose }: CommandPaletteProps) {
  const entries = usePaletteEntries(commands);
  const [typed, setTyped] = useState(initialText);
  const [active, setActive] = useState(0);
  const listId = useId();
  const shown = entries.filter((entry) => matches(entry, typed));

  function perform(entry: PaletteEntry | undefined) {
    if (entry === undefined) return;
    onClose();
    entry.perform();
  }

  function handleKey(event: KeyboardEvent) {
    // Enter that ends the composition of a character is not meant for the list.
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      // Closing gives the focus to the button that opened the list, which the same press would click.
      event.preventDefault();
      perform(shown[active]);
    }
    // The other arrows, Home and End belong to the text.
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    const target = rovingTarget(event.key, active, shown.length);
    if (target === undefined) return;
    event.preventDefault();
    setActive(target);
    document.getElementById(`${listId}-${target}`)?.scrollIntoView({ block: 'nearest' });
  }

  return (
    <MuiDialog
      open
      onClose={onClose}
      maxWidth={false}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start', paddingTop: '12vh' } }}
      slotProps={{
        paper: { 'aria-label': 'Commands', style: { width: 580, maxWidth: 'calc(100vw - 32px)' } },
      }}
    >
      <Field>
        <Icon glyph={Search} size={16} />
        <input
          role="combobox"
          aria-label="Find a command or a column"
          aria-expanded={shown.length > 0}
          aria-autocomplete="list"
          aria-controls={listId}
          aria-activedescendant={shown.length === 0 ? undefined : `${listId}-${active}`}
          autoFocus
          spellCheck={false}
          placeholder="Find a command or a column"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(0);
          }}
          onKeyDown={handleKey}
        />
        <Kbd>esc</Kbd>
      </Field>
      <PaletteList
        id={listId}
        entries={shown}
        typed={typed}
        active={active}
        onPoint={setActive}
        onPerform={perform}
      />
    </MuiDialog>
  );
}
