import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { tokenVar } from '#ui/theme/tokens.ts';

const Scroll = styled('div')({ overflowX: 'auto', margin: '0 -4px', padding: '0 4px' });

const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  '& th': {
    padding: '0 8px 4px 0',
    color: tokenVar('ink-3'),
    fontSize: '0.6875rem',
    fontWeight: 500,
    textAlign: 'left',
    whiteSpace: 'nowrap',
  },
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
    <Scroll>
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
    </Scroll>
  );
}
