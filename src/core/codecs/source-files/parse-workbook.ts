/** Excel workbooks as rows: all sheets one after the other, the first row of each holding the names. */
import readWorkbook from 'read-excel-file/universal';
import type { JsonObject } from '#core/base/json.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import { plainValue } from './plain-value.ts';

export async function parseWorkbook(
  bytes: Uint8Array,
): Promise<Result<readonly JsonObject[], string>> {
  try {
    const sheets = await readWorkbook(bytes.slice().buffer);
    return success(sheets.flatMap(({ data }) => rowsOf(data)));
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown problem';
    return failure(`The workbook could not be read: ${reason}.`);
  }
}

function rowsOf([names = [], ...rows]: readonly (readonly unknown[])[]): readonly JsonObject[] {
  return rows.map((row) =>
    Object.fromEntries(
      names.map((name, index) => [
        typeof name === 'string' ? name : `column ${index + 1}`,
        plainValue(row[index]),
      ]),
    ),
  );
}
