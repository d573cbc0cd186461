import { styled } from '@mui/material/styles';
import { FillTile } from '#ui/marks/fill-tile.tsx';
import { describeCell } from '#ui/grid/cell-view.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import { useDesign, useWorkbench } from '#state/react.tsx';
import { cellView } from '#features/data/cell-text.ts';
import type { OpenCell } from './use-open-cell.ts';

const Table = styled('table')({
  borderCollapse: 'collapse',
  fontSize: '0.8125rem',
  lineHeight: '20px',
  '& th, & td': {
    padding: '5px 10px 5px 0',
    borderBottom: `1px solid ${tokenVar('grid')}`,
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: 400,
  },
  '& th > span': { display: 'inline-flex', gap: 8, fontWeight: 500 },
  '& td': { overflowWrap: 'anywhere' },
  '& td:last-of-type': { color: tokenVar('ink-3'), fontSize: '0.75rem' },
});

const shownLength = 300;

/** Every cell of the row, helper columns included, with its state in words. */
export function AttributesTab({ open }: { readonly open: OpenCell }) {
  const { rows } = useWorkbench();
  const columns = useDesign((state) => state.design.columns);
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
                <span>
                  <FillTile fillKind={column.fill.kind} />
                  {column.name}
                </span>
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
