import { styled } from '@mui/material/styles';
import {
  canNest,
  exportFileName,
  isSheet,
  isText,
  partsOf,
  type ExportOptions,
} from '#state/export-options.ts';
import { useDataset, useDesign } from '#state/react.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { ColumnFields } from './column-fields.tsx';
import { CsvSwitches } from './csv-switches.tsx';
import { ExportNotes } from './export-notes.tsx';
import { FilePicture } from './file-picture.tsx';
import { LayoutFields } from './layout-fields.tsx';
import { SplitFields } from './split-fields.tsx';
import type { FilePreview } from './use-file-preview.ts';

const Form = styled('div')({ display: 'flex', flexDirection: 'column', gap: 14 });

const Row = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))',
  gap: 12,
});

const splitOptions = [
  { value: 'none', label: 'One file' },
  { value: 'train-test', label: 'Train 80, test 20' },
  { value: 'train-test-small', label: 'Train 90, test 10' },
  { value: 'train-validation-test', label: 'Train 80, validation 10, test 10' },
  { value: 'own', label: 'Own parts' },
] as const;

const layoutOptions = [
  { value: 'columns', label: 'Columns', secondary: 'one field each' },
  { value: 'messages', label: 'Messages', secondary: 'to train chat models' },
  { value: 'sharegpt', label: 'ShareGPT', secondary: 'human and gpt' },
  { value: 'alpaca', label: 'Alpaca', secondary: 'instruction, input, output' },
] as const;

interface ExportFormProps {
  readonly options: ExportOptions;
  readonly preview: FilePreview | undefined;
  readonly isToDisk: boolean;
  readonly onChange: (options: ExportOptions) => void;
}

export function ExportForm({ options, preview, isToDisk, onChange }: ExportFormProps) {
  const name = useDesign((state) => state.design.name);
  const finished = useDataset((state) => state.summary?.finishedRows ?? 0);
  const total = useDataset((state) => state.summary?.rowCount ?? 0);
  const parts = partsOf(options);
  const firstPart = parts.ok ? parts.value?.[0]?.name : undefined;
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
            { value: 'json', label: 'JSON', secondary: 'one array' },
            { value: 'tsv', label: 'TSV', secondary: 'tabs in place of commas' },
            { value: 'parquet', label: 'Parquet', secondary: 'typed columns' },
            { value: 'sql', label: 'SQL', secondary: 'a table and its rows' },
            { value: 'xml', label: 'XML', secondary: 'an element each' },
          ]}
          onChange={(format) => {
            change({ format });
          }}
        />
        {canNest(options.format) && (
          <SelectField
            label="Layout"
            size="large"
            value={options.layout}
            options={layoutOptions}
            onChange={(layout) => {
              change({ layout });
            }}
          />
        )}
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
        <SelectField
          label="Split"
          size="large"
          value={options.split}
          options={splitOptions}
          onChange={(split) => {
            change({ split });
          }}
        />
        <SplitFields options={options} onChange={change} />
      </Row>
      <LayoutFields options={options} onChange={change} />
      <ColumnFields options={options} onChange={change} />
      {isSheet(options.format) && <CsvSwitches options={options} onChange={change} />}
      <FilePicture
        preview={preview}
        name={exportFileName(name, options.format, firstPart)}
        isText={isText(options.format)}
        rows={options.rows}
        isToDisk={isToDisk}
      />
      <ExportNotes options={options} preview={preview} />
    </Form>
  );
}
