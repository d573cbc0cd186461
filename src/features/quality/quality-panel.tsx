import { styled } from '@mui/material/styles';
import type { ConstraintMeasure } from '#core/analysis/constraint-measure.ts';
import type { Constraint } from '#core/design/constraint.ts';
import { constraintSentence } from '#core/design/sentence.ts';
import { Button } from '#ui/actions/button.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { Card } from '#ui/layout/card.tsx';
import { SectionHead } from '#ui/layout/section-head.tsx';
import { FillTile } from '#ui/marks/fill-tile.tsx';
import { Tag, type TagTone } from '#ui/marks/tag.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { useDataset, useDesign, useView } from '#state/react.tsx';
import { VarietySection } from './variety-section.tsx';
import { profileWords } from './profile-words.ts';

const Scroller = styled('div')({
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  padding: '8px 16px 16px',
});

const Line = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 36,
  padding: '4px 12px',
  '& + &': { borderTop: `1px solid ${tokenVar('line')}` },
});

const Words = styled('span')({ flex: 1, minWidth: 0 });
const Quiet = styled('span')({ color: tokenVar('ink-2'), fontVariantNumeric: 'tabular-nums' });

/** Every rule with what was measured, and every column in a few numbers. */
export function QualityPanel() {
  const design = useDesign((state) => state.design);
  const summary = useDataset((state) => state.summary);
  if (summary === undefined || summary.rowCount === 0)
    return <EmptyState title="No rows to measure yet" />;
  return (
    <Scroller>
      <SectionHead title="Rules" count={design.constraints.length} />
      <Card>
        {design.constraints.map((constraint) => (
          <RuleLine
            key={constraint.id}
            constraint={constraint}
            measure={summary.measures[constraint.id]}
          />
        ))}
        {design.constraints.length === 0 && <Line>This design has no rules.</Line>}
      </Card>
      <VarietySection />
      <SectionHead title="Columns" count={design.columns.length} />
      <Card>
        {design.columns.map((column) => {
          const profile = summary.profiles[column.id];
          return (
            <Line key={column.id}>
              <FillTile fillKind={column.fill.kind} />
              <Words>{column.name}</Words>
              <Quiet>{profile === undefined ? '' : profileWords(profile)}</Quiet>
            </Line>
          );
        })}
      </Card>
    </Scroller>
  );
}

interface RuleLineProps {
  readonly constraint: Constraint;
  readonly measure: ConstraintMeasure | undefined;
}

function RuleLine({ constraint, measure }: RuleLineProps) {
  const design = useDesign((state) => state.design);
  const actions = useView((view) => view.actions);
  const firstBroken = measure?.brokenRows[0];
  return (
    <Line>
      <Words>{constraintSentence(constraint, design)}</Words>
      {firstBroken !== undefined && (
        <Button
          tone="link"
          size="small"
          onClick={() => {
            actions.set({ dataTab: 'rows', shownRow: firstBroken });
          }}
        >
          Show row {firstBroken + 1}
        </Button>
      )}
      <Tag tone={toneOf(constraint, measure)} ticked={measure?.verdict === 'holds'}>
        {measure?.label ?? 'no rows yet'}
      </Tag>
    </Line>
  );
}

function toneOf(constraint: Constraint, measure: ConstraintMeasure | undefined): TagTone {
  if (measure === undefined || measure.verdict === 'no-rows') return 'plain';
  if (measure.verdict === 'holds') return 'ok';
  return constraint.severity === 'must' ? 'bad' : 'warn';
}
