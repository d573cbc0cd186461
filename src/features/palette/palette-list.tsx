import { styled } from '@mui/material/styles';
import { Icon } from '#ui/icon/icon.tsx';
import { Kbd } from '#ui/layout/kbd.tsx';
import { FillTile } from '#ui/marks/fill-tile.tsx';
import { Tag } from '#ui/marks/tag.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { markedParts, paletteGroups, type PaletteEntry } from './palette-entry.ts';

const List = styled('div')({
  padding: '4px 8px 8px',
  maxHeight: 'min(440px, 60vh)',
  overflow: 'auto',
});

const Group = styled('div')({
  padding: '8px 10px 4px',
  color: tokenVar('ink-3'),
  fontSize: '0.75rem',
});

const Item = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  minHeight: 34,
  padding: '0 10px',
  borderRadius: 6,
  cursor: 'pointer',
  '@media (pointer: coarse)': { minHeight: 44 },
  '& b': { fontWeight: 600 },
  '& small': { color: tokenVar('ink-3'), fontSize: '0.75rem' },
  '&[aria-selected=true]': { backgroundColor: tokenVar('hover') },
});

/** Glyph or tile, in one column for all lines. */
const Figure = styled('span')({
  display: 'inline-grid',
  placeItems: 'center',
  flexShrink: 0,
  width: 20,
  color: tokenVar('ink-3'),
});

const Label = styled('span')({
  flex: 1,
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
});

const Keys = styled('span')({ display: 'inline-flex', gap: 3 });

const Nothing = styled('p')({ margin: 0, padding: 16, color: tokenVar('ink-3') });

interface PaletteListProps {
  readonly id: string;
  readonly entries: readonly PaletteEntry[];
  readonly typed: string;
  readonly active: number;
  readonly onPoint: (index: number) => void;
  readonly onPerform: (entry: PaletteEntry) => void;
}

/** The lines that answer to what was typed, in groups. Focus stays in the field; the active line is announced. */
export function PaletteList(props: PaletteListProps) {
  const { id, entries } = props;
  if (entries.length === 0) return <Nothing role="status">Nothing is called that.</Nothing>;
  return (
    <List id={id} role="listbox" aria-label="Commands">
      {paletteGroups.map((group, place) => {
        const lines = entries.flatMap((entry, index) =>
          entry.group === group ? [{ entry, index }] : [],
        );
        if (lines.length === 0) return null;
        return (
          <div key={group} role="group" aria-labelledby={`${id}-group-${place}`}>
            <Group id={`${id}-group-${place}`} role="presentation">
              {group}
            </Group>
            {lines.map((line) => (
              <PaletteLine key={line.entry.id} {...props} {...line} />
            ))}
          </div>
        );
      })}
    </List>
  );
}

interface PaletteLineProps extends PaletteListProps {
  readonly entry: PaletteEntry;
  readonly index: number;
}

function PaletteLine({ id, entry, index, typed, active, onPoint, onPerform }: PaletteLineProps) {
  const { label, note, glyph, fillKind, tag, keys } = entry;
  return (
    <Item
      id={`${id}-${index}`}
      role="option"
      aria-selected={index === active}
      onPointerMove={() => onPoint(index)}
      onClick={() => onPerform(entry)}
    >
      <Figure>
        {fillKind !== undefined && <FillTile fillKind={fillKind} />}
        {glyph !== undefined && <Icon glyph={glyph} size={16} />}
      </Figure>
      <Label>
        {markedParts(label, typed).map(({ text, isMarked }, part) =>
          isMarked ? <b key={part}>{text}</b> : text,
        )}
        {note !== undefined && <small> {note}</small>}
      </Label>
      {tag !== undefined && <Tag tone={tag.tone}>{tag.text}</Tag>}
      {keys !== '' && (
        <Keys>
          {keys.split('+').map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </Keys>
      )}
    </Item>
  );
}
