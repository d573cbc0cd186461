import Plus from 'lucide-react/icons/plus';
import type { Combination } from '#core/design/combination.ts';
import { useDesign } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Card } from '#ui/layout/card.tsx';
import { SectionHead } from '#ui/layout/section-head.tsx';
import { Caption, EditorBody } from '#features/designer/shared/layout.ts';
import { useEdit } from '#features/designer/shared/use-edit.ts';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import { attributesOf, freeCombination } from './attributes.ts';
import { CombinationTable } from './combination-table.tsx';
import { RealShares } from './real-shares.tsx';

/** Values that occur together in a share of the rows, as a matrix, and what that makes of each attribute. */
export function CombinationSection() {
  const edit = useEdit();
  const design = useDesign((state) => state.design);
  const { combinations = [] } = design;
  const attributes = attributesOf(design);
  const { error } = useProblem(['combinations']);
  const set = (next: readonly Combination[], typing?: string): void => {
    edit(
      { kind: 'set-field', field: 'combinations', value: next.length === 0 ? undefined : next },
      typing === undefined ? undefined : { coalesce: `combinations.${typing}` },
    );
  };
  return (
    <section aria-label="Combinations" data-path="combinations">
      <SectionHead
        title="Combinations"
        count={combinations.length}
        actions={
          <Button
            tone="ghost"
            size="small"
            glyph={Plus}
            disabled={attributes.length < 2}
            onClick={() => set([...combinations, freeCombination(attributes, combinations)])}
          >
            Add combination
          </Button>
        }
      />
      {combinations.length === 0 ? (
        <Caption>
          Values of two or more categories that occur together in a share of the rows. A share of 0
          rules them out.
        </Caption>
      ) : (
        <Card>
          <EditorBody style={{ padding: '8px 10px' }}>
            <CombinationTable combinations={combinations} attributes={attributes} onChange={set} />
            {error !== undefined && <Caption role="alert">{error}</Caption>}
            <RealShares design={design} />
          </EditorBody>
        </Card>
      )}
    </section>
  );
}
