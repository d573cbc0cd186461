/** Findings on columns that can never be filled, because each waits for another or for itself. */
import type { Diagnostic, JsonPath } from '#core/base/diagnostic.ts';
import { columnDependencies, findCycles } from './dependencies.ts';
import { findColumn, type Column, type DatasetDesign } from './design.ts';
import { errorAt } from './finding.ts';
import { columnReferences, type ColumnReference } from './references.ts';

export function checkCycles(design: DatasetDesign): readonly Diagnostic[] {
  const cycles = findCycles(columnDependencies(design));
  if (cycles.length === 0) return [];
  const references = columnReferences(design);
  return cycles.map((cycle) => describeCycle(design, cycle, references));
}

function describeCycle(
  design: DatasetDesign,
  cycle: readonly string[],
  references: readonly ColumnReference[],
): Diagnostic {
  const [first = '', second = first] = cycle;
  const column = findColumn(design, first);
  const edge = references.find((reference) => isEdge(reference, column, second));
  const path: JsonPath = edge?.path ?? ['columns'];
  const names = [...cycle, first].map((id) => findColumn(design, id)?.name ?? id);
  if (edge?.from.kind === 'call' && fillsFrom(findColumn(design, second), edge.from.id))
    return errorAt(
      path,
      'cycle',
      `The call “${edge.from.label}” reads ${names[1] ?? ''}, which it fills itself. Take it out of the prompt, or fill it by another call.`,
    );
  if (cycle.length === 1)
    return errorAt(
      path,
      'self-reference',
      `${names[0] ?? ''} reads itself. Take that reference out.`,
    );
  return errorAt(
    path,
    'cycle',
    `These columns wait for each other: ${names.join(' → ')}. Take one of the references out.`,
  );
}

function isEdge(reference: ColumnReference, reader: Column | undefined, readId: string): boolean {
  const { from, columnId } = reference;
  if (columnId !== readId || reader === undefined) return false;
  if (from.kind === 'column') return from.id === reader.id;
  return from.kind === 'call' && fillsFrom(reader, from.id);
}

function fillsFrom(column: Column | undefined, callId: string): boolean {
  return column?.fill.kind === 'generated' && column.fill.call === callId;
}
