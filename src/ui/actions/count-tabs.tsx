import { styled } from '@mui/material/styles';
import { type ReactNode, useId } from 'react';
import { COARSE, FORCED, focusRing } from '#ui/theme/surface.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import { choiceButton } from './choice-button.ts';
import { useRoving } from './use-roving.ts';

const Count = styled('span')({
  fontSize: '0.71875rem',
  fontWeight: 400,
  fontVariantNumeric: 'tabular-nums',
  color: tokenVar('ink-3'),
  '&:empty': { display: 'none' },
});

const List = styled('div')({ display: 'flex', gap: 18, minHeight: 38 });

const Tab = styled('button')({
  ...choiceButton,
  position: 'relative',
  minHeight: 38,
  padding: 0,
  fontSize: '0.8125rem',
  '&[aria-selected=true]': { color: tokenVar('ink') },
  '&[aria-selected=true]::after': {
    content: '""',
    position: 'absolute',
    inset: 'auto 0 0',
    height: 2,
    borderRadius: 1,
    backgroundColor: tokenVar('ink'),
    [FORCED]: { backgroundColor: 'Highlight' },
  },
  '&:focus-visible': { ...focusRing, outlineOffset: -3, borderRadius: 6 },
  [COARSE]: { minHeight: 44 },
});

export interface CountTab<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Text or a small element. One that changes often follows its number by itself: the tabs measure their labels whenever they are drawn. */
  readonly count?: ReactNode;
}

interface CountTabsProps<Value extends string> {
  readonly label: string;
  readonly tabs: readonly CountTab<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly panelIdOf?: (value: Value) => string;
}

/** Underlined tabs: one tab stop; arrows, Home and End choose at once. A count is drawn in the tab but is its description, so the name stays fixed. */
export function CountTabs<Value extends string>(props: CountTabsProps<Value>) {
  const { label, tabs, value, onChange, panelIdOf } = props;
  const baseId = useId();
  const roving = useRoving(
    tabs.map((tab) => tab.value),
    onChange,
  );
  return (
    <List role="tablist" aria-label={label}>
      {tabs.map((tab, index) => {
        const isOn = tab.value === value;
        return (
          <Tab
            key={tab.value}
            ref={roving.refAt(index)}
            type="button"
            role="tab"
            aria-selected={isOn}
            tabIndex={isOn ? 0 : -1}
            aria-describedby={tab.count === undefined ? undefined : `${baseId}-${tab.value}`}
            aria-controls={panelIdOf && isOn ? panelIdOf(tab.value) : undefined}
            onClick={() => onChange(tab.value)}
            onKeyDown={roving.keysAt(index)}
          >
            {tab.label}
            {tab.count !== undefined && (
              <Count aria-hidden id={`${baseId}-${tab.value}`}>
                {tab.count}
              </Count>
            )}
          </Tab>
        );
      })}
    </List>
  );
}
