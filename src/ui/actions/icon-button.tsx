import MuiIconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import Tooltip from '@mui/material/Tooltip';
import type { LucideIcon } from 'lucide-react';
import type { MouseEventHandler, Ref } from 'react';
import { Icon } from '#ui/icon/icon.tsx';
import { Kbd } from '#ui/layout/kbd.tsx';

const Anchor = styled('span')({ display: 'inline-flex', flexShrink: 0 });
const Title = styled('span')({ display: 'inline-flex', alignItems: 'center', gap: 8 });

interface IconButtonProps {
  /** The accessible name, and the tooltip. */
  readonly label: string;
  readonly glyph: LucideIcon;
  readonly size?: 'small' | 'medium';
  readonly shortcut?: string;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly opensMenu?: boolean;
  readonly onClick?: MouseEventHandler<HTMLButtonElement>;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ ref, ...props }: IconButtonProps) {
  const { label, glyph, size = 'medium', shortcut, disabled = false } = props;
  const title = (
    <Title>
      {label}
      {shortcut !== undefined && <Kbd>{shortcut}</Kbd>}
    </Title>
  );
  return (
    <Tooltip title={disabled ? '' : title}>
      {/* A disabled button sends no events, so the tooltip listens on a wrapper. */}
      <Anchor>
        <MuiIconButton
          ref={ref}
          size={size}
          disabled={disabled}
          aria-label={label}
          aria-pressed={props.pressed}
          aria-expanded={props.expanded}
          aria-haspopup={props.opensMenu ? 'menu' : undefined}
          onClick={props.onClick}
        >
          <Icon glyph={glyph} size={size === 'small' ? 15 : 16} />
        </MuiIconButton>
      </Anchor>
    </Tooltip>
  );
}
