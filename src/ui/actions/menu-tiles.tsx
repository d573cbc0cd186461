import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { styled } from '@mui/material/styles';
import type { KeyboardEvent } from 'react';
import { FillTile } from '#ui/marks/fill-tile.tsx';
import { fillHue } from '#ui/theme/fill-hue.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import type { MenuAction, MenuHead } from './menu-item-view.ts';
import type { MenuListProps } from './menu-list.tsx';
import { tileTarget } from './tile-target.ts';

const Line = styled('li')({
  gridColumn: '1 / -1',
  display: 'flex',
  alignItems: 'baseline',
  gap: 6,
  padding: '8px 8px 2px',
  fontSize: '0.75rem',
  '& > b': { fontWeight: 600 },
  '& > span': { color: tokenVar('ink-3') },
});

const Item = styled(MenuItem)({
  alignItems: 'flex-start',
  gap: 8,
  minHeight: 0,
  padding: '6px 8px',
  whiteSpace: 'normal',
});

const Words = styled('span')({ display: 'grid', minWidth: 0, lineHeight: '18px' });
const Label = styled('span')({ fontWeight: 500 });
const About = styled('span')({
  color: tokenVar('ink-3'),
  fontSize: '0.75rem',
  lineHeight: '16px',
  textWrap: 'pretty',
});

const grid = {
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(156px, 1fr))',
  width: 'min(640px, calc(100vw - 32px))',
} as const;

/** A menu whose entries are tiles: glyph, name and a line about each, all kinds at one look. */
export function MenuTiles({ label, anchor, entries, align = 'left', onClose }: MenuListProps) {
  const renderAction = (entry: MenuAction) => (
    <Item
      key={entry.label}
      disabled={entry.disabled ?? false}
      onClick={() => {
        onClose();
        entry.onSelect();
      }}
    >
      {entry.fillKind !== undefined && <FillTile fillKind={entry.fillKind} size={22} />}
      <Words>
        <Label>{entry.label} </Label>
        {entry.secondary !== undefined && <About>{entry.secondary}</About>}
      </Words>
    </Item>
  );
  return (
    <Menu
      open={anchor !== null}
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: align }}
      transformOrigin={{ vertical: 'top', horizontal: align }}
      slotProps={{
        list: { 'aria-label': label, style: grid, onKeyDownCapture: moveFocus },
      }}
    >
      {entries.map((entry) => {
        if (entry.kind === 'action') return renderAction(entry);
        return entry.kind === 'head' ? (
          <Head key={`head-${entry.label}`} entry={entry} disabled />
        ) : null;
      })}
    </Menu>
  );
}

/** `disabled` keeps the menu from giving it the first focus. */
function Head({ entry }: { readonly entry: MenuHead; readonly disabled: true }) {
  const { label, secondary, group } = entry;
  return (
    <Line role="separator" aria-label={`${label}: ${secondary}`}>
      <b style={{ color: fillHue(group).text }}>{label}</b>
      <span>{secondary}</span>
    </Line>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const items = [
    ...event.currentTarget.querySelectorAll<HTMLElement>(
      '[role=menuitem]:not([aria-disabled=true])',
    ),
  ];
  const from = items.findIndex((item) => item === item.ownerDocument.activeElement);
  const places = items.map((item) => ({ left: item.offsetLeft, top: item.offsetTop }));
  const target = tileTarget(event.key, from, places);
  if (target === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  items[target]?.focus();
}
