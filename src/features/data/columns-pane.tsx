import { styled } from '@mui/material/styles';
import type { Column } from '#core/design/design.ts';
import { CheckboxField } from '#ui/fields/checkbox-field.tsx';
import { PopPane } from '#ui/layout/pop-pane.tsx';

const List = styled('div')({
  display: 'grid',
  gap: 6,
  minWidth: 200,
  maxHeight: 420,
  overflow: 'auto',
  padding: 12,
});

interface ColumnsPaneProps {
  readonly anchor: HTMLElement;
  readonly columns: readonly Column[];
  readonly hidden: readonly string[];
  readonly onChange: (hidden: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Which columns the grid shows. */
export function ColumnsPane({ anchor, columns, hidden, onChange, onClose }: ColumnsPaneProps) {
  return (
    <PopPane label="Columns shown" anchor={anchor} onClose={onClose}>
      <List>
        {columns.map(({ id, name }) => (
          <CheckboxField
            key={id}
            label={name}
            checked={!hidden.includes(id)}
            onChange={(isShown) =>
              onChange(isShown ? hidden.filter((one) => one !== id) : [...hidden, id])
            }
          />
        ))}
      </List>
    </PopPane>
  );
}
