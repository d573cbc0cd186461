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

/** What repeats in the texts that models wrote; nothing where there are none. */
export function VarietySection() {
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
          const repeat = found?.pairs[0]?.row;
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
              <Quiet>{found === undefined ? '' : diversityWords(found)}</Quiet>
            </Line>
          );
        })}
      </Card>
    </section>
  );
}
