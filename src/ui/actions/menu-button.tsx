import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button, type ButtonTone } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import type { MenuEntry } from './menu-item-view.ts';
import { MenuList } from './menu-list.tsx';

interface MenuButtonProps {
  /** The accessible name of the button and of its menu. */
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly glyph?: LucideIcon;
  /** Only the glyph is drawn, with a tooltip. */
  readonly iconOnly?: boolean;
  readonly tone?: ButtonTone;
  readonly size?: 'small' | 'medium';
  readonly aside?: ReactNode;
  readonly description?: string;
  readonly align?: 'left' | 'right';
  readonly disabled?: boolean;
}

export function MenuButton(props: MenuButtonProps) {
  const { label, entries, glyph, iconOnly = false, size = 'medium', align = 'left' } = props;
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const shared = {
    size,
    opensMenu: true,
    expanded: anchor !== null,
    disabled: props.disabled ?? false,
    onClick: (event: React.MouseEvent<HTMLElement>) => setAnchor(event.currentTarget),
  };
  return (
    <>
      {iconOnly && glyph ? (
        <IconButton label={label} glyph={glyph} {...shared} />
      ) : (
        <Button
          tone={props.tone ?? 'ghost'}
          {...(glyph && { glyph })}
          {...(props.aside !== undefined && { aside: props.aside })}
          {...(props.description !== undefined && { description: props.description })}
          {...shared}
        >
          {label}
        </Button>
      )}
      <MenuList
        label={label}
        anchor={anchor}
        entries={entries}
        align={align}
        onClose={() => setAnchor(null)}
      />
    </>
  );
}
