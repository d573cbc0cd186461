/** Rows from a file or from pasted text, as they stand there, and what of it could not be read. */
import type { JsonObject } from '#core/base/json.ts';
import { success, type Result } from '#core/base/result.ts';
import { parseSourceFile, type SourceFile } from '#core/codecs/source-files/parse-source-file.ts';

export interface ReadRows {
  readonly rows: readonly JsonObject[];
  /** What could not be read and where, as sentences. */
  readonly lost: readonly string[];
}

/** Fails with a sentence. */
export async function readRows(file: SourceFile): Promise<Result<ReadRows, string>> {
  const name = file.name.replace(/\.ndjson$/i, '.jsonl');
  const lost: string[] = [];
  const rows = await parseSourceFile({ ...file, name }, (what) => lost.push(what));
  return rows.ok ? success({ rows: rows.value, lost }) : rows;
}

/** The ending of a data file that a text would have; undefined where it is no table of rows. */
export function endingOfRows(text: string): 'csv' | 'tsv' | 'json' | 'jsonl' | undefined {
  const start = text.trimStart();
  if (/^\[\s*\{/.test(start)) return 'json';
  const [first = '', second] = start.split('\n', 2).map((line) => line.trim());
  if (first.startsWith('{')) return first.endsWith('}') ? 'jsonl' : undefined;
  if (second === undefined || second === '') return undefined;
  const columns = (sign: string): number => Math.min(countOf(first, sign), countOf(second, sign));
  if (columns('\t') > 0) return 'tsv';
  const isHeader = /^[\p{L}\p{N} _."'()/%-]+(?:,[\p{L}\p{N} _."'()/%-]+)+$/u.test(first);
  return isHeader && columns(',') > 0 ? 'csv' : undefined;
}

function countOf(line: string, sign: string): number {
  return line.split(sign).length - 1;
}
