import { styled } from '@mui/material/styles';
import { tokenVar } from '#ui/theme/tokens.ts';

const Scroller = styled('div')({ height: '100%', overflow: 'auto' });

const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  fontVariantNumeric: 'tabular-nums',
  '& th': {
    position: 'sticky',
    top: 0,
    backgroundColor: tokenVar('sheet'),
    color: tokenVar('ink-2'),
    fontSize: '0.6875rem',
    fontWeight: 500,
  },
  '& th, & td': {
    height: 25,
    padding: '0 8px',
    textAlign: 'left',
    borderBottom: `1px solid ${tokenVar('grid')}`,
  },
  '& [data-number]': { textAlign: 'right' },
});

export interface TableView {
  readonly head: readonly { readonly label: string; readonly isNumber?: boolean }[];
  /** Written when somebody opens the table: a text for every point is dear, and few ask for them. */
  readonly rows: () => readonly (readonly string[])[];
}

interface DataTableProps {
  readonly table: TableView;
  readonly caption: string;
  readonly height?: number;
}

/** What a chart draws, as text. */
export function DataTable({ table, caption, height }: DataTableProps) {
  return (
    <Scroller tabIndex={0} role="region" aria-label={caption} style={{ height }}>
      <Table aria-label={caption}>
        <thead>
          <tr>
            {table.head.map(({ label, isNumber = false }) => (
              <th key={label} scope="col" data-number={isNumber || undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows().map((cells, row) => (
            <tr key={row}>
              {cells.map((text, at) => (
                <td key={at} data-number={table.head[at]?.isNumber === true || undefined}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Scroller>
  );
}
