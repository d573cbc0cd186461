import { styled } from '@mui/material/styles';
import X from 'lucide-react/icons/x';
import type { RowFilter } from '#core/rows/row-query.ts';
import { everyRow, isEveryRow } from '#core/rows/row-query.ts';
import { Button } from '#ui/actions/button.tsx';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { useDataset, useDesign, useView } from '#state/react.tsx';

const Line = styled('div')({
  display: 'flex',
  alignItems: 'center',
  flexWrap: 'wrap',
  gap: 8,
  minHeight: 34,
  padding: '2px 16px',
  borderBottom: `1px solid ${tokenVar('line')}`,
  color: tokenVar('ink-2'),
  fontSize: '0.75rem',
});

const Chip = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 2,
  paddingLeft: 8,
  borderRadius: 5,
  backgroundColor: tokenVar('hover'),
  color: tokenVar('ink'),
});

/** What the grid leaves out, in words, and the way back. */
export function QueryLine({ shownRows }: { readonly shownRows: number }) {
  const query = useView((view) => view.query);
  const { set } = useView((view) => view.actions);
  const columns = useDesign((state) => state.design.columns);
  const total = useDataset((state) => state.summary?.rowCount ?? 0);
  if (isEveryRow({ ...query, sort: undefined })) return null;
  const nameOf = (id: string | undefined) => columns.find((column) => column.id === id)?.name ?? '';
  return (
    <Line role="group" aria-label="Row filter">
      <span role="status" aria-label="Rows shown">
        {shownRows.toLocaleString('en')} of {total.toLocaleString('en')} rows
      </span>
      {query.filters.map((filter, index) => {
        const words = filterWords(filter, nameOf(filter.columnId));
        return (
          <Chip key={index}>
            {words}
            <IconButton
              size="small"
              label={`Remove filter ${words}`}
              glyph={X}
              onClick={() =>
                set({ query: { ...query, filters: query.filters.toSpliced(index, 1) } })
              }
            />
          </Chip>
        );
      })}
      <Button
        tone="link"
        size="small"
        onClick={() => set({ query: { ...everyRow, sort: query.sort } })}
      >
        Show all rows
      </Button>
    </Line>
  );
}

function filterWords(filter: RowFilter, name: string): string {
  switch (filter.kind) {
    case 'contains':
      return `${name} contains “${filter.text}”`;
    case 'one-of':
      return `${name} is ${[...new Set(filter.values.map(String))].join(' or ')}`;
    case 'range': {
      const { low, high, label } = filter;
      if (label !== undefined) return label;
      if (low === undefined) return `${name} up to ${high ?? ''}`;
      return high === undefined ? `${name} from ${low}` : `${name} ${low} to ${high}`;
    }
    case 'rows':
      return filter.label;
    case 'state':
      return filter.states.join(' or ');
  }
}
