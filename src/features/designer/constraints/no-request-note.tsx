import type { Constraint } from '#core/design/constraint.ts';
import { columnDependencies } from '#core/design/dependencies.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { columnReferences } from '#core/design/references.ts';
import { useDesign } from '#state/react.tsx';
import { Caption } from '#features/designer/shared/layout.ts';

/** Said of a rule whose columns are drawn, brought or computed without a model. */
export function NoRequestNote({ constraint }: { readonly constraint: Constraint }) {
  const isFree = useDesign(({ design }) => isWithoutModel(constraint.id, design));
  return isFree ? (
    <Caption>No model writes these columns, so no request is spent on the rule.</Caption>
  ) : null;
}

function isWithoutModel(constraintId: string, design: DatasetDesign): boolean {
  const dependencies = columnDependencies(design);
  const written = new Set(
    design.columns.filter(({ fill }) => fill.kind === 'generated').map(({ id }) => id),
  );
  const seen = new Set(
    columnReferences(design)
      .filter(({ from }) => from.kind === 'constraint' && from.id === constraintId)
      .map(({ columnId }) => columnId),
  );
  // It grows while it is walked.
  for (const id of seen) {
    if (written.has(id)) return false;
    for (const read of dependencies.get(id) ?? []) seen.add(read);
  }
  return seen.size > 0;
}
