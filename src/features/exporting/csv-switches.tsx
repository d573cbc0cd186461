import { styled } from '@mui/material/styles';
import type { ExportOptions } from '#state/export-options.ts';
import { CheckboxField } from '#ui/fields/checkbox-field.tsx';

const Switches = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: '4px 20px' });

interface CsvSwitchesProps {
  readonly options: ExportOptions;
  readonly onChange: (change: Partial<ExportOptions>) => void;
}

/** What spreadsheets differ in. */
export function CsvSwitches({ options, onChange }: CsvSwitchesProps) {
  return (
    <Switches>
      <CheckboxField
        label="Windows line endings"
        checked={options.lineEnding === '\r\n'}
        onChange={(isOn) => {
          onChange({ lineEnding: isOn ? '\r\n' : '\n' });
        }}
      />
      <CheckboxField
        label="Byte order mark"
        secondary="for Excel"
        checked={options.byteOrderMark}
        onChange={(byteOrderMark) => {
          onChange({ byteOrderMark });
        }}
      />
      <CheckboxField
        label="Spreadsheet-safe"
        secondary="disarms formulas"
        checked={options.spreadsheetSafe}
        onChange={(spreadsheetSafe) => {
          onChange({ spreadsheetSafe });
        }}
      />
    </Switches>
  );
}
