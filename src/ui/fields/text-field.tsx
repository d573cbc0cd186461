import OutlinedInput from '@mui/material/OutlinedInput';
import { styled } from '@mui/material/styles';
import {
  type FocusEventHandler,
  type KeyboardEventHandler,
  type ReactNode,
  type Ref,
  useId,
} from 'react';
import { FONT_MONO } from '#ui/theme/font-families.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import { describedBy, FieldFrame } from './field-frame.tsx';
import { FIELD_HEIGHTS, type FieldProps } from './field-props.ts';

const Input = styled(OutlinedInput, { shouldForwardProp: (prop) => prop !== 'mono' })<{
  readonly mono: boolean;
}>(({ mono }) => ({
  '& > svg': { color: tokenVar('ink-3') },
  ...(mono && { fontFamily: FONT_MONO, fontSize: '0.75rem', letterSpacing: '-0.03em' }),
}));

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange?: (value: string) => void;
  readonly onBlur?: FocusEventHandler<HTMLInputElement | HTMLTextAreaElement>;
  readonly onKeyDown?: KeyboardEventHandler<HTMLInputElement | HTMLTextAreaElement>;
  readonly placeholder?: string;
  readonly type?: 'text' | 'password' | 'url' | 'search';
  readonly autoComplete?: string;
  readonly autoFocus?: boolean;
  readonly readOnly?: boolean;
  /** For links, expressions and code. */
  readonly mono?: boolean;
  /** Selects the whole text on focus: for links and values that are copied. */
  readonly selectsOnFocus?: boolean;
  readonly start?: ReactNode;
  readonly end?: ReactNode;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export function TextField(props: TextFieldProps) {
  const { value, onChange, size = 'medium', error, type = 'text', mono = false } = props;
  const fieldId = useId();
  return (
    <FieldFrame {...props} fieldId={fieldId}>
      <Input
        id={fieldId}
        mono={mono}
        value={value}
        type={type}
        error={error !== undefined}
        disabled={props.disabled ?? false}
        readOnly={props.readOnly ?? false}
        autoFocus={props.autoFocus ?? false}
        placeholder={props.placeholder ?? ''}
        autoComplete={props.autoComplete ?? 'off'}
        startAdornment={props.start}
        endAdornment={props.end}
        inputRef={props.inputRef}
        style={{ height: FIELD_HEIGHTS[size] }}
        onChange={(event) => onChange?.(event.target.value)}
        onBlur={props.onBlur}
        onKeyDown={props.onKeyDown}
        onFocus={(event) => props.selectsOnFocus === true && event.target.select()}
        slotProps={{
          input: { 'aria-describedby': describedBy(fieldId, props), spellCheck: !mono },
        }}
      />
    </FieldFrame>
  );
}
