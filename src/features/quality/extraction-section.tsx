import { styled } from '@mui/material/styles';
import type { ExtractionMeasure } from '#core/design/extraction/extraction-report.ts';
import { useDataset, useDesign, useView } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Card } from '#ui/layout/card.tsx';
import { SectionHead } from '#ui/layout/section-head.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';

const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  fontVariantNumeric: 'tabular-nums',
  '& caption': { padding: '8px 6px 4px', textAlign: 'left', color: tokenVar('ink-2') },
  fontSize: '0.75rem',
  '& th, & td': {
    padding: '4px 6px',
    textAlign: 'right',
    fontWeight: 400,
    whiteSpace: 'nowrap',
  },
  '& th:first-of-type': { textAlign: 'left' },
  '& thead th': { color: tokenVar('ink-2'), fontSize: '0.75rem' },
  '& tbody tr': { borderTop: `1px solid ${tokenVar('line')}` },
});
const Scroller = styled('div')({ overflowX: 'auto' });
const Foot = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 4, padding: '4px 8px 8px' });

/** What was read back out of texts, field by field; nothing where no text is verified. */
export function ExtractionSection() {
  const extractions = useDataset((state) => state.summary?.extractions);
  const columns = useDesign((state) => state.design.columns);
  const read = columns.flatMap(({ id, name }) => {
    const measure = extractions?.[id];
    return measure === undefined || measure.rows === 0 ? [] : [{ id, name, measure }];
  });
  if (read.length === 0) return null;
  return (
    <section aria-label="Read back">
      <SectionHead title="Read back" count={read.length} />
      {read.map(({ id, name, measure }) => (
        <Card key={id}>
          <FieldTable name={name} measure={measure} />
          <Suspects rows={measure.suspects} />
        </Card>
      ))}
    </section>
  );
}

const percent = (share: number): string => `${(100 * share).toFixed(share === 1 ? 0 : 1)} %`;

interface FieldTableProps {
  readonly name: string;
  readonly measure: ExtractionMeasure;
}

function FieldTable({ name, measure }: FieldTableProps) {
  const { rows, exactRows, coverage, fields } = measure;
  return (
    <Scroller>
      <Table>
        <caption>
          {`${name}: ${exactRows.toLocaleString('en')} of ${rows.toLocaleString('en')} texts tell exactly what they were given. ${percent(coverage)} of the facts stand in them word for word.`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Precision</th>
            <th scope="col">Recall</th>
            <th scope="col">F1</th>
            <th scope="col">Missing</th>
            <th scope="col">Invented</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.name}>
              <th scope="row">{field.name}</th>
              <td>{percent(field.precision)}</td>
              <td>{percent(field.recall)}</td>
              <td>{percent(field.f1)}</td>
              <td>{field.missing.toLocaleString('en')}</td>
              <td>{field.invented.toLocaleString('en')}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Scroller>
  );
}

function Suspects({ rows }: { readonly rows: readonly number[] }) {
  const actions = useView((view) => view.actions);
  if (rows.length === 0) return null;
  return (
    <Foot>
      {rows.map((row) => (
        <Button
          key={row}
          tone="link"
          size="small"
          onClick={() => actions.set({ dataTab: 'rows', shownRow: row })}
        >
          {`Show row ${row + 1}`}
        </Button>
      ))}
    </Foot>
  );
}
