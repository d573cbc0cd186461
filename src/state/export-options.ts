/** The choices of the Export dialog, and the request they become. */
import { fileName } from '#core/export/file-name.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import type { ExportRequest } from '#runtime/evaluator-protocol.ts';

export interface ChosenColumn {
  readonly id: string;
  readonly name: string;
  readonly isChosen: boolean;
}

export interface ExportOptions {
  readonly format: 'csv' | 'jsonl';
  readonly rows: 'finished' | 'all';
  readonly columns: readonly ChosenColumn[];
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
      ...chosen.map(({ id, name }) => ({ id, name, isChosen: true })),
      ...others.map(({ id, name }) => ({ id, name, isChosen: false })),
    ],
    lineEnding: '\n',
    byteOrderMark: false,
    spreadsheetSafe: false,
  };
}

export function exportRequest(options: ExportOptions, limit?: number): ExportRequest {
  return {
    format: options.format,
    columnIds: options.columns.filter(({ isChosen }) => isChosen).map(({ id }) => id),
    rows: options.rows,
    lineEnding: options.lineEnding,
    byteOrderMark: options.byteOrderMark,
    spreadsheetSafe: options.spreadsheetSafe,
    ...(limit === undefined ? {} : { limit }),
  };
}

export function exportFileName(designName: string, format: string): string {
  return fileName(designName, format);
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
