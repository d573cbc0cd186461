import { styled } from '@mui/material/styles';
import { Button } from '#ui/actions/button.tsx';
import { Card } from '#ui/layout/card.tsx';
import { SectionHead } from '#ui/layout/section-head.tsx';
import { FillTile } from '#ui/marks/fill-tile.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { useDesign, useView } from '#state/react.tsx';
import { diversityWords } from './diversity-words.ts';
import { useDiversity } from './use-diversity.ts';

const Line = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '2px 8px',
  minHeight: 36,
  padding: '4px 12px',
  '& + &': { borderTop: `1px solid ${tokenVar('line')}` },
});
const Words = styled('span')({ flex: 1 });
// A line of its own: the card is narrow, and the name and the button need the first.
const Quiet = styled('span')({
  width: '100%',
  color: tokenVar('ink-2'),
  fontVariantNumeric: 'tabular-nums',
});

export interface CellsOfColumn {
  readonly columnId: string;
  readonly rows: readonly number[];
}

interface VarietySectionProps {
  /** Has a model write these cells again; without it the section does not offer it. */
  readonly onFix?: ((cells: CellsOfColumn) => void) | undefined;
}

/** What repeats in the texts that models wrote; nothing where there are none. */
export function VarietySection({ onFix }: VarietySectionProps) {
  const columns = useDesign((state) => state.design.columns);
  const actions = useView((view) => view.actions);
  const diversity = useDiversity();
  const measured = columns.filter(({ id }) => (diversity[id]?.count ?? 0) > 0);
  if (measured.length === 0) return null;
  return (
    <section aria-label="Variety of texts">
      <SectionHead title="Variety of texts" count={measured.length} />
      <Card>
        {measured.map(({ id, name, fill }) => {
          const found = diversity[id];
          const repeats = [...new Set(found?.pairs.map(({ row }) => row))];
          const [repeat] = repeats;
          return (
            <Line key={id}>
              <FillTile fillKind={fill.kind} />
              <Words>{name}</Words>
              {repeat !== undefined && (
                <Button
                  tone="link"
                  size="small"
                  onClick={() => actions.set({ dataTab: 'rows', shownRow: repeat })}
                >
                  Show row {repeat + 1}
                </Button>
              )}
              {onFix !== undefined && repeat !== undefined && (
                <Button
                  tone="link"
                  size="small"
                  name={`Write ${repeats.length} again: ${name}`}
                  onClick={() => onFix({ columnId: id, rows: repeats })}
                >
                  Write {repeats.length} again
                </Button>
              )}
              <Quiet>{found === undefined ? '' : diversityWords(found)}</Quiet>
            </Line>
          );
        })}
      </Card>
    </section>
  );
}
