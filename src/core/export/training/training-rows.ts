/** Rows of a file put together as conversations. */
import { isJsonObject, type JsonValue } from '#core/base/json.ts';
import { findColumn, type DatasetDesign } from '#core/design/design.ts';
import type { RowStore } from '#core/rows/row-store.ts';
import { exportColumns, freeName } from '#core/export/export-rows.ts';
import type { ExportBatch, ExportRows } from '#core/export/row-writer.ts';
import { turnsOfConversation, turnsOfParts } from './read-turns.ts';
import { trainingShape, type ShapeFacts } from './shape-turns.ts';
import {
  layoutColumnIds,
  partsRead,
  type TrainingLayout,
  type TurnPart,
} from './training-layout.ts';

export interface TrainingRows {
  /** What the file reads, the parts first. */
  readonly columnIds: readonly string[] | undefined;
  /** Whether the stored row makes a conversation: both sides speak, and the form can say it. */
  readonly hasTurns: (row: number) => boolean;
  /**
   * The rows of a file with those columns: the fields of the form stand in place of the parts, all
   * further columns behind. Rows must have turns.
   */
  readonly layOut: (rows: ExportRows) => ExportRows;
}

type ReadPart = (part: TurnPart) => JsonValue | undefined;

/** Without a layout rows stay columns. `chosen` as in `exportColumns`. */
export function createTrainingRows(
  { design, store }: { readonly design: DatasetDesign; readonly store: RowStore },
  layout: TrainingLayout | undefined,
  chosen?: readonly string[],
): TrainingRows {
  if (layout === undefined)
    return { columnIds: chosen, hasTurns: () => true, layOut: (rows) => rows };
  // A column may be gone since the layout was chosen.
  const parts: TrainingLayout['parts'] = Object.fromEntries(
    Object.entries(partsRead(layout)).filter(([, id]) => findColumn(design, id) !== undefined),
  );
  const names = Object.keys(parts) as readonly TurnPart[];
  const shape = trainingShape(layout.form, factsOf(design, parts));
  const fieldValues = (read: ReadPart): readonly JsonValue[] | undefined => {
    const turns = readTurns(parts, read);
    return turns && shape.values(turns);
  };
  return {
    columnIds: layoutColumnIds(
      { ...layout, parts },
      exportColumns(design, chosen).map(({ id }) => id),
    ),
    hasTurns: (row) => fieldValues((part) => store.value(parts[part] ?? '', row)) !== undefined,
    layOut: ({ columnNames, kinds, batches }) => ({
      // Conversations are lists, and files that state types do not have this layout.
      kinds: () => [...shape.fields.map(() => 'nested' as const), ...kinds().slice(names.length)],
      columnNames: columnNames
        .slice(names.length)
        .reduce((taken, name) => [...taken, freeName(name, taken)], shape.fields),
      batches: mapBatches(batches, ({ rows, columns }) => {
        const laid = rows.map((_, index) =>
          fieldValues((part) => columns[names.indexOf(part)]?.[index]),
        );
        const fields = shape.fields.map((_, field) => laid.map((values) => values?.[field]));
        return { rows, columns: [...fields, ...columns.slice(names.length)] };
      }),
    }),
  };
}

function readTurns(parts: TrainingLayout['parts'], read: ReadPart) {
  if (parts.conversation === undefined) {
    const values = Object.fromEntries(
      (Object.keys(parts) as readonly TurnPart[]).map((part) => [part, read(part)]),
    );
    const turns = turnsOfParts(values);
    return turns && { turns, parts: values };
  }
  const value = read('conversation');
  const turns = turnsOfConversation(value);
  return turns && { turns, tools: isJsonObject(value) ? value.tools : undefined };
}

/** What the design says of all rows, so that every row of a file has the same fields. */
function factsOf(
  design: DatasetDesign,
  { conversation, system }: TrainingLayout['parts'],
): ShapeFacts {
  if (conversation === undefined)
    return { isConversation: false, hasSystem: system !== undefined, hasTools: false };
  const fill = findColumn(design, conversation)?.fill;
  const call = fill?.kind === 'generated' && design.calls.find(({ id }) => id === fill.call);
  if (call && call.output.kind === 'conversation') {
    const { systemPrompt, tools, environments } = call.output;
    const hasTools = tools.length + environments.length > 0;
    return { isConversation: true, hasSystem: systemPrompt !== undefined, hasTools };
  }
  const hasSystem = fill?.kind !== 'chat' || fill.messages.some(({ role }) => role === 'system');
  return { isConversation: true, hasSystem, hasTools: false };
}

async function* mapBatches(
  batches: ExportRows['batches'],
  map: (batch: ExportBatch) => ExportBatch,
): AsyncGenerator<ExportBatch> {
  for await (const batch of batches) yield map(batch);
}
