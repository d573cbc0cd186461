import Autocomplete from '@mui/material/Autocomplete';
import OutlinedInput from '@mui/material/OutlinedInput';
import { styled } from '@mui/material/styles';
import { useId } from 'react';
import { Chevrons } from './chevrons.tsx';
import { describedBy, FieldFrame } from './field-frame.tsx';
import { FIELD_HEIGHTS, type FieldProps } from './field-props.ts';

/** The suggestions' own paddings give way to those of the other fields. */
const Combo = styled(Autocomplete<string, false, true, true>)({
  '& .MuiOutlinedInput-root.MuiOutlinedInput-root': { padding: '0 8px' },
  '& .MuiAutocomplete-input.MuiAutocomplete-input': { padding: 0 },
});

interface ComboFieldProps extends FieldProps {
  readonly value: string;
  readonly options: readonly string[];
  readonly onChange: (value: string) => void;
  /** Called when the list is about to be shown, to load it late. */
  readonly onOpen?: () => void;
  readonly loading?: boolean;
  readonly placeholder?: string;
}

/** A text field with suggestions: anything may be typed. */
export function ComboField(props: ComboFieldProps) {
  const { value, options, onChange, onOpen, size = 'medium', loading = false } = props;
  const fieldId = useId();
  return (
    <FieldFrame {...props} fieldId={fieldId}>
      <Combo
        freeSolo
        forcePopupIcon
        disableClearable
        id={fieldId}
        inputValue={value}
        value={value}
        options={[...options]}
        loading={loading}
        popupIcon={<Chevrons />}
        disabled={props.disabled ?? false}
        {...(onOpen && { onOpen })}
        onInputChange={(_, next) => onChange(next)}
        renderInput={({ slotProps, id, disabled }) => (
          <OutlinedInput
            ref={slotProps.input.ref}
            id={id}
            fullWidth
            disabled={disabled}
            error={props.error !== undefined}
            placeholder={props.placeholder ?? ''}
            style={{ height: FIELD_HEIGHTS[size] }}
            inputProps={{
              ...slotProps.htmlInput,
              'aria-describedby': describedBy(fieldId, props),
              spellCheck: false,
            }}
            endAdornment={slotProps.input.endAdornment}
          />
        )}
      />
    </FieldFrame>
  );
}
