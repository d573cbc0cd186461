/**
 * Public datasets of Hugging Face through its rows API: addresses to ask and answers to read. Who asks
 * is the host's business. See the dataset viewer's documentation, `/splits` and `/rows`.
 */
import { isForbiddenKey, isJsonObject, parseJson, type JsonObject } from '#core/base/json.ts';
import { failure, success, type Result } from '#core/base/result.ts';

const datasetServer = 'https://datasets-server.huggingface.co';

/** The most rows the API gives at once. */
export const rowsPerPage = 100;

export interface DatasetPart {
  readonly dataset: string;
  readonly config: string;
  readonly split: string;
}

export function splitsAddress(dataset: string): string {
  return `${datasetServer}/splits?${new URLSearchParams({ dataset }).toString()}`;
}

export function rowsAddress(part: DatasetPart, offset: number, length: number): string {
  const query = { ...part, offset: String(offset), length: String(length) };
  return `${datasetServer}/rows?${new URLSearchParams(query).toString()}`;
}

const bounds = { maxLength: 16_000_000, maxDepth: 64 };

/** The part with the asked split, or the only split there is. Fails with a sentence that lists the choices. */
export function readSplits(
  text: string,
  dataset: string,
  split: string | undefined,
): Result<DatasetPart, string> {
  const parsed = parseJson(text, bounds);
  const list =
    parsed.ok && isJsonObject(parsed.value) && Array.isArray(parsed.value.splits)
      ? parsed.value.splits.filter(isJsonObject)
      : [];
  const parts = list.flatMap(({ config, split: name }): DatasetPart[] =>
    typeof config === 'string' && typeof name === 'string'
      ? [{ dataset, config, split: name }]
      : [],
  );
  if (parts.length === 0) return failure(`${dataset} shows no rows to the public.`);
  const fitting = split === undefined ? parts : parts.filter((part) => part.split === split);
  const names = [...new Set(parts.map((part) => part.split))].join(', ');
  const [first] = fitting;
  if (first === undefined)
    return failure(`${dataset} has no split “${split ?? ''}”, only ${names}.`);
  if (split === undefined && new Set(parts.map((part) => part.split)).size > 1)
    return failure(`${dataset} has several splits: ${names}. Name one in the source.`);
  return success(first);
}

export interface RowsPage {
  readonly rows: readonly JsonObject[];
  /** Rows of the whole split. */
  readonly total: number;
}

/** Fails for anything but a page of rows. */
export function readRowsPage(text: string): Result<RowsPage, string> {
  const parsed = parseJson(text, bounds);
  if (!parsed.ok || !isJsonObject(parsed.value) || !Array.isArray(parsed.value.rows))
    return failure('The answer of Hugging Face is no page of rows.');
  const { rows: list, num_rows_total: total } = parsed.value;
  const rows = list
    .filter(isJsonObject)
    .flatMap(({ row }) => (isJsonObject(row) ? [safeRow(row)] : []));
  return success({ rows, total: typeof total === 'number' ? total : rows.length });
}

function safeRow(row: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(row).filter(([key]) => !isForbiddenKey(key)));
}
