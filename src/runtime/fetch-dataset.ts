/** Rows of a public dataset of Hugging Face, asked for page by page, without a key. */
import {
  readRowsPage,
  readSplits,
  rowsAddress,
  rowsPerPage,
  splitsAddress,
  type RowsPage,
} from '#core/codecs/source-files/hugging-face-rows.ts';
import type { JsonObject } from '#core/base/json.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import type { HttpSend } from '#core/llm/language-model.ts';

export interface FetchDataset {
  /** Such as `org/name`. */
  readonly dataset: string;
  readonly split?: string | undefined;
  /** The most rows that are wanted. */
  readonly rowCount: number;
}

/** Fails with a sentence; rows that came before a fault are dropped with it. */
export async function fetchDataset(
  { dataset, split, rowCount }: FetchDataset,
  send: HttpSend,
): Promise<Result<RowsPage, string>> {
  const splits = await ask(splitsAddress(dataset), dataset, send);
  if (!splits.ok) return splits;
  const part = readSplits(splits.value, dataset, split);
  if (!part.ok) return part;
  const rows: JsonObject[] = [];
  let total = rowCount;
  while (rows.length < Math.min(rowCount, total)) {
    const length = Math.min(rowsPerPage, rowCount - rows.length);
    const answer = await ask(rowsAddress(part.value, rows.length, length), dataset, send);
    if (!answer.ok) return answer;
    const page = readRowsPage(answer.value);
    if (!page.ok) return page;
    if (page.value.rows.length === 0) break;
    rows.push(...page.value.rows);
    total = page.value.total;
  }
  return success({ rows, total: Math.max(total, rows.length) });
}

const patienceMs = 30_000;

async function ask(url: string, dataset: string, send: HttpSend): Promise<Result<string, string>> {
  const request = { url, method: 'GET', headers: { accept: 'application/json' } } as const;
  try {
    const response = await send(request, AbortSignal.timeout(patienceMs));
    if (response.ok) return success(await response.text());
    return failure(refusal(response.status, dataset));
  } catch {
    return failure('Hugging Face could not be reached. Download the file and drop it here.');
  }
}

function refusal(status: number, dataset: string): string {
  if (status === 401 || status === 403 || status === 404)
    return `${dataset} does not exist or is not public. Download the file and drop it here.`;
  if (status === 429) return 'Hugging Face takes no more requests for now. Try again in a minute.';
  return `Hugging Face answered with status ${status}. Try again, or download the file.`;
}
