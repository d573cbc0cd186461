import MuiIconButton from '@mui/material/IconButton';
import type { LucideIcon } from 'lucide-react';
import type { MouseEventHandler, Ref } from 'react';
import { Icon } from '#ui/icon/icon.tsx';
import { tipProps } from '#ui/tips/tip.ts';
import { useSoftDisabled } from './use-soft-disabled.ts';

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
  const { label, glyph, size = 'medium', shortcut } = props;
  return (
    <MuiIconButton
      ref={ref}
      size={size}
      {...useSoftDisabled(props)}
      aria-label={label}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-haspopup={props.opensMenu ? 'menu' : undefined}
      {...tipProps(label, shortcut)}
    >
      <Icon glyph={glyph} size={size === 'small' ? 15 : 16} />
    </MuiIconButton>
  );
}
