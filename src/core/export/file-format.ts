/** The forms in which rows leave as a file, by the ending of its name: one list for the page and the command line. */
import type { DatasetDesign } from '#core/design/design.ts';

export type FileFormat = DatasetDesign['output']['format'];

export const fileFormats: readonly FileFormat[] = [
  'jsonl',
  'csv',
  'json',
  'tsv',
  'parquet',
  'sql',
  'xml',
];

const mediaTypes: Readonly<Record<FileFormat, string>> = {
  jsonl: 'application/jsonl',
  csv: 'text/csv',
  json: 'application/json',
  tsv: 'text/tab-separated-values',
  parquet: 'application/vnd.apache.parquet',
  sql: 'application/sql',
  xml: 'application/xml',
};

/** The media type of a file of this format. */
export function mediaTypeOf(format: FileFormat): string {
  return mediaTypes[format];
}

/** Whether the file is a table of texts, such as spreadsheets open. */
export function isSheet(format: FileFormat): boolean {
  return format === 'csv' || format === 'tsv';
}

/** Whether the file is text that can be shown and copied. */
export function isText(format: FileFormat): boolean {
  return format !== 'parquet';
}

/** Whether a row can hold a list of messages as such. */
export function canNest(format: FileFormat): boolean {
  return format === 'jsonl' || format === 'json';
}

/** By the ending of a name, in letters of any case; undefined for other endings. */
export function fileFormatOf(fileName: string): FileFormat | undefined {
  const ending = /\.(\w+)$/.exec(fileName)?.[1]?.toLowerCase();
  return fileFormats.find((format) => format === ending);
}
