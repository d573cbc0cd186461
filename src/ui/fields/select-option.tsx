import { styled } from '@mui/material/styles';
import { tokenVar } from '#ui/theme/tokens.ts';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** A quiet second text after the label. */
  readonly secondary?: string;
  readonly disabled?: boolean;
  /** Options of one group stand together under its name. */
  readonly group?: string;
}

const Line = styled('span')({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' });
const Secondary = styled('span')({ marginLeft: 6, color: tokenVar('ink-3') });

export function SelectOptionLine({ label, secondary }: SelectOption<string>) {
  return (
    <Line>
      {label}
      {secondary !== undefined && <Secondary>{secondary}</Secondary>}
    </Line>
  );
}
