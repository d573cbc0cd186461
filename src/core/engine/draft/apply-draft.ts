/**
 * A draft laid over a design: columns of the same name are changed, others added, named ones taken out.
 * The result goes through the one gateway for designs and through the check, like any other.
 */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { limits } from '#core/base/limits.ts';
import type { Result } from '#core/base/result.ts';
import { newErrors } from '#core/design/changes/new-errors.ts';
import { callForFields } from '#core/design/call-for-fields.ts';
import { createNamer, slugOf } from '#core/design/column-names.ts';
import type { Column, DatasetDesign, ModelAlias } from '#core/design/design.ts';
import { restoreDesign } from '#core/design/restore.ts';
import type { DraftAnswer } from '#core/llm/draft/draft-shape.ts';
import { draftedColumns, type DraftedColumn } from './draft-columns.ts';
import { columnNameOf } from './draft-names.ts';
import { draftedRules, keptCharts, keptRules } from './draft-rules.ts';

export interface AppliedDraft {
  readonly design: DatasetDesign;
  /** What the draft brought that is wrong or was dropped, at paths of `design`; nothing that was wrong before. */
  readonly problems: readonly Diagnostic[];
}

export interface DraftBase {
  readonly design: DatasetDesign;
  /** Whom a new call asks where the design names no model. */
  readonly model: ModelAlias;
}

/** Fails only where the result is no design at all, such as one that is too large. */
export function applyDraft(
  { design: base, model }: DraftBase,
  draft: DraftAnswer,
): Result<AppliedDraft, readonly Diagnostic[]> {
  const removed = removedIds(base, draft);
  const kept = base.columns.filter(({ id }) => !removed.has(id));
  const drafted = draftedColumns(draft);
  const { call, calls, models } = callForFields(base, model);
  const columns = mergedColumns(kept, drafted, call.id);
  const isAsked = columns.some(({ fill }) => isWrittenBy(fill, call.id));
  const restored = restoreDesign({
    ...base,
    ...settingsOf(base, draft),
    models: isAsked ? models : base.models,
    columns,
    calls: isAsked ? calls : base.calls,
    constraints: [...keptRules(base, removed, draft), ...draftedRules(draft, base.constraints)],
    charts: keptCharts(base, removed),
    output: withoutColumns(base.output, removed),
  });
  if (!restored.ok) return restored;
  const { design, notices } = restored.value;
  return { ok: true, value: { design, problems: [...notices, ...newErrors(base, design)] } };
}

function settingsOf(base: DatasetDesign, { name, instructions, rows }: DraftAnswer) {
  const isUnnamed = base.columns.length === 0 && name !== '';
  return {
    ...(isUnnamed ? { name: name.slice(0, limits.nameLength) } : {}),
    ...(instructions === '' ? {} : { instructions }),
    ...(rows >= 1 ? { rows: Math.min(limits.rows, Math.trunc(rows)) } : {}),
  };
}

function removedIds({ columns, constraints }: DatasetDesign, { remove }: DraftAnswer) {
  const names = new Set(remove.flatMap((name) => [name, columnNameOf(name)]));
  return new Set([
    ...columns.filter(({ id, name }) => names.has(name) || names.has(id)).map(({ id }) => id),
    ...constraints.filter(({ id }) => names.has(id)).map(({ id }) => id),
  ]);
}

/** The list of exported columns is a view of the design; it never holds a column back. */
function withoutColumns(output: DatasetDesign['output'], removed: ReadonlySet<string>) {
  const { columns } = output;
  if (columns === undefined) return output;
  return { ...output, columns: columns.filter((id) => !removed.has(id)) };
}

type RawColumn = Readonly<Record<string, unknown>> & { readonly fill: unknown };

/** What was there keeps its place and its id; what is new stands at the end in the order of the draft. */
function mergedColumns(
  kept: readonly Column[],
  drafted: readonly DraftedColumn[],
  callId: string,
): readonly RawColumn[] {
  const byName = new Map(drafted.map((column) => [column.name, column]));
  const namer = createNamer(new Set(kept.map(({ id }) => id)));
  const changed = kept.map((column): RawColumn => {
    const change = byName.get(column.name);
    if (change === undefined) return { ...column };
    byName.delete(column.name);
    return { ...withoutLaws(column), ...rawColumn(change, callId, column) };
  });
  const added = [...byName.values()].map((column): RawColumn => ({
    id: namer(slugOf(column.name)),
    name: column.name,
    ...rawColumn(column, callId),
  }));
  return [...changed, ...added];
}

/** Tables of other parameters and conversions belong to the fill that is replaced. */
function withoutLaws({ conditionalParams: _, convertTo: __, ...column }: Column): object {
  return column;
}

function rawColumn(
  { description, type, unit, fill }: DraftedColumn,
  callId: string,
  before?: Column,
): RawColumn {
  return {
    ...(description === '' ? {} : { description }),
    ...(type === undefined ? {} : { type }),
    ...(unit === undefined || unit === '' ? {} : { unit }),
    fill: fill ?? writtenFill(callId, before),
  };
}

/** A column that a model writes already keeps its own call. */
function writtenFill(callId: string, before: Column | undefined): object {
  return before?.fill.kind === 'generated' ? before.fill : { kind: 'generated', call: callId };
}

function isWrittenBy(fill: unknown, callId: string): boolean {
  return typeof fill === 'object' && fill !== null && 'call' in fill && fill.call === callId;
}
