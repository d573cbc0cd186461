import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { FieldTable, FieldTableScroll } from '#features/designer/shared/field-table.ts';

const Table = styled(FieldTable)({
  width: '100%',
  '& td': { minWidth: 76, padding: '2px 6px 2px 0', verticalAlign: 'top' },
  '& td:last-of-type': { width: 28, minWidth: 0, paddingRight: 0 },
});

interface ToolTableProps {
  readonly label: string;
  readonly heads: readonly string[];
  /** The cells of each line; the last is what deletes it and has no head. */
  readonly rows: readonly (readonly ReactNode[])[];
}

/** Lines of fields under shared heads, scrolled sideways where the pane is narrow. */
export function ToolTable({ label, heads, rows }: ToolTableProps) {
  return (
    <FieldTableScroll>
      <Table aria-label={label}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <td aria-hidden />
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, place) => (
                <td key={place}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </FieldTableScroll>
  );
}
