/** The choices of the Export dialog, and the request they become. */
import { success, type Result } from '#core/base/result.ts';
import { canNest, isSheet, isText, mediaTypeOf, type FileFormat } from '#core/export/file-format.ts';
import { fileNames } from '#core/export/export-rows.ts';
import { fileName } from '#core/export/file-name.ts';
import { parseSplit, type SplitPart } from '#core/export/split-rows.ts';
import { guessParts } from '#core/export/training/guess-parts.ts';
import {
  layoutProblem,
  type TrainingForm,
  type TrainingLayout,
  type TurnPart,
} from '#core/export/training/training-layout.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import type { ExportAnswer, ExportRequest } from '#runtime/evaluator-protocol.ts';

export interface ChosenColumn {
  readonly id: string;
  readonly name: string;
  /** Whether its values can be whole conversations. */
  readonly isNested: boolean;
  readonly isChosen: boolean;
  /** What it is called in the file; its own name when absent. */
  readonly fileName?: string | undefined;
}

/** Ways to divide the rows that are offered by name; the text is read by `parseSplit`. */
export const splitChoices = {
  none: undefined,
  'train-test': 'train=80,test=20',
  'train-test-small': 'train=90,test=10',
  'train-validation-test': 'train=80,validation=10,test=10',
  own: undefined,
} as const;

export type SplitChoice = keyof typeof splitChoices;

export interface ExportOptions {
  readonly format: FileFormat;
  readonly rows: 'finished' | 'all';
  readonly columns: readonly ChosenColumn[];
  readonly split: SplitChoice;
  /** The parts as typed, where they are the user's own. */
  readonly splitText: string;
  /** Column of which each value has the shares; empty for none. */
  readonly splitBy: string;
  /** Column of which each value has as many rows; empty for none. */
  readonly balanceBy: string;
  /** Rows as columns, or as conversations; the latter in JSON only. */
  readonly layout: 'columns' | TrainingForm;
  /** Which column plays which part of a conversation, by id. */
  readonly parts: TrainingLayout['parts'];
  /** Whether the chosen columns stand behind the conversation. */
  readonly keepsOthers: boolean;
  readonly hasProvenance: boolean;
  readonly lineEnding: '\n' | '\r\n';
  readonly byteOrderMark: boolean;
  readonly spreadsheetSafe: boolean;
}

/** As the design says: its format, its columns in its order, the rest after them and not chosen. */
export function defaultOptions(design: DatasetDesign): ExportOptions {
  const { format, columns } = design.output;
  const wanted = columns ?? design.columns.filter(({ drop }) => !drop).map(({ id }) => id);
  const chosen = wanted.flatMap((id) => design.columns.filter((column) => column.id === id));
  const others = design.columns.filter(({ id }) => !wanted.includes(id));
  return {
    format,
    rows: 'finished',
    columns: [
      ...chosen.map((column) => chosenColumn(column, true)),
      ...others.map((column) => chosenColumn(column, false)),
    ],
    split: 'none',
    splitText: 'train=70,validation=15,test=15',
    splitBy: '',
    balanceBy: '',
    layout: 'columns',
    parts: guessParts(design),
    keepsOthers: false,
    hasProvenance: false,
    lineEnding: '\n',
    byteOrderMark: false,
    spreadsheetSafe: false,
  };
}

function chosenColumn({ id, name, type }: Column, isChosen: boolean): ChosenColumn {
  return { id, name, isNested: type === 'object' || type === 'list', isChosen };
}

/** The parts of the file; undefined for a single one. Fails with what is wrong with the user's own words. */
export function partsOf({
  split,
  splitText,
}: ExportOptions): Result<readonly SplitPart[] | undefined, string> {
  if (split === 'none') return success(undefined);
  return parseSplit(splitChoices[split] ?? splitText);
}

/** How the rows stand as conversations; undefined for columns, which other formats than JSON have always. */
export function layoutOf(options: ExportOptions): TrainingLayout | undefined {
  const { layout, format, parts, keepsOthers } = options;
  return layout === 'columns' || !canNest(format)
    ? undefined
    : { form: layout, parts, keepsOthers };
}

/** Why no file can be made of these choices; undefined when one can. */
export function exportProblem(options: ExportOptions): string | undefined {
  const parts = partsOf(options);
  if (!parts.ok) return parts.error;
  const layout = layoutOf(options);
  const unspoken = layout && layoutProblem(layout);
  if (unspoken !== undefined) return unspoken;
  const chosen = options.columns.filter(({ isChosen }) => isChosen);
  if (chosen.length === 0 && layout === undefined) return 'A file needs at least one column.';
  const names = fileNames(chosen, namesOf(chosen));
  return names.ok ? undefined : `Two columns would be called “${names.error}”.`;
}

/** `index` is the place of one part among the parts; absent for a single file. */
export function exportRequest(
  options: ExportOptions,
  { limit, index }: { readonly limit?: number; readonly index?: number | undefined } = {},
): ExportRequest {
  const chosen = options.columns.filter(({ isChosen }) => isChosen);
  const parts = partsOf(options);
  const isDivided = parts.ok && parts.value !== undefined && index !== undefined;
  const by = options.splitBy === '' ? {} : { by: options.splitBy };
  const layout = layoutOf(options);
  return {
    format: options.format,
    columnIds: chosen.map(({ id }) => id),
    names: namesOf(chosen),
    rows: options.rows,
    hasProvenance: options.hasProvenance,
    lineEnding: options.lineEnding,
    byteOrderMark: options.byteOrderMark,
    spreadsheetSafe: options.spreadsheetSafe,
    ...(layout === undefined ? {} : { layout }),
    ...(options.balanceBy === '' ? {} : { balanceBy: options.balanceBy }),
    ...(isDivided ? { part: { parts: parts.value, index, ...by } } : {}),
    ...(limit === undefined ? {} : { limit }),
  };
}

function namesOf(columns: readonly ChosenColumn[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    columns.flatMap(({ id, fileName: given }) =>
      given === undefined || given.trim() === '' ? [] : [[id, given.trim()]],
    ),
  );
}

export function exportFileName(designName: string, format: string, part?: string): string {
  return fileName(part === undefined ? designName : `${designName}-${part}`, format);
}

/** The list with one entry moved by `step` places; unchanged at the ends. */
export function moveColumn(
  columns: readonly ChosenColumn[],
  index: number,
  step: -1 | 1,
): readonly ChosenColumn[] {
  const moved = columns[index];
  const target = index + step;
  if (moved === undefined || target < 0 || target >= columns.length) return columns;
  return columns.toSpliced(index, 1).toSpliced(target, 0, moved);
}

/** Oumi's own examples end in `synth.yaml`, and so does what is dropped here again. */
export function oumiFileName(designName: string): string {
  return fileName(`${designName}_synth`, 'yaml');
}

/** Data Designer opens any JSON or YAML file; the name says what it is. */
export function dataDesignerFileName(designName: string, extension: 'json' | 'yaml'): string {
  return fileName(`${designName}_data-designer`, extension);
}

export { canNest, isSheet, isText, mediaTypeOf };
export type { ExportAnswer, ExportRequest, TurnPart };
