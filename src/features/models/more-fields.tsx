import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { formatPath, type JsonPath } from '#core/base/diagnostic.ts';
import { deliveryOptions, unsaid } from '#state/delivery-words.ts';
import type { ModelDraft } from '#state/model-actions.ts';
import { NumberField } from '#ui/fields/number-field.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import type { ModelFormState } from './use-model-form.ts';

const More = styled('details')({
  '& summary': {
    width: 'fit-content',
    padding: '2px 4px',
    marginLeft: -4,
    borderRadius: 4,
    fontWeight: 500,
    color: tokenVar('ink-2'),
    cursor: 'pointer',
  },
  '& summary:focus-visible': { outline: `2px solid ${tokenVar('blue-line')}` },
});

const Fields = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
  gap: 12,
  marginTop: 12,
  '& > [data-wide]': { gridColumn: '1 / -1' },
  '@media (max-width: 599.95px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
});

const numberFields = [
  { key: 'temperature', label: 'Temperature', min: 0, max: 2, step: 0.1 },
  { key: 'topP', label: 'Top p', min: 0, max: 1, step: 0.05 },
  { key: 'maxTokens', label: 'Token limit', min: 1, integer: true },
] as const;

interface MoreFieldsProps {
  readonly form: ModelFormState;
  /** Place of the model in the design. */
  readonly path: JsonPath;
}

/** How the model shall answer: what is seldom changed, folded away until it is. */
export function MoreFields({ form, path }: MoreFieldsProps) {
  const { draft, problems, change } = form;
  const [isOpen, setOpen] = useState(isSet(draft));
  return (
    <More
      open={isOpen || problems.parameters !== undefined}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>More</summary>
      <Fields>
        <div data-wide>
          <SelectField
            label="Delivery"
            size="large"
            value={draft.delivery ?? unsaid}
            options={deliveryOptions('Automatic', 'the strictest the provider has')}
            hint="how rows are asked for; any form that comes is read"
            onChange={(choice) => {
              change({ delivery: choice === unsaid ? undefined : choice });
            }}
          />
        </div>
        {numberFields.map(({ key, ...field }) => (
          <NumberField
            key={key}
            {...field}
            size="large"
            optional
            value={draft[key]}
            onChange={(value) => {
              change({ [key]: value });
            }}
          />
        ))}
        <div data-wide data-path={formatPath([...path, 'parameters'])}>
          <TextArea
            label="Extra parameters"
            mono
            value={draft.parametersText ?? ''}
            error={problems.parameters}
            placeholder='{"seed": 7}'
            hint="JSON, passed on to the provider. What the model refuses is left out."
            onChange={(parametersText) => {
              change({ parametersText });
            }}
          />
        </div>
      </Fields>
    </More>
  );
}

function isSet({
  delivery,
  temperature,
  topP,
  maxTokens,
  parametersText = '',
}: ModelDraft): boolean {
  return (
    [delivery, temperature, topP, maxTokens].some((value) => value !== undefined) ||
    parametersText !== ''
  );
}
