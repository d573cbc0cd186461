import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { QuietText } from '#ui/marks/quiet-text.tsx';
import { CheckboxBox } from './checkbox-box.tsx';

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
          {secondary !== undefined && <QuietText>{secondary}</QuietText>}
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
