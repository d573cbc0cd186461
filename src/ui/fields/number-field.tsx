import OutlinedInput from '@mui/material/OutlinedInput';
import { styled } from '@mui/material/styles';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { tokenVar } from '#ui/theme/tokens.ts';
import { describedBy, FieldFrame } from './field-frame.tsx';
import { FIELD_HEIGHTS, type FieldProps } from './field-props.ts';
import { type NumberLimits, type NumberReading, numberText, readNumber } from './number-draft.ts';

const Unit = styled('span')({ color: tokenVar('ink-3'), flexShrink: 0 });

interface NumberFieldProps extends FieldProps, NumberLimits {
  readonly value: number | undefined;
  /** Called for every valid number as it is typed; `undefined` only when the field is `optional`. */
  readonly onChange: (value: number | undefined) => void;
  readonly step?: number;
  readonly placeholder?: string;
  /** Drawn before and after the digits, such as "$" and "in". */
  readonly prefix?: ReactNode;
  readonly unit?: ReactNode;
}

interface Draft {
  readonly text: string;
  /** The outer value this draft was typed against; another outer value ends the draft. */
  readonly base: number | undefined;
  /** The browser could not read the text at all ("-", "1e") and reports it as empty. */
  readonly unreadable?: boolean;
}

function readDraft(draft: Draft, limits: NumberLimits): NumberReading {
  return readNumber(draft.unreadable === true ? '?' : draft.text, limits);
}

function useNumberDraft({ value, onChange, ...limits }: NumberFieldProps) {
  const [draft, setDraft] = useState<Draft | undefined>(undefined);
  const live = draft !== undefined && Object.is(draft.base, value) ? draft : undefined;
  const reading = live && readDraft(live, limits);

  function type(text: string, unreadable: boolean) {
    const read = readDraft({ text, base: value, unreadable }, limits);
    const committed = read.kind === 'value' ? read.value : undefined;
    setDraft({ text, base: read.kind === 'invalid' ? value : committed, unreadable });
    if (read.kind !== 'invalid' && !Object.is(committed, value)) onChange(committed);
  }

  return {
    text: live?.text ?? numberText(value),
    problem: reading?.kind === 'invalid' ? reading.message : undefined,
    isLive: live !== undefined,
    type,
    drop: () => setDraft(undefined),
  };
}

/** What cannot be read stays in the field with its reason; the last valid number stays in the design. */
export function NumberField(props: NumberFieldProps) {
  const { size = 'medium', prefix, unit } = props;
  const fieldId = useId();
  const draft = useNumberDraft(props);
  const error = props.error ?? draft.problem;

  function handleKey(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !draft.isLive) return;
    event.stopPropagation();
    draft.drop();
  }

  return (
    <FieldFrame {...props} error={error} fieldId={fieldId}>
      <OutlinedInput
        id={fieldId}
        type="number"
        value={draft.text}
        error={error !== undefined}
        disabled={props.disabled}
        placeholder={props.placeholder}
        startAdornment={prefix !== undefined && <Unit aria-hidden>{prefix}</Unit>}
        endAdornment={unit !== undefined && <Unit aria-hidden>{unit}</Unit>}
        style={{ height: FIELD_HEIGHTS[size] }}
        onChange={({ target }) => draft.type(target.value, target.validity.badInput)}
        onBlur={() => draft.problem === undefined && draft.drop()}
        onKeyDown={handleKey}
        slotProps={{
          input: {
            min: props.min,
            max: props.max,
            step: props.step ?? (props.integer ? 1 : 'any'),
            inputMode: props.integer ? 'numeric' : 'decimal',
            'aria-describedby': describedBy(fieldId, { ...props, error }),
          },
        }}
      />
    </FieldFrame>
  );
}
