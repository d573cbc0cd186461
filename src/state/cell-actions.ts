/** What a person does to cells and rows by hand: each act is one step of the history, with the design. */
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import type { DesignCommand } from '#core/design/command.ts';
import { findColumn, type Column, type DatasetDesign, type Example } from '#core/design/design.ts';
import { coerce } from '#core/engine/accept/coerce.ts';
import {
  changeMarks,
  countMarks,
  excludeRows,
  markOf,
  maxMarks,
  type CellMark,
  type MarkChange,
} from '#core/rows/row-marks.ts';
import { offerUndoStep } from './offer-undo-step.ts';
import type { WorkbenchContext } from './workbench-context.ts';

export interface CellPlace {
  readonly row: number;
  readonly columnId: string;
}

export interface CellEdit extends CellPlace {
  /** Text is read as the column's type; what is no text is taken as it is. */
  readonly value: JsonValue;
}

export interface CellActions {
  /** Writes cells in one step. What cannot be read as its column's type is left out, and said. */
  edit(edits: readonly CellEdit[]): void;
  /** What is wrong with a text for a column, as the end of a sentence; undefined when it can be written. */
  readonly problemOf: (columnId: string, text: string) => string | undefined;
  lock(places: readonly CellPlace[], isLocked: boolean): void;
  /** Locks what models wrote and shows it to them as examples, as far as there is room for more, in one step. */
  keep(places: readonly CellPlace[]): void;
  /** Takes edits away: what was written before comes back. */
  revert(places: readonly CellPlace[]): void;
  /** Takes rows out of the table and out of files; offers Undo. */
  remove(rows: readonly number[]): void;
  /** Shows models rows as examples of what a call should write, or not any more; a few at most. */
  setExample(places: readonly CellPlace[], isExample: boolean): void;
  /** Takes all examples out of a call. */
  dropExamples(callId: string): void;
  /** Models are told to keep away from the values of cells, or not any more. */
  setDisliked(places: readonly CellPlace[], isDisliked: boolean): void;
}

/** Most examples that edits add by themselves; more make prompts long. */
const mostOwnExamples = 5;

export function createCellActions(context: WorkbenchContext): CellActions {
  const { current, tell, change, readers } = createMarking(context);
  const { markedAt, valueOf } = readers;
  return {
    edit(edits) {
      const { design } = current();
      const { changes, problems } = readEdits(design, edits, markedAt);
      if (problems.length > 0) tell(problemWords(problems));
      if (changes.length === 0) return;
      const taught = changes.length === 1 ? changes[0] : undefined;
      change(changes, taught === undefined ? [] : exampleOfEdit(design, taught, valueOf));
    },
    problemOf(columnId, text) {
      const column = findColumn(current().design, columnId);
      const read = column && readValue(column, text);
      return read?.ok === false ? read.error : undefined;
    },
    lock(places, isLocked) {
      change(places.flatMap((place) => lockChange(place, isLocked, readers)));
    },
    keep(places) {
      const { design } = current();
      const examples = places.slice(0, mostOwnExamples);
      change(
        places.flatMap((place) => lockChange(place, true, readers)),
        exampleCommands(design, examples, { isExample: true, valueOf }),
      );
    },
    revert(places) {
      change(places.map((place) => ({ ...place, mark: kept(markedAt(place) ?? {}) })));
    },
    remove(removed) {
      if (removed.length === 0) return;
      const marks = excludeRows(current().marks, removed);
      current().actions.mark(marks);
      const count = removed.length.toLocaleString('en');
      offerUndoStep(context.stores, removed.length === 1 ? 'Row deleted' : `${count} rows deleted`);
    },
    setExample(places, isExample) {
      const { design } = current();
      const taken = isExample ? places.slice(0, mostOwnExamples) : places;
      const commands = exampleCommands(design, taken, { isExample, valueOf });
      if (commands.length > 0) change([], commands);
      if (taken.length < places.length)
        tell(`At most ${mostOwnExamples} cells become examples at once; the others were left out.`);
    },
    dropExamples(callId) {
      change([], [{ kind: 'update-call', callId, change: { examples: [] } }]);
    },
    setDisliked(places, isDisliked) {
      const changes = places.flatMap((place) => dislikeChange(place, isDisliked, readers));
      if (changes.length === 0) return;
      const dropped = isDisliked
        ? exampleCommands(current().design, places, { isExample: false, valueOf })
        : [];
      change(changes, dropped);
    },
  };
}

/** How marks are read and changed; what is refused is told. */
function createMarking({ stores, rows }: WorkbenchContext) {
  const current = () => stores.design.getState();
  const tell = (text: string): void => {
    stores.view.getState().actions.toast({ text, severity: 'error' });
  };
  const change = (
    changes: readonly MarkChange[],
    commands: readonly DesignCommand[] = [],
  ): void => {
    const marks = changeMarks(current().marks, changes);
    if (countMarks(marks) > maxMarks) {
      tell(`At most ${maxMarks.toLocaleString('en')} cells can be edited or locked.`);
      return;
    }
    const [refusal] = current().actions.mark(marks, commands);
    if (refusal !== undefined) tell(refusal.message);
  };
  const readers: CellReaders = {
    markedAt: ({ row, columnId }) => markOf(current().marks, columnId, row),
    valueOf: (columnId, row) => rows.cell(row, columnId)?.value,
  };
  return { current, tell, change, readers };
}

interface CellReaders {
  readonly markedAt: (place: CellPlace) => CellMark | undefined;
  readonly valueOf: ReadCell;
}

