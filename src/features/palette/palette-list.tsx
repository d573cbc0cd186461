import { styled } from '@mui/material/styles';
import { Kbd } from '#ui/layout/kbd.tsx';
import { FillTile } from '#ui/marks/fill-tile.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import type { PaletteEntry } from './palette-entry.ts';

const List = styled('ul')({
  margin: 0,
  padding: 8,
  maxHeight: 'min(420px, 60vh)',
  overflow: 'auto',
  listStyle: 'none',
});

const Item = styled('li')({
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  minHeight: 34,
  padding: '0 10px',
  borderRadius: 6,
  cursor: 'pointer',
  '& small': { color: tokenVar('ink-3'), fontSize: '0.75rem' },
  '& > kbd': { marginLeft: 'auto' },
  '&[aria-selected=true]': { backgroundColor: tokenVar('hover') },
});

const Nothing = styled('p')({ margin: 0, padding: 16, color: tokenVar('ink-3') });

interface PaletteListProps {
  readonly id: string;
  readonly entries: readonly PaletteEntry[];
  readonly active: number;
  readonly onPoint: (index: number) => void;
  readonly onPerform: (entry: PaletteEntry) => void;
}

/** The lines that answer to what was typed. Focus stays in the field; the active line is announced. */
export function PaletteList({ id, entries, active, onPoint, onPerform }: PaletteListProps) {
  if (entries.length === 0) return <Nothing role="status">Nothing is called that.</Nothing>;
  return (
    <List id={id} role="listbox" aria-label="Commands">
      {entries.map((entry, index) => (
        <Item
          key={entry.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          onPointerMove={() => {
            onPoint(index);
          }}
          onClick={() => {
            onPerform(entry);
          }}
        >
          {entry.fillKind !== undefined && <FillTile fillKind={entry.fillKind} />}
          <span>
            {entry.label} {entry.note !== undefined && <small>{entry.note}</small>}
          </span>
          {entry.keys !== '' && <Kbd>{entry.keys}</Kbd>}
        </Item>
      ))}
    </List>
  );
}
