/** The places of a document that hold column ids, listed once for references, checks and deletion. */
import type { JsonPath } from '#core/base/diagnostic.ts';
import { chartColumns } from './chart.ts';
import type { Constraint } from './constraint.ts';
import type { DatasetDesign } from './design.ts';
import type { ReferenceOwner } from './design-texts.ts';
import { constraintSentence } from './sentence.ts';

export interface StructuralReference {
  readonly from: ReferenceOwner;
  readonly columnId: string;
  readonly path: JsonPath;
}

/** In the order of the document; the columns referred to may not exist. */
export function structuralReferences(design: DatasetDesign): readonly StructuralReference[] {
  const columns = design.columns.flatMap(({ id, name, fill }, index) => {
    const from = { kind: 'column' as const, id, label: name };
    if (fill.kind === 'subcategory')
      return [{ from, columnId: fill.category, path: ['columns', index, 'fill', 'category'] }];
    return fill.kind === 'postprocess' || fill.kind === 'pick'
      ? [{ from, columnId: fill.column, path: ['columns', index, 'fill', 'column'] }]
      : [];
  });
  const plans = design.calls.flatMap(({ id, name, plan }, index) =>
    plan === undefined
      ? []
      : [
          {
            from: { kind: 'call' as const, id, label: name },
            columnId: plan,
            path: ['calls', index, 'plan'],
          },
        ],
  );
  const constraints = design.constraints.flatMap((constraint, index) => {
    const label = constraintSentence(constraint, design);
    const from: ReferenceOwner = { kind: 'constraint', id: constraint.id, label };
    return constraintColumns(constraint).map(({ columnId, path }) => ({
      from,
      columnId,
      path: ['constraints', index, ...path],
    }));
  });
  return [
    ...columns,
    ...plans,
    ...constraints,
    ...chartReferences(design),
    ...outputReferences(design),
  ];
}

/** The column ids a rule holds, with their places inside it. */
function constraintColumns(
  constraint: Constraint,
): readonly { readonly columnId: string; readonly path: JsonPath }[] {
  switch (constraint.kind) {
    case 'expression':
      return [];
    case 'range':
    case 'pattern':
    case 'length':
    case 'share':
      return [{ columnId: constraint.column, path: ['column'] }];
    case 'unique':
      return constraint.columns.map((columnId, index) => ({ columnId, path: ['columns', index] }));
    case 'correlation':
    case 'linear':
    case 'monotone':
      return present([
        ['x', constraint.x],
        ['y', constraint.y],
        ['by', constraint.by],
      ]);
    case 'ratio':
      return present([
        ['column', constraint.column],
        ['by', constraint.by],
        ['at', constraint.at],
      ]);
  }
}

function chartReferences(design: DatasetDesign): readonly StructuralReference[] {
  return design.charts.flatMap((chart, index) => {
    const from: ReferenceOwner = {
      kind: 'chart',
      id: chart.id,
      label: chart.title ?? `chart ${chart.id}`,
    };
    return chartColumns(chart).map(({ columnId, path }) => ({
      from,
      columnId,
      path: ['charts', index, ...path],
    }));
  });
}

function outputReferences(design: DatasetDesign): readonly StructuralReference[] {
  const from: ReferenceOwner = { kind: 'output', id: 'output', label: 'Exported columns' };
  return (design.output.columns ?? []).map((columnId, index) => ({
    from,
    columnId,
    path: ['output', 'columns', index],
  }));
}

function present(
  places: readonly (readonly [key: string, columnId: string | undefined])[],
): readonly { readonly columnId: string; readonly path: JsonPath }[] {
  return places.flatMap(([key, columnId]) =>
    columnId === undefined ? [] : [{ columnId, path: [key] }],
  );
}
