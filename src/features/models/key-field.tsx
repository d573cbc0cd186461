import OutlinedInput from '@mui/material/OutlinedInput';
import { styled } from '@mui/material/styles';
import Eye from 'lucide-react/icons/eye';
import EyeOff from 'lucide-react/icons/eye-off';
import KeyRound from 'lucide-react/icons/key-round';
import { type RefObject, useId, useState } from 'react';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { FieldFrame, hintIdOf } from '#ui/fields/field-frame.tsx';
import { Icon } from '#ui/icon/icon.tsx';

const Input = styled(OutlinedInput)({
  height: 32,
  '&[data-hidden=true] input': { WebkitTextSecurity: 'disc' },
});

interface KeyFieldProps {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly hint: string;
  readonly error: string | undefined;
  readonly hasStoredKey: boolean;
  readonly isOptional: boolean;
  readonly onEdit: () => void;
}

/**
 * The key stays in the input element alone: no React state, no value attribute, no password manager.
 * It is read once, when it is handed to the worker.
 */
export function KeyField(props: KeyFieldProps) {
  const { inputRef, hint, error, hasStoredKey, isOptional, onEdit } = props;
  const [isHidden, setHidden] = useState(true);
  const fieldId = useId();
  const placeholder = hasStoredKey
    ? 'A key is kept for this address'
    : isOptional
      ? 'none needed'
      : '';
  return (
    <FieldFrame label="API key" fieldId={fieldId} hint={hint} error={error}>
      <Input
        id={fieldId}
        fullWidth
        data-hidden={isHidden}
        inputRef={inputRef}
        error={error !== undefined}
        placeholder={placeholder}
        startAdornment={<Icon glyph={KeyRound} size={15} />}
        endAdornment={
          <IconButton
            label={isHidden ? 'Show the key' : 'Hide the key'}
            size="small"
            glyph={isHidden ? Eye : EyeOff}
            onClick={() => {
              setHidden(!isHidden);
            }}
          />
        }
        onChange={onEdit}
        slotProps={{
          input: {
            'aria-describedby': hintIdOf(fieldId),
            autoComplete: 'off',
            autoCapitalize: 'off',
            spellCheck: false,
          },
        }}
      />
    </FieldFrame>
  );
}
