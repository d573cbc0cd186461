import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { styled } from '@mui/material/styles';
import { tokenVar } from '#ui/theme/tokens.ts';
import { CheckboxBox } from './checkbox-box.tsx';

const Secondary = styled('span')({ marginLeft: 8, color: tokenVar('ink-3') });

const BOX = <CheckboxBox checked={false} />;
const TICKED_BOX = <CheckboxBox checked />;

interface CheckboxFieldProps {
  readonly label: string;
  readonly secondary?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

export function CheckboxField(props: CheckboxFieldProps) {
  const { label, secondary, checked, onChange, disabled = false } = props;
  return (
    <FormControlLabel
      disabled={disabled}
      label={
        <>
          {label}
          {secondary !== undefined && <Secondary>{secondary}</Secondary>}
        </>
      }
      control={
        <Checkbox
          checked={checked}
          icon={BOX}
          checkedIcon={TICKED_BOX}
          onChange={(_, next) => onChange(next)}
        />
      }
    />
  );
}
