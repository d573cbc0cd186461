import { styled } from '@mui/material/styles';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { CheckboxChip } from '#ui/fields/checkbox-chip.tsx';
import { moveColumn, type ChosenColumn } from '#state/export-options.ts';

const moverWidth = 24;

const Chips = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: `6px ${moverWidth}px` });

const Entry = styled('span')({ position: 'relative', display: 'inline-flex' });

/** Stands in the gap beside its chip, so that nothing moves when it appears, and can always be focused. */
const Mover = styled('span')({
  position: 'absolute',
  top: 1,
  opacity: 0,
  ':hover > &, :focus-within > &': { opacity: 1, zIndex: 1 },
  '&[data-side=left]': { right: '100%' },
  '&[data-side=right]': { left: '100%' },
});

interface ColumnChoiceProps {
  readonly columns: readonly ChosenColumn[];
  readonly onChange: (columns: readonly ChosenColumn[]) => void;
}

/** Columns as chips: checked ones are exported, arrows move them. */
export function ColumnChoice({ columns, onChange }: ColumnChoiceProps) {
  return (
    <Chips>
      {columns.map((column, index) => (
        <Entry key={column.id}>
          <Mover data-side="left">
            <IconButton
              label={`Move ${column.name} left`}
              size="small"
              glyph={ChevronLeft}
              disabled={index === 0}
              onClick={() => {
                onChange(moveColumn(columns, index, -1));
              }}
            />
          </Mover>
          <CheckboxChip
            label={column.name}
            checked={column.isChosen}
            onChange={(isChosen) => {
              onChange(columns.with(index, { ...column, isChosen }));
            }}
          />
          <Mover data-side="right">
            <IconButton
              label={`Move ${column.name} right`}
              size="small"
              glyph={ChevronRight}
              disabled={index === columns.length - 1}
              onClick={() => {
                onChange(moveColumn(columns, index, 1));
              }}
            />
          </Mover>
        </Entry>
      ))}
    </Chips>
  );
}
