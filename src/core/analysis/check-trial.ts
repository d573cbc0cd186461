/**
 * Findings on must-rules that the laws of purely drawn columns break: nothing turns their rows away and
 * nothing draws them otherwise, so it is said before a run, from rows that are drawn to see.
 */
import { compareDiagnostics } from '#core/design/check.ts';
import type { Diagnostic, JsonPath } from '#core/base/diagnostic.ts';
import { listWords } from '#core/base/list-words.ts';
import type { Constraint } from '#core/design/constraint.ts';
import { findColumn, type DatasetDesign } from '#core/design/design.ts';
import { warningAt } from '#core/design/finding.ts';
import { columnReferences } from '#core/design/references.ts';
import { readColumns } from '#core/rows/row-reader.ts';
import { measureConstraint } from './measure-constraint.ts';
import { createTrialRows, type TrialColumn } from './trial-rows.ts';

const rowCount = 300;
/** A rule about the whole set is broken when it is in each of so many parts: not by the chance of one. */
const partCount = 3;

/** `found` and what a trial adds; rules that `found` speaks of already are left out. Takes a few hundred rows, however many the design has. */
export function withTrial(
  design: DatasetDesign,
  found: readonly Diagnostic[],
): readonly Diagnostic[] {
  const named = new Set(found.flatMap(({ path }) => placeOf(path) ?? []));
  const open = design.constraints.flatMap((constraint, place) =>
    constraint.severity === 'must' && constraint.kind !== 'unique' && !named.has(place)
      ? [{ constraint, place }]
      : [],
  );
  if (open.length === 0) return found;
  const rowsOf = createTrialRows(design, rowCount);
  const reads = referencesByRule(design);
  const added = open.flatMap(({ constraint, place }): readonly Diagnostic[] => {
    const ids = [...(reads.get(constraint.id) ?? [])];
    const rows = rowsOf(ids);
    const words = rows && brokenWords(constraint, rows, design);
    if (words === undefined) return [];
    const names = listWords(ids.map((id) => findColumn(design, id)?.name ?? id));
    return [
      warningAt(
        ['constraints', place],
        'laws-break-rule',
        `${names} ${ids.length === 1 ? 'is' : 'are'} drawn by ${ids.length === 1 ? 'its own law, which does' : 'their own laws, which do'} not keep this rule: ${words}. Change a law or the rule.`,
      ),
    ];
  });
  return added.length === 0 ? found : [...found, ...added].sort(compareDiagnostics);
}

function placeOf([list, place]: JsonPath): number | undefined {
  return list === 'constraints' && typeof place === 'number' ? place : undefined;
}

function referencesByRule(design: DatasetDesign): ReadonlyMap<string, ReadonlySet<string>> {
  const reads = new Map<string, Set<string>>();
  for (const { from, columnId } of columnReferences(design)) {
    if (from.kind !== 'constraint') continue;
    reads.set(from.id, (reads.get(from.id) ?? new Set()).add(columnId));
  }
  return reads;
}

/** What the rows do instead; undefined where they keep the rule, or say nothing. */
function brokenWords(
  constraint: Constraint,
  rows: ReadonlyMap<string, TrialColumn>,
  design: DatasetDesign,
): string | undefined {
  const measure = (start: number, end: number) =>
    measureConstraint(
      constraint,
      readColumns(
        Object.fromEntries([...rows].map(([id, cells]) => [id, cells.slice(start, end)])),
      ),
      { design },
    );
  const all = measure(0, rowCount);
  if (all.verdict !== 'broken' || all.label === 'not valid') return undefined;
  if (all.brokenCount !== undefined)
    return `${all.brokenCount} of ${all.count ?? rowCount} sampled rows break it`;
  const size = rowCount / partCount;
  for (let part = 0; part < partCount; part += 1)
    if (measure(part * size, (part + 1) * size).verdict !== 'broken') return undefined;
  return `${all.label} in ${rowCount} sampled rows`;
}
