/** What the ticks mean together: a rule cannot come without its columns, nor a model without its call. */
import type { DesignChange } from '#core/design/changes/design-changes.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { structuralReferences } from '#core/design/structural-references.ts';

/** Ids of the changes that are taken: those not in `left`, without rules and charts of columns that do not come. */
export function possibleChanges(
  changes: readonly DesignChange[],
  after: DatasetDesign,
  left: ReadonlySet<string>,
): ReadonlySet<string> {
  const isLeftOut = ({ id, change }: DesignChange): boolean => change === 'added' && left.has(id);
  const missing = new Set(changes.filter(isLeftOut).map(({ id }) => id));
  const orphaned = structuralReferences(after)
    .filter(({ columnId }) => missing.has(`columns/${columnId}`))
    .flatMap(({ from }) => {
      if (from.kind === 'constraint') return [`constraints/${from.id}`];
      return from.kind === 'chart' ? [`charts/${from.id}`] : [];
    });
  const out = new Set([...left, ...orphaned]);
  const aliases = after.calls.filter(({ id }) => !out.has(`calls/${id}`)).map(({ model }) => model);
  return new Set(
    changes
      .filter(({ id, list, change }) => {
        if (list === 'models' && change === 'added') return aliases.includes(id.slice(7));
        return !out.has(id);
      })
      .map(({ id }) => id),
  );
}
