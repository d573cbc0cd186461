import { styled } from '@mui/material/styles';
import type { LucideIcon } from 'lucide-react';
import { Icon } from '#ui/icon/icon.tsx';
import { COARSE, FORCED } from '#ui/theme/surface.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import { choiceButton } from './choice-button.ts';
import { useRoving } from './use-roving.ts';

const Track = styled('div', { shouldForwardProp: (prop) => prop !== 'wide' })<{
  readonly wide: boolean;
}>(({ wide }) => ({
  display: wide ? 'flex' : 'inline-flex',
  padding: 2,
  borderRadius: 7,
  flexShrink: 0,
  backgroundColor: tokenVar('press'),
  '&[data-pills=true]': { gap: 2, padding: 0, background: 'none' },
}));

const Segment = styled('button')({
  ...choiceButton,
  flex: '1 1 auto',
  justifyContent: 'center',
  height: 24,
  padding: '0 11px',
  borderRadius: 5,
  fontSize: '0.78125rem',
  transition: 'color 120ms ease-out, background-color 120ms ease-out',
  '&[data-on=true]': {
    backgroundColor: tokenVar('segment'),
    color: tokenVar('ink'),
    boxShadow: tokenVar('shadow-0'),
    [FORCED]: { outline: '1px solid Highlight' },
  },
  '[data-size=large] > &': { height: 28 },
  '[data-pills=true] > &': { flex: '0 0 auto', height: 28, borderRadius: 14 },
  '[data-pills=true] > &[data-on=true]': {
    backgroundColor: tokenVar('ink-fill'),
    color: tokenVar('on-ink'),
    boxShadow: 'none',
  },
  [COARSE]: { height: 40 },
});

export interface SegmentOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly glyph?: LucideIcon;
}

interface SegmentedControlProps<Value extends string> {
  readonly label: string;
  readonly options: readonly SegmentOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** A tab list instead of a radio group; `panelIdOf` then names the panel of each tab. */
  readonly asTabs?: boolean;
  readonly panelIdOf?: (value: Value) => string;
  readonly fullWidth?: boolean;
  /** 28 high, or 32 in dialogs. */
  readonly size?: 'medium' | 'large';
  /** Without a track, the chosen one filled: for filters of what stands below. */
  readonly asPills?: boolean;
}

/** One tab stop; arrows, Home and End choose at once. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, options, value, onChange, asTabs = false, panelIdOf, fullWidth = false } = props;
  const roving = useRoving(
    options.map((option) => option.value),
    onChange,
  );
  const hasChoice = options.some((option) => option.value === value);

  return (
    <Track
      role={asTabs ? 'tablist' : 'radiogroup'}
      aria-label={label}
      wide={fullWidth}
      data-size={props.size}
      data-pills={props.asPills}
    >
      {options.map((option, index) => {
        const isOn = option.value === value;
        return (
          <Segment
            key={option.value}
            ref={roving.refAt(index)}
            type="button"
            role={asTabs ? 'tab' : 'radio'}
            data-on={isOn}
            tabIndex={isOn || (!hasChoice && index === 0) ? 0 : -1}
            onClick={() => onChange(option.value)}
            onKeyDown={roving.keysAt(index)}
            {...(asTabs ? { 'aria-selected': isOn } : { 'aria-checked': isOn })}
            {...(panelIdOf && isOn && { 'aria-controls': panelIdOf(option.value) })}
          >
            {option.glyph && <Icon glyph={option.glyph} size={15} />}
            {option.label}
          </Segment>
        );
      })}
    </Track>
  );
}
