import { styled } from '@mui/material/styles';
import { partsOf, type ExportOptions } from '#state/export-options.ts';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';

const Row = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))',
  gap: 12,
});

interface SplitFieldsProps {
  readonly options: ExportOptions;
  readonly onChange: (change: Partial<ExportOptions>) => void;
}

/** Whose shares the parts have, and the parts themselves where they are the user's own. */
export function SplitFields({ options, onChange }: SplitFieldsProps) {
  if (options.split === 'none') return null;
  const parts = partsOf(options);
  return (
    <Row>
      {options.split === 'own' && (
        <TextField
          label="Parts and shares"
          size="large"
          mono
          value={options.splitText}
          {...(parts.ok ? {} : { error: parts.error })}
          onChange={(splitText) => {
            onChange({ splitText });
          }}
        />
      )}
      <SelectField
        label="Same shares for every value of"
        size="large"
        value={options.splitBy}
        options={[
          { value: '', label: 'No column', secondary: 'rows by chance' },
          ...options.columns.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(splitBy) => {
          onChange({ splitBy });
        }}
      />
    </Row>
  );
}
