/** Rules of a draft: those it states, and those that follow from what it says of texts. */
import type { Constraint } from '#core/design/constraint.ts';
import { createNamer, slugOf } from '#core/design/column-names.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { structuralReferences } from '#core/design/structural-references.ts';
import type { DraftAnswer, DraftText } from '#core/llm/draft/draft-shape.ts';
import { columnNameOf } from './draft-names.ts';

/** Raw rules; columns are named, which restoring turns into ids. */
export function draftedRules(
  draft: DraftAnswer,
  existing: readonly Constraint[],
): readonly object[] {
  const namer = createNamer(new Set(existing.map(({ id }) => id)));
  const known = new Set(
    existing.flatMap((rule) => (rule.kind === 'expression' ? [rule.expression] : [])),
  );
  const stated = draft.rules
    .filter(({ expression }) => !known.has(expression))
    .map(({ sentence, expression }) => ({
      id: namer(slugOf(sentence, 'rule')),
      kind: 'expression',
      expression,
      ...(sentence === '' ? {} : { sentence }),
    }));
  return [...draft.texts.flatMap((text) => textRules(text, namer)), ...stated];
}

function textRules(
  { name, type, min_words: low, max_words: high, is_unique }: DraftText,
  namer: (base: string) => string,
): readonly object[] {
  const column = columnNameOf(name);
  const bounds = {
    ...(low >= 1 ? { low: Math.trunc(low) } : {}),
    ...(high >= 1 ? { high: Math.trunc(Math.max(low, high)) } : {}),
  };
  const hasLength = type === 'text' && Object.keys(bounds).length > 0;
  return [
    ...(hasLength
      ? [{ id: namer(`${column}-length`), kind: 'length', column, unit: 'words', ...bounds }]
      : []),
    ...(is_unique ? [{ id: namer(`${column}-unique`), kind: 'unique', columns: [column] }] : []),
  ];
}

/** What stays of the rules: not those taken out, not those of columns taken out, and none that the draft states anew. */
export function keptRules(
  design: DatasetDesign,
  removed: ReadonlySet<string>,
  { texts }: DraftAnswer,
): readonly Constraint[] {
  const rewritten = new Set(texts.map(({ name }) => columnNameOf(name)));
  const ownIds = design.columns.filter(({ name }) => rewritten.has(name)).map(({ id }) => id);
  const orphaned = ownersOf(design, 'constraint', removed);
  return design.constraints.filter((rule) => {
    if (removed.has(rule.id) || orphaned.has(rule.id)) return false;
    if (rule.kind === 'length') return !ownIds.includes(rule.column);
    return rule.kind !== 'unique' || !rule.columns.every((id) => ownIds.includes(id));
  });
}

/** The charts that refer to no column that was taken out. */
export function keptCharts(
  design: DatasetDesign,
  removed: ReadonlySet<string>,
): DatasetDesign['charts'] {
  const orphaned = ownersOf(design, 'chart', removed);
  return design.charts.filter(({ id }) => !orphaned.has(id));
}

function ownersOf(
  design: DatasetDesign,
  kind: 'constraint' | 'chart',
  removed: ReadonlySet<string>,
): ReadonlySet<string> {
  return new Set(
    structuralReferences(design)
      .filter(({ from, columnId }) => from.kind === kind && removed.has(columnId))
      .map(({ from }) => from.id),
  );
}
