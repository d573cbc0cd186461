import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { styled } from '@mui/material/styles';
import { Icon } from '#ui/icon/icon.tsx';
import { Kbd } from '#ui/layout/kbd.tsx';
import { QuietText } from '#ui/marks/quiet-text.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import type { MenuAction } from './menu-item-view.ts';
import type { MenuListProps } from './menu-list.tsx';

const Glyph = styled('span')({ color: tokenVar('ink-3'), display: 'inline-flex', minWidth: 16 });
const Label = styled('span')({ flex: 1, minWidth: 0 });
const Item = styled(MenuItem, { shouldForwardProp: (prop) => prop !== 'danger' })<{
  readonly danger: boolean;
}>(({ danger }) => (danger ? { '&, & > span': { color: tokenVar('red') } } : {}));

export function MenuPopup({ label, anchor, entries, align = 'left', onClose }: MenuListProps) {
  // Words stand under each other, also where one of several has no glyph.
  const hasGlyphs = entries.some((entry) => entry.kind === 'action' && entry.glyph !== undefined);
  const renderAction = (entry: MenuAction) => (
    <Item
      key={entry.label}
      danger={entry.danger ?? false}
      disabled={entry.disabled ?? false}
      selected={entry.selected ?? false}
      onClick={() => {
        onClose();
        entry.onSelect();
      }}
    >
      {hasGlyphs && <Glyph>{entry.glyph && <Icon glyph={entry.glyph} size={16} />}</Glyph>}
      <Label>
        {entry.label}
        {entry.secondary !== undefined && <QuietText>{entry.secondary}</QuietText>}
      </Label>
      {entry.shortcut !== undefined && <Kbd aria-hidden>{entry.shortcut}</Kbd>}
    </Item>
  );
  return (
    <Menu
      open={anchor !== null}
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: align }}
      transformOrigin={{ vertical: 'top', horizontal: align }}
      slotProps={{ list: { 'aria-label': label }, paper: { style: { minWidth: 180 } } }}
    >
      {entries.map((entry, index) =>
        entry.kind !== 'action' ? (
          <Divider key={`rule-${index}`} style={{ margin: '4px' }} />
        ) : (
          renderAction(entry)
        ),
      )}
    </Menu>
  );
}
