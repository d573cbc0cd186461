import { styled } from '@mui/material/styles';
import type { Copula } from '#core/design/copula.ts';
import type { Column } from '#core/design/design.ts';
import { NumberField } from '#ui/fields/number-field.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { withCorrelation } from './change-copula.ts';

const Table = styled('table')({
  borderCollapse: 'collapse',
  '& th': {
    padding: '0 8px 2px 0',
    color: tokenVar('ink-3'),
    fontSize: '0.6875rem',
    fontWeight: 500,
    textAlign: 'left',
  },
  '& td': { padding: '2px 8px 2px 0', width: 72 },
});

interface MatrixTableProps {
  readonly copula: Copula;
  readonly columns: readonly Column[];
  readonly onChange: (copula: Copula, typing?: string) => void;
}

/** The lower triangle of the matrix; the other half mirrors it. */
export function MatrixTable({ copula, columns, onChange }: MatrixTableProps) {
  const names = copula.columns.map((id) => columns.find((column) => column.id === id)?.name ?? id);
  return (
    <Table aria-label="Correlations">
      <thead>
        <tr>
          <td />
          {names.slice(0, -1).map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {names.slice(1).map((name, above) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {names.slice(0, above + 1).map((other, column) => (
              <td key={other}>
                <NumberField
                  label={`Correlation of ${name} and ${other}`}
                  labelAt="hidden"
                  min={-1}
                  max={1}
                  step={0.05}
                  value={copula.matrix[above + 1]?.[column]}
                  onChange={(value = 0) =>
                    onChange(
                      withCorrelation(copula, [above + 1, column], value),
                      `${copula.id}.${above + 1}.${column}`,
                    )
                  }
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
