import OutlinedInput from '@mui/material/OutlinedInput';
import { styled } from '@mui/material/styles';
import { useId, useRef, type ReactNode } from 'react';
import { describedBy, FieldFrame } from '#ui/fields/field-frame.tsx';
import type { FieldProps } from '#ui/fields/field-props.ts';
import { ColumnChip } from '#ui/marks/column-chip.tsx';
import { FONT_MONO } from '#ui/theme/font-families.ts';
import { CompletionList, optionId } from './completion-list.tsx';
import type { ReferenceOption } from './reference-completion.ts';
import { useCompletion } from './use-completion.ts';

const Mono = styled(OutlinedInput)({
  '&[data-mono=true]': { fontFamily: FONT_MONO, fontSize: '0.75rem' },
});

const Chips = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 4, marginTop: 5 });

const ChipButton = styled('button')({
  display: 'inline-flex',
  alignItems: 'center',
  minHeight: 24,
  maxWidth: 170,
  padding: '0 1px',
  border: 0,
  borderRadius: 5,
  background: 'none',
  cursor: 'pointer',
  '@media (pointer: coarse)': { minHeight: 40 },
});

interface TemplateFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly ReferenceOption[];
  readonly placeholder?: string;
  readonly minRows?: number;
  readonly mono?: boolean;
  /** Drawn between the text and the chips. */
  readonly children?: ReactNode;
}

/** Text with references: names are offered behind `{{`, and a chip writes one at the caret. */
export function TemplateField(props: TemplateFieldProps) {
  const { value, options, minRows = 2, mono = false, error } = props;
  const fieldId = useId();
  const listId = `${fieldId}-columns`;
  const input = useRef<HTMLTextAreaElement>(null);
  const state = useCompletion({ input, value, options, onChange: props.onChange });
  const { completion, activeIndex } = state;
  const popup =
    completion === undefined
      ? {}
      : { 'aria-controls': listId, 'aria-activedescendant': optionId(listId, activeIndex) };
  return (
    <FieldFrame {...props} fieldId={fieldId}>
      <Mono
        multiline
        id={fieldId}
        data-mono={mono}
        value={value}
        minRows={minRows}
        maxRows={14}
        error={error !== undefined}
        placeholder={props.placeholder ?? ''}
        inputRef={input}
        onChange={({ target }) =>
          state.handleText(target.value, target.selectionStart ?? target.value.length)
        }
        onBlur={state.close}
        onKeyDown={state.handleKey}
        slotProps={{
          input: {
            'aria-autocomplete': 'list',
            'aria-describedby': describedBy(fieldId, props),
            onSelect: (event) =>
              state.handleCaret((event.target as HTMLTextAreaElement).selectionStart),
            ...popup,
          },
        }}
      />
      {completion !== undefined && (
        <CompletionList
          id={listId}
          anchor={input}
          options={completion.options}
          activeIndex={activeIndex}
          onPick={state.pick}
        />
      )}
      {props.children}
      <ReferenceChips options={options} onInsert={state.insert} />
    </FieldFrame>
  );
}

interface ReferenceChipsProps {
  readonly options: readonly ReferenceOption[];
  readonly onInsert: (name: string) => void;
}

function ReferenceChips({ options, onInsert }: ReferenceChipsProps) {
  const columns = options.filter(({ note }) => note !== 'attribute');
  if (columns.length === 0) return null;
  return (
    <Chips role="group" aria-label="Insert a column">
      {columns.map(({ name, fillKind }) => (
        <ChipButton
          key={name}
          type="button"
          aria-label={`Insert ${name}`}
          // The caret must stay where it is.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onInsert(name)}
        >
          <ColumnChip name={name} fillKind={fillKind} withGlyph />
        </ChipButton>
      ))}
    </Chips>
  );
}
