import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button, type ButtonTone } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import type { MenuEntry } from './menu-item-view.ts';
import { MenuList } from './menu-list.tsx';

interface MenuButtonProps {
  /** The accessible name of the button and of its menu. */
  readonly label: string;
  /** What it holds, or how that is found out when it is opened. */
  readonly entries: readonly MenuEntry[] | (() => Promise<readonly MenuEntry[]>);
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
  const [found, setFound] = useState<readonly MenuEntry[]>([]);
  const open = async (button: HTMLElement): Promise<void> => {
    if (typeof entries === 'function') setFound(await entries());
    setAnchor(button);
  };
  const shared = {
    size,
    opensMenu: true,
    expanded: anchor !== null,
    disabled: props.disabled ?? false,
    onClick: (event: React.MouseEvent<HTMLElement>) => void open(event.currentTarget),
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
        entries={typeof entries === 'function' ? found : entries}
        align={align}
        onClose={() => setAnchor(null)}
      />
    </>
  );
}
