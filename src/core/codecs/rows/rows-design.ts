/**
 * Rows as a design that makes more of them: a column for each field, rules for what the values keep to,
 * and the rows themselves as the first of the dataset. Or the same, added to a design that is there.
 */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { limits } from '#core/base/limits.ts';
import { success, type Result } from '#core/base/result.ts';
import { callForFields } from '#core/design/call-for-fields.ts';
import { createNamer } from '#core/design/column-names.ts';
import type { Constraint } from '#core/design/constraint.ts';
import { createDesign } from '#core/design/defaults.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import { warningAt } from '#core/design/finding.ts';
import { originalsDefaults } from '#core/design/originals.ts';
import { restoreDesign, type RestoredDesign } from '#core/design/restore.ts';
import { rulesFromProfile } from './column-from-profile.ts';
import {
  columnOfChoice,
  hasWords,
  recommendedChoice,
  type FieldChoice,
  type FieldChoices,
} from './field-choice.ts';
import { originalsId, writerId, type DraftedField, type RowsDraft } from './rows-draft.ts';

/** New rows asked for at first: as many as there are, within these. */
const [fewestNew, mostNew] = [20, 100] as const;

const demoWriter = { alias: writerId, provider: 'demo', model: '' } as const;

/** Fields without a choice become what is recommended for them. */
export function designOfDraft(
  draft: RowsDraft,
  choices: FieldChoices = {},
): Result<RestoredDesign, readonly Diagnostic[]> {
  const { rows, name } = draft;
  const title = name
    .replace(/\.\w+$/, '')
    .replace(/[_-]+/g, ' ')
    .trim();
  const blank = createDesign({
    name: title === '' ? 'Imported rows' : `${title.charAt(0).toUpperCase()}${title.slice(1)}`,
    rows: Math.min(mostNew, Math.max(fewestNew, rows.length)),
  });
  return addRows(blank, draft, choices);
}

/**
 * The design with the rows as a source, a column for each field that it has no column for, and the rows
 * as the first of its dataset. A column of the same name stays as it is and takes the values. A design
 * that begins with rows of its own keeps beginning with those; a notice says so.
 */
export function addRows(
  design: DatasetDesign,
  draft: RowsDraft,
  choices: FieldChoices = {},
): Result<RestoredDesign, readonly Diagnostic[]> {
  const source = createNamer(new Set(design.sources.map(({ id }) => id)))(originalsId);
  const call = callForFields(design, demoWriter);
  const placed = placedFields(design, draft.fields, choices);
  const added = placed.flatMap(({ field, choice, id, isNew }) => {
    const column = isNew
      ? columnOfChoice(field, choice, { call: call.call.id, source })
      : undefined;
    return column === undefined ? [] : [{ field, column: { ...column, id } }];
  });
  const isAsked = added.some(({ column }) => isWrittenBy(column, call.call.id));
  const hasOwnRows = design.originals !== undefined;
  const kept = placed.filter(({ choice }) => choice.isKept && choice.fill !== 'leave-out');
  const restored = restoreDesign({
    ...design,
    rows: Math.min(limits.rows, design.rows + (hasOwnRows ? 0 : draft.rows.length)),
    models: isAsked ? call.models : design.models,
    sources: [
      ...design.sources,
      {
        id: source,
        name: nameOfSource(design, draft.name),
        kind: 'inline',
        order: 'sequence',
        rows: draft.rows,
      },
    ],
    ...(hasOwnRows
      ? {}
      : {
          originals: {
            source,
            fields: Object.fromEntries(kept.map(({ id, field }) => [id, field.name])),
            ...originalsDefaults,
          },
        }),
    columns: [...design.columns, ...added.map(({ column }) => column)],
    calls: isAsked ? call.calls : design.calls,
    constraints: [...design.constraints, ...rulesOf(design, added)],
  });
  if (!restored.ok) return restored;
  const ownRows = hasOwnRows ? [ownRowsNotice] : [];
  return success({
    design: restored.value.design,
    notices: [...draft.notices, ...ownRows, ...restored.value.notices],
  });
}

const ownRowsNotice = warningAt(
  ['originals'],
  'rows-not-first',
  'This design begins with rows of its own already. The new ones are a source that columns can read.',
);

interface PlacedField {
  readonly field: DraftedField;
  readonly choice: FieldChoice;
  /** Of the column that the field belongs to. */
  readonly id: string;
  readonly isNew: boolean;
}

function placedFields(
  { columns }: DatasetDesign,
  fields: readonly DraftedField[],
  choices: FieldChoices,
): readonly PlacedField[] {
  const isWordy = hasWords(fields);
  const byName = new Map(columns.map(({ id, name }) => [name, id]));
  const nameIds = createNamer(new Set(columns.map(({ id }) => id)));
  const names = createNamer(new Set(columns.map(({ name }) => name)));
  return fields.map((field) => {
    const choice = choices[field.id] ?? recommendedChoice(field, isWordy);
    const existing = byName.get(choice.name);
    if (existing !== undefined) return { field, choice, id: existing, isNew: false };
    const named = choice.fill === 'leave-out' ? choice : { ...choice, name: names(choice.name) };
    return { field, choice: named, id: nameIds(field.id), isNew: true };
  });
}

function isWrittenBy({ fill }: Column, callId: string): boolean {
  return fill.kind === 'generated' && fill.call === callId;
}

function rulesOf(
  design: DatasetDesign,
  added: readonly { readonly field: DraftedField; readonly column: Column }[],
): readonly Constraint[] {
  const namer = createNamer(new Set(design.constraints.map(({ id }) => id)));
  return added
    .filter(({ column }) => column.fill.kind === 'generated')
    .flatMap(({ field, column }) => rulesFromProfile({ ...field, id: column.id }, true))
    .map((rule) => ({ ...rule, id: namer(rule.id) }));
}

function nameOfSource({ sources }: DatasetDesign, fileName: string): string {
  const namer = createNamer(new Set(sources.map(({ name }) => name)));
  return namer(fileName === '' ? 'rows' : fileName.slice(0, limits.nameLength - 8));
}
