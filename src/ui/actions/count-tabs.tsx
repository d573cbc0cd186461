import { styled } from '@mui/material/styles';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { type ReactNode, useId } from 'react';
import { tokenVar } from '#ui/theme/tokens.ts';

const Count = styled('span')({
  fontSize: '0.71875rem',
  fontWeight: 400,
  fontVariantNumeric: 'tabular-nums',
  color: tokenVar('ink-3'),
  '&:empty': { display: 'none' },
});

const Label = styled('span')({ display: 'inline-flex', alignItems: 'center', gap: 6 });

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

/** Underlined tabs. A count is drawn in the tab but is its description, so the name stays fixed. */
export function CountTabs<Value extends string>(props: CountTabsProps<Value>) {
  const { label, tabs, value, onChange, panelIdOf } = props;
  const baseId = useId();
  return (
    <Tabs aria-label={label} value={value} onChange={(_, next: Value) => onChange(next)}>
      {tabs.map((tab) => (
        <Tab
          key={tab.value}
          value={tab.value}
          aria-describedby={tab.count === undefined ? undefined : `${baseId}-${tab.value}`}
          aria-controls={panelIdOf && tab.value === value ? panelIdOf(tab.value) : undefined}
          label={
            <Label>
              {tab.label}
              {tab.count !== undefined && (
                <Count aria-hidden id={`${baseId}-${tab.value}`}>
                  {tab.count}
                </Count>
              )}
            </Label>
          }
        />
      ))}
    </Tabs>
  );
}
