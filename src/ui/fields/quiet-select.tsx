import InputBase from '@mui/material/InputBase';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import { styled } from '@mui/material/styles';
import { COARSE, focusRing } from '#ui/theme/surface.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import { Chevrons } from './chevrons.tsx';
import { type SelectOption, SelectOptionLine } from './select-option.tsx';

/** The select hands every input what only an outlined one knows. */
const QuietInput = styled(InputBase, { shouldForwardProp: (prop) => prop !== 'notched' })({
  height: 24,
  borderRadius: 5,
  color: tokenVar('ink'),
  fontSize: '0.78125rem',
  fontWeight: 500,
  '&:hover': { backgroundColor: tokenVar('hover') },
  '&.Mui-focused': focusRing,
  marginLeft: -4,
  '& > .MuiSelect-select.MuiSelect-select': { padding: '0 22px 0 4px', minHeight: 0 },
  '& .MuiSelect-icon': { right: 5 },
  [COARSE]: { height: 40 },
});

interface QuietSelectProps<Value extends string> {
  readonly label: string;
  readonly value: Value | '';
  readonly options: readonly SelectOption<Value>[];
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
}

/** A select inside a sentence: no border, no visible label. */
export function QuietSelect<Value extends string>(props: QuietSelectProps<Value>) {
  const { label, value, options, onChange, disabled = false } = props;
  const known = options.find((option) => option.value === value);
  return (
    <Select
      displayEmpty
      value={known ? value : ''}
      disabled={disabled}
      input={<QuietInput />}
      IconComponent={Chevrons}
      renderValue={() => known?.label ?? ''}
      onChange={(event) => onChange(event.target.value as Value)}
      SelectDisplayProps={{ 'aria-label': label }}
    >
      {options.map((option) => (
        <MenuItem key={option.value} value={option.value} disabled={option.disabled ?? false}>
          <SelectOptionLine {...option} />
        </MenuItem>
      ))}
    </Select>
  );
}
