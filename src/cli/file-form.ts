/** How the rows stand in a file, or in several, as said on the command line; held against the design. */
import { counted } from '#core/base/counted.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import type { ChosenRows } from '#core/export/choose-rows.ts';
import { exportColumns, fileNames } from '#core/export/export-rows.ts';
import type { SplitPart } from '#core/export/split-rows.ts';
import { guessParts } from '#core/export/training/guess-parts.ts';
import {
  layoutProblem,
  parseTurnParts,
  type TrainingForm,
  type TrainingLayout,
} from '#core/export/training/training-layout.ts';
import { outdatedWords } from '#core/rows/cell.ts';
import { UsageError } from './cli-host.ts';

export interface FileForm {
  /** Undefined for one file. */
  readonly split: readonly SplitPart[] | undefined;
  /** Name of the column of which each value has the shares. */
  readonly splitBy: string | undefined;
  /** Name of the column of which each value has as many rows. */
  readonly balanceBy: string | undefined;
  /** New names of columns by their names in the design. */
  readonly names: ReadonlyMap<string, string>;
  readonly hasProvenance: boolean;
  /** Undefined for rows as columns. */
  readonly training: TrainingChoice | undefined;
}

export interface TrainingChoice {
  readonly form: TrainingForm;
  /** As typed, see `parseTurnParts`; what names of columns suggest when absent. */
  readonly turns: string | undefined;
  readonly keepsOthers: boolean;
}

/** Throws `UsageError` for columns that the design or the file does not have, or that would share a name. */
export function checkFileForm(design: DatasetDesign, form: FileForm): void {
  layoutOf(design, form);
  const { names, splitBy, balanceBy } = form;
  const columns = exportColumns(design);
  for (const name of names.keys())
    if (!columns.some((column) => column.name === name))
      throw new UsageError(`--rename names a column that the file does not have: ${name}.`);
  const chosen = fileNames(columns, namesById(columns, names));
  if (!chosen.ok) throw new UsageError(`Two columns would be called ${chosen.error}.`);
  for (const [option, name] of Object.entries({ 'split-by': splitBy, balance: balanceBy }))
    if (name !== undefined && !design.columns.some((column) => column.name === name))
      throw new UsageError(`--${option} names a column that the design does not have: ${name}.`);
}

/** Throws `UsageError` when no conversation can be made of the design's columns. */
export function layoutOf(
  design: DatasetDesign,
  { training }: Pick<FileForm, 'training'>,
): TrainingLayout | undefined {
  if (training === undefined) return undefined;
  const { form, turns, keepsOthers } = training;
  const idOf = (name: string) => design.columns.find((column) => column.name === name)?.id;
  const read = turns === undefined ? undefined : parseTurnParts(turns, idOf);
  if (read?.ok === false) throw new UsageError(`--turns cannot be read. ${read.error}`);
  const layout = { form, parts: read?.value ?? guessParts(design), keepsOthers };
  const problem = layoutProblem(layout);
  if (problem !== undefined)
    throw new UsageError(`${problem} Say which with --turns user=COLUMN,assistant=COLUMN.`);
  return layout;
}

/** A line for each reason why rows that were made are in no file, and one for those that are out of date; empty when there is none. */
export function describeChosen({ withoutTurns, unbalanced, outdated }: ChosenRows): string {
  const leftOut = [
    [withoutTurns, 'in which not both sides speak, or that the layout cannot express'],
    [unbalanced, 'of values that have more of them than the rarest'],
  ] as const;
  const lines = leftOut
    .filter(([count]) => count > 0)
    .map(([count, which]) => `Left out: ${counted(count, 'row')} ${which}.\n`);
  return [...lines, ...(outdated === 0 ? [] : [`${outdatedWords(outdated)}\n`])].join('');
}

export function namesById(
  columns: readonly Column[],
  names: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    columns.flatMap(({ id, name }) => {
      const given = names.get(name);
      return given === undefined ? [] : [[id, given]];
    }),
  );
}
