import { styled } from '@mui/material/styles';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { useState } from 'react';
import type { ChosenColumn } from '#state/export-options.ts';
import { Button } from '#ui/actions/button.tsx';
import { TextField } from '#ui/fields/text-field.tsx';

/** Its words stand under those of the fields above. */
const Edge = styled('div')({ marginLeft: -8 });

const Fields = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))',
  gap: '8px 12px',
  marginTop: 6,
});

interface RenameFieldsProps {
  readonly columns: readonly ChosenColumn[];
  readonly onChange: (columns: readonly ChosenColumn[]) => void;
}

/** What columns are called in the file; the design keeps its names. */
export function RenameFields({ columns, onChange }: RenameFieldsProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <Edge>
        <Button
          tone="ghost"
          size="small"
          glyph={isOpen ? ChevronDown : ChevronRight}
          expanded={isOpen}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          Names in the file
        </Button>
      </Edge>
      {isOpen && (
        <Fields>
          {columns.map((column, index) =>
            column.isChosen ? (
              <TextField
                key={column.id}
                label={column.name}
                placeholder={column.name}
                value={column.fileName ?? ''}
                onChange={(fileName) => {
                  onChange(columns.with(index, { ...column, fileName }));
                }}
              />
            ) : null,
          )}
        </Fields>
      )}
    </div>
  );
}
