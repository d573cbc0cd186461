import { styled } from '@mui/material/styles';
import type { ChosenColumn, ExportOptions } from '#state/export-options.ts';
import { CheckboxChip } from '#ui/fields/checkbox-chip.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { ColumnChoice } from './column-choice.tsx';
import { RenameFields } from './rename-fields.tsx';

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

const Below = styled('div')({ display: 'flex', flexDirection: 'column', gap: 4, marginTop: 6 });

interface ColumnFieldsProps {
  readonly options: ExportOptions;
  readonly onChange: (change: Partial<ExportOptions>) => void;
}

/** Which columns the file has, in which order and under which names, and whether it says where rows came from. */
export function ColumnFields({ options, onChange }: ColumnFieldsProps) {
  const change = (columns: readonly ChosenColumn[]): void => {
    onChange({ columns });
  };
  return (
    <Group>
      <legend>Columns, in this order</legend>
      <ColumnChoice columns={options.columns} onChange={change} />
      <Below>
        <span>
          <CheckboxChip
            label="Provenance"
            secondary="row, seed, provider, model, request"
            checked={options.hasProvenance}
            onChange={(hasProvenance) => {
              onChange({ hasProvenance });
            }}
          />
        </span>
        <RenameFields columns={options.columns} onChange={change} />
      </Below>
    </Group>
  );
}
