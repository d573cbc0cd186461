import { partsOf, type ExportOptions } from '#state/export-options.ts';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';

interface SplitFieldsProps {
  readonly options: ExportOptions;
  readonly onChange: (change: Partial<ExportOptions>) => void;
}

/** Of which column every value has as many rows or the same shares, and the parts where they are the user's own. */
export function SplitFields({ options, onChange }: SplitFieldsProps) {
  const parts = partsOf(options);
  const columns = options.columns.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <SelectField
        label="Balance by"
        size="large"
        value={options.balanceBy}
        options={[{ value: '', label: 'No column', secondary: 'every row' }, ...columns]}
        onChange={(balanceBy) => {
          onChange({ balanceBy });
        }}
      />
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
      {options.split !== 'none' && (
        <SelectField
          label="Same shares for every value of"
          size="large"
          value={options.splitBy}
          options={[{ value: '', label: 'No column', secondary: 'rows by chance' }, ...columns]}
          onChange={(splitBy) => {
            onChange({ splitBy });
          }}
        />
      )}
    </>
  );
}
