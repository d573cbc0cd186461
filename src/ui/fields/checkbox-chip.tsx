import { styled } from '@mui/material/styles';
import { COARSE } from '#ui/theme/surface.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import { CheckboxField } from './checkbox-field.tsx';

const Chip = styled('span')({
  display: 'inline-flex',
  height: 26,
  padding: '0 10px 0 7px',
  alignItems: 'center',
  borderRadius: 6,
  boxShadow: `inset 0 0 0 1px ${tokenVar('line-2')}`,
  color: tokenVar('ink'),
  fontSize: '0.78125rem',
  '&[data-on=false]': {
    color: tokenVar('ink-3'),
    boxShadow: `inset 0 0 0 1px ${tokenVar('line')}`,
  },
  [COARSE]: { height: 40 },
  '&:hover': { backgroundColor: tokenVar('hover') },
  '& .MuiFormControlLabel-label': { fontSize: 'inherit' },
});

interface CheckboxChipProps {
  readonly label: string;
  readonly secondary?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function CheckboxChip(props: CheckboxChipProps) {
  return (
    <Chip data-on={props.checked}>
      <CheckboxField {...props} />
    </Chip>
  );
}
