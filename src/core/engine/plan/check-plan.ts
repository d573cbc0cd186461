/** What makes a design impossible to plan, as diagnostics with places. */
import type { Diagnostic, JsonPath } from '#core/base/diagnostic.ts';
import { findCycles, reaches } from '#core/design/dependencies.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import { designTexts, type DesignText } from '#core/design/design-texts.ts';
import { textProblem } from '#core/design/parse-text.ts';
import { namesIn } from '#core/design/references.ts';
import { toDiagnostic } from '#core/expression/problem.ts';
import type { Reads } from './reads.ts';

export function checkPlan(design: DatasetDesign, reads: Reads): readonly Diagnostic[] {
  const texts = designTexts(design).filter(({ from }) => from.kind !== 'constraint');
  const names = new Set(design.columns.map(({ name }) => name));
  return [
    ...design.columns.flatMap((column, index) =>
      checkFill(design, column, ['columns', index, 'fill']),
    ),
    ...texts.flatMap((text) => checkText(text, names)),
    ...checkCycles(design, reads),
    ...checkParents(design, reads),
  ];
}

function error(path: JsonPath, code: string, message: string): Diagnostic {
  return { path, code, severity: 'error', message };
}

/** References by id to what does not exist. */
function checkFill(design: DatasetDesign, { name, fill }: Column, path: JsonPath): Diagnostic[] {
  if (fill.kind === 'subcategory' && !design.columns.some(({ id }) => id === fill.category))
    return [
      error(
        [...path, 'category'],
        'unknown-column',
        `${name} depends on a column that does not exist. Choose another one.`,
      ),
    ];
  if (
    (fill.kind === 'source' || fill.kind === 'shots') &&
    !design.sources.some(({ id }) => id === fill.source)
  )
    return [
      error(
        [...path, 'source'],
        'unknown-source',
        `${name} reads a source that does not exist. Choose another one.`,
      ),
    ];
  if (fill.kind === 'generated' && !design.calls.some(({ id }) => id === fill.call))
    return [
      error(
        [...path, 'call'],
        'unknown-call',
        `${name} is written by a call that does not exist. Choose another one.`,
      ),
    ];
  return [];
}

function checkText(text: DesignText, names: ReadonlySet<string>): Diagnostic[] {
  const problem = textProblem(text);
  if (problem !== undefined) return [toDiagnostic(problem, text.path)];
  return namesIn(text)
    .filter(({ name }) => !names.has(name) && text.extraNames?.includes(name) !== true)
    .map(({ name, start, end }) => ({
      ...error(
        text.path,
        'unknown-name',
        `No column is called “${name}”. Use the name of a column.`,
      ),
      range: { start, end },
    }));
}

function checkCycles(design: DatasetDesign, reads: Reads): Diagnostic[] {
  const named = new Map(design.columns.map(({ id, name }) => [id, name]));
  return findCycles(reads).map((cycle) => {
    const trail = [...cycle, cycle[0] ?? ''].map((id) => named.get(id) ?? id).join(' → ');
    const index = design.columns.findIndex(({ id }) => id === cycle[0]);
    return error(
      ['columns', index, 'fill'],
      'cycle',
      `These columns need each other, so none can be first: ${trail}. Remove one of the references.`,
    );
  });
}

/** The rank of a row within its parent value is known only when the parent is known in all rows before it. */
function checkParents(design: DatasetDesign, reads: Reads): Diagnostic[] {
  const generated = new Set(
    design.columns.filter(({ fill }) => fill.kind === 'generated').map(({ id }) => id),
  );
  return design.columns.flatMap(({ id, name, fill, conditionalParams }, index) => {
    const place = rankPlace({ fill, conditionalParams });
    if (place === undefined) return [];
    const isBlocked = [...(reads.get(id) ?? [])].some((read) => reaches(read, generated, reads));
    if (!isBlocked) return [];
    const message = `${name} depends on a column that a model writes or that needs one. Depend on a sampled column.`;
    return [error(['columns', index, ...place], 'parent-needs-model', message)];
  });
}

/** Where a column says what its rows are counted by; undefined when they are not counted. */
function rankPlace({
  fill,
  conditionalParams = [],
}: Pick<Column, 'fill' | 'conditionalParams'>): JsonPath | undefined {
  if (fill.kind === 'subcategory') return ['fill', 'category'];
  if (fill.kind === 'series' && fill.by !== undefined) return ['fill', 'by'];
  const isTable = fill.kind === 'category' || fill.kind === 'boolean';
  return isTable && conditionalParams.length > 0 ? ['conditionalParams'] : undefined;
}
