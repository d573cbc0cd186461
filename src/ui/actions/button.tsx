import MuiButton from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { LucideIcon } from 'lucide-react';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { type MouseEventHandler, type ReactNode, type Ref, useId } from 'react';
import { Icon } from '#ui/icon/icon.tsx';
import { tipProps } from '#ui/tips/tip.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import { useSoftDisabled } from './use-soft-disabled.ts';

/** `hot` is kept for making rows: Generate and Resume. */
export type ButtonTone = 'hot' | 'ink' | 'outline' | 'ghost' | 'link' | 'danger';

const LOOKS = {
  hot: { variant: 'contained', color: 'secondary' },
  ink: { variant: 'contained', color: 'primary' },
  outline: { variant: 'outlined', color: 'primary' },
  ghost: { variant: 'text', color: 'primary' },
  link: { variant: 'text', color: 'info' },
  danger: { variant: 'text', color: 'error' },
} as const;

const Aside = styled('span')({
  marginLeft: 4,
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  fontWeight: 400,
  fontVariantNumeric: 'tabular-nums',
  '.MuiButton-outlined > &': { color: tokenVar('ink-2') },
});

interface ButtonProps {
  readonly children: ReactNode;
  readonly tone?: ButtonTone;
  readonly size?: 'small' | 'medium' | 'large';
  readonly glyph?: LucideIcon;
  /** Shown inside the button but kept out of its name, such as a price. Say it in `description` too. */
  readonly aside?: ReactNode;
  readonly description?: string;
  /** The accessible name where the drawn words are something else, such as the value it opens. */
  readonly name?: string;
  /** The keys that do the same, shown as a tooltip. */
  readonly keys?: string;
  readonly opensMenu?: boolean;
  /** Draws the same chevron as a menu, for what opens a dialog. */
  readonly opensDialog?: boolean;
  readonly expanded?: boolean;
  readonly disabled?: boolean;
  readonly fullWidth?: boolean;
  readonly type?: 'button' | 'submit';
  readonly onClick?: MouseEventHandler<HTMLButtonElement>;
  readonly ref?: Ref<HTMLButtonElement>;
}

function popupProps({ opensMenu = false, opensDialog = false, expanded }: ButtonProps) {
  if (opensDialog) return { 'aria-haspopup': 'dialog' as const };
  if (opensMenu) return { 'aria-haspopup': 'menu' as const, 'aria-expanded': expanded ?? false };
  return expanded === undefined ? {} : { 'aria-expanded': expanded };
}

export function Button({ ref, ...props }: ButtonProps) {
  const { children, tone = 'outline', size = 'medium', glyph, aside, description } = props;
  const { type = 'button' } = props;
  const hasChevron = props.opensMenu === true || props.opensDialog === true;
  const descriptionId = useId();
  return (
    <MuiButton
      {...LOOKS[tone]}
      {...popupProps(props)}
      ref={ref}
      size={size}
      type={type}
      {...useSoftDisabled(props)}
      fullWidth={props.fullWidth}
      startIcon={glyph && <Icon glyph={glyph} size={size === 'small' ? 15 : 16} />}
      endIcon={hasChevron && <Icon glyph={ChevronDown} size={13} />}
      aria-label={props.name}
      aria-describedby={description && descriptionId}
      {...(props.keys && tipProps('', props.keys))}
    >
      {children}
      {aside !== undefined && <Aside aria-hidden>{aside}</Aside>}
      {description && (
        <span id={descriptionId} hidden>
          {description}
        </span>
      )}
    </MuiButton>
  );
}
