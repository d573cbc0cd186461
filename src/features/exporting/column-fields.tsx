import { styled } from '@mui/material/styles';
import { layoutOf, type ChosenColumn, type ExportOptions } from '#state/export-options.ts';
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

const Chips = styled('span')({ display: 'flex', flexWrap: 'wrap', gap: 6 });

interface ColumnFieldsProps {
  readonly options: ExportOptions;
  readonly onChange: (change: Partial<ExportOptions>) => void;
}

/** Which columns the file has, in which order and under which names, and whether it says where rows came from. */
export function ColumnFields({ options, onChange }: ColumnFieldsProps) {
  const change = (columns: readonly ChosenColumn[]): void => {
    onChange({ columns });
  };
  const areWritten = layoutOf(options) === undefined || options.keepsOthers;
  return (
    <Group>
      <legend>{areWritten ? 'Columns, in this order' : 'Beside the conversation'}</legend>
      {areWritten && <ColumnChoice columns={options.columns} onChange={change} />}
      <Below>
        <Chips>
          {layoutOf(options) !== undefined && (
            <CheckboxChip
              label="Other columns"
              secondary="behind the conversation"
              checked={options.keepsOthers}
              onChange={(keepsOthers) => {
                onChange({ keepsOthers });
              }}
            />
          )}
          <CheckboxChip
            label="Provenance"
            secondary="row, seed, provider, model, request"
            checked={options.hasProvenance}
            onChange={(hasProvenance) => {
              onChange({ hasProvenance });
            }}
          />
        </Chips>
        {areWritten && <RenameFields columns={options.columns} onChange={change} />}
      </Below>
    </Group>
  );
}