/** A lock keeps the value that stands in the cell; where there is none, there is nothing to lock. */
function lockChange(
  place: CellPlace,
  isLocked: boolean,
  { markedAt, valueOf }: CellReaders,
): readonly MarkChange[] {
  const { isLocked: _, ...mark } = markedAt(place) ?? {};
  if (!isLocked) return [{ ...place, mark: mark.isEdited === true ? mark : kept(mark) }];
  const value = mark.value ?? valueOf(place.columnId, place.row);
  return value === undefined ? [] : [{ ...place, mark: { ...mark, value, isLocked: true } }];
}

/** Only what a model wrote can be written otherwise. */
function dislikeChange(
  place: CellPlace,
  isDisliked: boolean,
  { markedAt, valueOf }: CellReaders,
): readonly MarkChange[] {
  const { disliked: _, ...mark } = markedAt(place) ?? {};
  if (!isDisliked) return [{ ...place, mark }];
  const disliked = valueOf(place.columnId, place.row);
  return disliked === undefined ? [] : [{ ...place, mark: { ...mark, disliked } }];
}

/** A mark without its edit and its lock. */
function kept({ disliked }: CellMark): CellMark | undefined {
  return disliked === undefined ? undefined : { disliked };
}

interface ReadEdits {
  readonly changes: readonly MarkChange[];
  /** Sentences about what could not be read. */
  readonly problems: readonly string[];
}

function readEdits(
  design: DatasetDesign,
  edits: readonly CellEdit[],
  markedAt: (place: CellPlace) => CellMark | undefined,
): ReadEdits {
  const changes: MarkChange[] = [];
  const problems: string[] = [];
  for (const { row, columnId, value } of edits) {
    const column = findColumn(design, columnId);
    const mark = markedAt({ row, columnId });
    if (column === undefined) continue;
    if (mark?.isLocked === true) {
      problems.push(`${column.name} of row ${row + 1} is locked.`);
      continue;
    }
    const read = readValue(column, value);
    if (read.ok)
      changes.push({ row, columnId, mark: { ...mark, value: read.value, isEdited: true } });
    else problems.push(`${column.name} of row ${row + 1} was not changed: ${read.error}.`);
  }
  return { changes, problems };
}

/** Texts are read by the column's type; an empty one empties the cell. Table values are found by their text. */
function readValue(column: Column, value: JsonValue): ReturnType<typeof coerce> {
  if (typeof value !== 'string') return { ok: true, value };
  if (column.fill.kind === 'category') {
    const entry = column.fill.values.find((candidate) => String(candidate.value) === value);
    if (entry !== undefined) return { ok: true, value: entry.value };
  }
  const { type, unit, fill } = column;
  const { values, fields } = fill.kind === 'generated' ? fill : {};
  return coerce(value, { type, unit, values, fields, isNullable: true });
}

function problemWords(problems: readonly string[]): string {
  const [first = ''] = problems;
  const others = problems.length - 1;
  if (others === 0) return first;
  return `${first} ${others} more ${others === 1 ? 'cell was' : 'cells were'} left as before.`;
}

type ReadCell = (columnId: string, row: number) => JsonValue | undefined;

/** An edit of what a model wrote shows the model what is wanted, as long as there are few examples. */
function exampleOfEdit(
  design: DatasetDesign,
  { row, columnId, mark }: MarkChange,
  valueOf: ReadCell,
): readonly DesignCommand[] {
  const call = callOf(design, columnId);
  if (call === undefined || call.examples.length >= mostOwnExamples) return [];
  const read: ReadCell = (id, of) => (id === columnId ? mark?.value : valueOf(id, of));
  return exampleCommands(design, [{ row, columnId }], { isExample: true, valueOf: read });
}

/** One change of each call that writes a cell of these places. */
function exampleCommands(
  design: DatasetDesign,
  places: readonly CellPlace[],
  { isExample, valueOf }: { readonly isExample: boolean; readonly valueOf: ReadCell },
): readonly DesignCommand[] {
  return design.calls.flatMap((call) => {
    const rows = new Set(
      places
        .filter(({ columnId }) => callOf(design, columnId)?.id === call.id)
        .map(({ row }) => row),
    );
    const shown = [...rows].flatMap(
      (row) => exampleOf(design, { callId: call.id, row }, valueOf) ?? [],
    );
    const others = call.examples.filter(
      ({ values }) => !shown.some((example) => isSame(values, example.values)),
    );
    const examples = isExample ? [...others, ...shown] : others;
    if (shown.length === 0 || (!isExample && others.length === call.examples.length)) return [];
    return [{ kind: 'update-call', callId: call.id, change: { examples } }];
  });
}

function callOf(design: DatasetDesign, columnId: string) {
  const fill = findColumn(design, columnId)?.fill;
  if (fill?.kind !== 'generated') return undefined;
  return design.calls.find(({ id }) => id === fill.call);
}

/** A row as an example: what the call writes, and the other values it can be told. Undefined while a value is missing. */
function exampleOf(
  design: DatasetDesign,
  { callId, row }: { readonly callId: string; readonly row: number },
  valueOf: ReadCell,
): Example | undefined {
  const facts: Record<string, JsonValue> = {};
  const values: Record<string, JsonValue> = {};
  for (const { id, name, fill } of design.columns) {
    const value = valueOf(id, row);
    const isOwn = fill.kind === 'generated' && fill.call === callId;
    if (isOwn && value === undefined) return undefined;
    if (value === undefined || value === null) continue;
    if (isOwn) values[name] = value;
    else if (fill.kind !== 'generated') facts[name] = value;
  }
  return { facts, values };
}

function isSame(left: JsonObject, right: JsonObject): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
