import OutlinedInput from '@mui/material/OutlinedInput';
import { styled } from '@mui/material/styles';
import { type FocusEventHandler, useId } from 'react';
import { FONT_MONO } from '#ui/theme/font-families.ts';
import { describedBy, FieldFrame } from './field-frame.tsx';
import type { FieldProps } from './field-props.ts';

const Input = styled(OutlinedInput, { shouldForwardProp: (prop) => prop !== 'mono' })<{
  readonly mono: boolean;
}>(({ mono }) => (mono ? { fontFamily: FONT_MONO, fontSize: '0.75rem' } : {}));

interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onChange?: (value: string) => void;
  readonly onBlur?: FocusEventHandler<HTMLInputElement | HTMLTextAreaElement>;
  readonly placeholder?: string;
  readonly minRows?: number;
  readonly maxRows?: number;
  readonly mono?: boolean;
  readonly autoFocus?: boolean;
  readonly readOnly?: boolean;
}

/** Grows with its text between `minRows` and `maxRows`. */
export function TextArea(props: TextAreaProps) {
  const { value, onChange, error, minRows = 2, maxRows = 12, mono = false } = props;
  const fieldId = useId();
  return (
    <FieldFrame {...props} fieldId={fieldId}>
      <Input
        multiline
        id={fieldId}
        mono={mono}
        value={value}
        minRows={minRows}
        maxRows={maxRows}
        error={error !== undefined}
        disabled={props.disabled ?? false}
        readOnly={props.readOnly ?? false}
        autoFocus={props.autoFocus ?? false}
        placeholder={props.placeholder ?? ''}
        onChange={(event) => onChange?.(event.target.value)}
        onBlur={props.onBlur}
        slotProps={{ input: { 'aria-describedby': describedBy(fieldId, props) } }}
      />
    </FieldFrame>
  );
}
