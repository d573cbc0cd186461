import ListSubheader from '@mui/material/ListSubheader';
import MenuItem from '@mui/material/MenuItem';
import OutlinedInput from '@mui/material/OutlinedInput';
import Select from '@mui/material/Select';
import { styled } from '@mui/material/styles';
import { type ReactNode, useId } from 'react';
import { tokenVar } from '#ui/theme/tokens.ts';
import { Chevrons } from './chevrons.tsx';
import { describedBy, FieldFrame } from './field-frame.tsx';
import { FIELD_HEIGHTS, type FieldProps } from './field-props.ts';
import { type SelectOption, SelectOptionLine } from './select-option.tsx';

const Heading = styled(ListSubheader)({
  padding: '8px 12px 2px',
  fontSize: '0.75rem',
  fontWeight: 500,
  lineHeight: 1.5,
  color: tokenVar('ink-3'),
  backgroundColor: 'inherit',
});

function groupHeading({ group }: SelectOption<string>, before: SelectOption<string> | undefined) {
  return group === undefined || group === before?.group
    ? []
    : [
        <Heading key={`group ${group}`} disableSticky role="presentation">
          {group}
        </Heading>,
      ];
}

interface SelectFieldProps<Value extends string> extends FieldProps {
  readonly value: Value | '';
  readonly options: readonly SelectOption<Value>[];
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string;
  /** A picture before the value, such as the tile of a column. */
  readonly start?: ReactNode;
}

/** A select-only combobox named by its label alone; the value is its content. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { value, options, onChange, size = 'medium', error, placeholder, start } = props;
  const fieldId = useId();
  const labelId = `${fieldId}-label`;
  const known = options.find((option) => option.value === value);
  return (
    <FieldFrame {...props} fieldId={fieldId} labelId={labelId}>
      <Select
        displayEmpty
        value={known ? value : ''}
        labelId={labelId}
        error={error !== undefined}
        disabled={props.disabled ?? false}
        input={<OutlinedInput style={{ height: FIELD_HEIGHTS[size] }} />}
        IconComponent={Chevrons}
        onChange={(event) => onChange(event.target.value as Value)}
        renderValue={() => (
          <>
            {start}
            {known ? <SelectOptionLine {...known} /> : (placeholder ?? '')}
          </>
        )}
        SelectDisplayProps={{ id: fieldId, 'aria-describedby': describedBy(fieldId, props) }}
        MenuProps={{ slotProps: { paper: { style: { maxHeight: 320 } } } }}
      >
        {options.flatMap((option, index) => [
          ...groupHeading(option, options[index - 1]),
          <MenuItem key={option.value} value={option.value} disabled={option.disabled ?? false}>
            <SelectOptionLine {...option} />
          </MenuItem>,
        ])}
      </Select>
    </FieldFrame>
  );
}
