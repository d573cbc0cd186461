import { styled } from '@mui/material/styles';
import { layoutOf, type ExportOptions, type TurnPart } from '#state/export-options.ts';
import { SelectField } from '#ui/fields/select-field.tsx';

const Row = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
  gap: 12,
});

const labels: Readonly<Record<TurnPart, string>> = {
  conversation: 'Conversation',
  system: 'System',
  user: 'User',
  input: 'Input',
  assistant: 'Assistant',
};

interface LayoutFieldsProps {
  readonly options: ExportOptions;
  readonly onChange: (change: Partial<ExportOptions>) => void;
}

/** Which columns speak, where rows leave as conversations. */
export function LayoutFields({ options, onChange }: LayoutFieldsProps) {
  if (layoutOf(options) === undefined) return null;
  const { parts } = options;
  const choose = (part: TurnPart, id: string): void => {
    const { [part]: _before, ...others } = parts;
    onChange({ parts: id === '' ? others : { ...others, [part]: id } });
  };
  return (
    <Row role="group" aria-label="Who speaks">
      {partsAsked(options).map((part) => (
        <SelectField
          key={part}
          label={labels[part]}
          size="large"
          value={parts[part] ?? ''}
          options={columnsFor(part, options)}
          {...(isMissing(part, options) ? { error: 'Choose a column' } : {})}
          onChange={(id) => {
            choose(part, id);
          }}
        />
      ))}
    </Row>
  );
}

/** A whole conversation where a column can hold one; the sides that speak where none is chosen. */
function partsAsked({ layout, parts, columns }: ExportOptions): readonly TurnPart[] {
  const whole = ['conversation'] as const;
  if (parts.conversation !== undefined) return whole;
  const sides = [
    'system',
    'user',
    ...(layout === 'alpaca' ? (['input'] as const) : []),
    'assistant',
  ] as const;
  return columns.some(({ isNested }) => isNested) ? [...whole, ...sides] : sides;
}

function columnsFor(part: TurnPart, { parts, columns }: ExportOptions) {
  const isWhole = part === 'conversation';
  const able = columns.filter(({ id, isNested }) => !isWhole || isNested || parts[part] === id);
  return [
    { value: '', label: isWhole ? 'Put together' : 'No column' },
    ...able.map(({ id, name }) => ({ value: id, label: name })),
  ];
}

function isMissing(part: TurnPart, { parts }: ExportOptions): boolean {
  return (part === 'user' || part === 'assistant') && parts[part] === undefined;
}
