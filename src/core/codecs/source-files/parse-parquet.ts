/** Parquet files as rows. */
import { parquetReadObjects } from 'hyparquet';
import { failure, success, type Result } from '#core/base/result.ts';
import type { JsonObject } from '#core/base/json.ts';
import { plainValue } from './plain-value.ts';

export async function parseParquet(
  bytes: Uint8Array,
): Promise<Result<readonly JsonObject[], string>> {
  try {
    const file = bytes.slice().buffer;
    const rows = await parquetReadObjects({ file });
    return success(rows.map((row) => plainValue(row) as JsonObject));
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown problem';
    return failure(`The Parquet file could not be read: ${reason}.`);
  }
}
