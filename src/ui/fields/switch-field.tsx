import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';

interface SwitchFieldProps {
  readonly label: string;
  /** `start` puts the switch at the far end of the line. */
  readonly labelAt?: 'start' | 'end';
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

export function SwitchField(props: SwitchFieldProps) {
  const { label, labelAt = 'end', checked, onChange, disabled = false } = props;
  const isWide = labelAt === 'start';
  return (
    <FormControlLabel
      label={label}
      labelPlacement={labelAt}
      disabled={disabled}
      style={isWide ? { display: 'flex', justifyContent: 'space-between', margin: 0 } : undefined}
      control={<Switch checked={checked} onChange={(_, next) => onChange(next)} />}
    />
  );
}
