/** The places of a document that hold column ids, listed once for references, checks and deletion. */
import type { JsonPath } from '#core/base/diagnostic.ts';
import { chartColumns } from './chart-columns.ts';
import type { Constraint } from './constraint.ts';
import type { Column, DatasetDesign } from './design.ts';
import type { ReferenceOwner } from './design-texts.ts';
import type { Fill } from './fill.ts';
import { constraintSentence } from './sentence.ts';

export interface StructuralReference {
  readonly from: ReferenceOwner;
  readonly columnId: string;
  readonly path: JsonPath;
}

/** In the order of the document; the columns referred to may not exist. */
export function structuralReferences(design: DatasetDesign): readonly StructuralReference[] {
  const columns = design.columns.flatMap((column, index) => columnPlaces(column, index));
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
  const judged = design.calls.flatMap(({ id, name, output }, index) =>
    output.kind !== 'judge'
      ? []
      : output.shows.map((columnId, place) => ({
          from: { kind: 'call' as const, id, label: name },
          columnId,
          path: ['calls', index, 'output', 'shows', place],
        })),
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
    ...judged,
    ...copulaReferences(design),
    ...constraints,
    ...chartReferences(design),
    ...outputReferences(design),
  ];
}

/** The column ids that a column's fill and its conditional table hold. */
function columnPlaces(column: Column, index: number): readonly StructuralReference[] {
  const from: ReferenceOwner = { kind: 'column', id: column.id, label: column.name };
  const fills: readonly (readonly [JsonPath, Fill])[] = [
    [['fill'], column.fill],
    ...(column.conditionalParams ?? []).map(
      ({ fill }, place) => [['conditionalParams', place, 'fill'], fill] as const,
    ),
  ];
  return fills.flatMap(([place, fill]) =>
    fillColumns(fill).map(({ columnId, path }) => ({
      from,
      columnId,
      path: ['columns', index, ...place, ...path],
    })),
  );
}

function fillColumns(
  fill: Fill,
): readonly { readonly columnId: string; readonly path: JsonPath }[] {
  switch (fill.kind) {
    case 'subcategory':
      return present([['category', fill.category]]);
    case 'postprocess':
    case 'pick':
      return present([['column', fill.column]]);
    case 'timedelta':
      return present([['reference', fill.reference]]);
    case 'series':
      return present([['by', fill.by]]);
    default:
      return [];
  }
}

function copulaReferences(design: DatasetDesign): readonly StructuralReference[] {
  return design.copulas.flatMap((copula, index) => {
    const from: ReferenceOwner = { kind: 'copula', id: copula.id, label: 'correlated numbers' };
    return copula.columns.map((columnId, place) => ({
      from,
      columnId,
      path: ['copulas', index, 'columns', place],
    }));
  });
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
