import { styled } from '@mui/material/styles';
import { QuietText } from '#ui/marks/quiet-text.tsx';

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

export function SelectOptionLine({ label, secondary }: SelectOption<string>) {
  return (
    <Line>
      {label}
      {secondary !== undefined && <QuietText>{secondary}</QuietText>}
    </Line>
  );
}
