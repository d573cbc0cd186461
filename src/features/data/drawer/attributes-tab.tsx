import { styled } from '@mui/material/styles';
import { FillTile } from '#ui/marks/fill-tile.tsx';
import { describeCell } from '#ui/grid/cell-view.ts';
import { COARSE } from '#ui/theme/surface.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import { useDesign, useView, useWorkbench } from '#state/react.tsx';
import { cellView } from '#features/data/cell-text.ts';
import type { OpenCell } from './use-open-cell.ts';

const Table = styled('table')({
  borderCollapse: 'collapse',
  fontSize: '0.8125rem',
  lineHeight: '20px',
  '& th, & td': {
    padding: '3px 10px 3px 0',
    borderBottom: `1px solid ${tokenVar('grid')}`,
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: 400,
  },
  '& td': { padding: '5px 10px 5px 0', overflowWrap: 'anywhere' },
  [COARSE]: { '& td': { paddingTop: 13 } },
  '& td:last-of-type': { color: tokenVar('ink-3'), fontSize: '0.75rem' },
});

const Name = styled('button')({
  display: 'inline-flex',
  gap: 8,
  padding: '2px 0',
  border: 0,
  background: 'none',
  font: 'inherit',
  fontWeight: 500,
  color: 'inherit',
  textAlign: 'left',
  cursor: 'pointer',
  '&:hover, &[aria-current=true]': { color: tokenVar('blue') },
  [COARSE]: { minHeight: 40, paddingTop: 10 },
});

const shownLength = 300;

/** Every cell of the row, helper columns included, with its state in words; a name opens its cell. */
export function AttributesTab({ open }: { readonly open: OpenCell }) {
  const { rows } = useWorkbench();
  const columns = useDesign((state) => state.design.columns);
  const { set } = useView((view) => view.actions);
  const show = (columnId: string): void => {
    set({ openCell: { row: open.row, columnId }, drawerTab: 'value' });
  };
  return (
    <Table aria-label={`Row ${open.row + 1}`}>
      <tbody>
        {columns.map((column) => {
          const cell = rows.cell(open.row, column.id);
          const view = cell && cellView(cell, column);
          const text = view?.text ?? '';
          return (
            <tr key={column.id}>
              <th scope="row">
                <Name
                  type="button"
                  aria-current={column.id === open.column.id}
                  onClick={() => show(column.id)}
                >
                  <FillTile fillKind={column.fill.kind} />
                  {column.name}
                </Name>
              </th>
              <td>{text.length > shownLength ? `${text.slice(0, shownLength)}…` : text}</td>
              <td>{describeCell(view) ?? ''}</td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
