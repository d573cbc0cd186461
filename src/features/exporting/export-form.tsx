import { styled } from '@mui/material/styles';
import { exportFileName, type ExportOptions } from '#state/export-options.ts';
import { useDataset, useDesign } from '#state/react.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { ColumnChoice } from './column-choice.tsx';
import { CsvSwitches } from './csv-switches.tsx';
import { ExportNotes } from './export-notes.tsx';
import { FilePicture } from './file-picture.tsx';
import { useFilePreview } from './use-file-preview.ts';

const Form = styled('div')({ display: 'flex', flexDirection: 'column', gap: 14 });

const Row = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))',
  gap: 12,
});

const Group = styled('fieldset')({
  margin: 0,
  padding: 0,
  border: 0,
  '& legend': {
    padding: 0,
    marginBottom: 4,
    fontSize: '0.75rem',
    fontWeight: 500,
    color: tokenVar('ink-2'),
  },
});

interface ExportFormProps {
  readonly options: ExportOptions;
  readonly onChange: (options: ExportOptions) => void;
}

export function ExportForm({ options, onChange }: ExportFormProps) {
  const name = useDesign((state) => state.design.name);
  const finished = useDataset((state) => state.summary?.finishedRows ?? 0);
  const total = useDataset((state) => state.summary?.rowCount ?? 0);
  const preview = useFilePreview(options);
  const change = (next: Partial<ExportOptions>) => {
    onChange({ ...options, ...next });
  };
  return (
    <Form>
      <Row>
        <SelectField
          label="Format"
          size="large"
          value={options.format}
          options={[
            { value: 'jsonl', label: 'JSONL', secondary: 'one row per line' },
            { value: 'csv', label: 'CSV', secondary: 'for spreadsheets' },
          ]}
          onChange={(format) => {
            change({ format });
          }}
        />
        <SelectField
          label="Which rows"
          size="large"
          value={options.rows}
          options={[
            { value: 'finished', label: `Finished, ${finished.toLocaleString('en')}` },
            { value: 'all', label: `All, ${total.toLocaleString('en')}` },
          ]}
          onChange={(rows) => {
            change({ rows });
          }}
        />
      </Row>
      <Group>
        <legend>Columns, in this order</legend>
        <ColumnChoice
          columns={options.columns}
          onChange={(columns) => {
            change({ columns });
          }}
        />
      </Group>
      {options.format === 'csv' && <CsvSwitches options={options} onChange={change} />}
      <FilePicture preview={preview} name={exportFileName(name, options.format)} />
      <ExportNotes options={options} preview={preview} />
    </Form>
  );
}
