/** Cells as text for other programs: tab-separated, quoted as spreadsheets do. */
import type { JsonValue } from '#core/base/json.ts';

export function clipboardText(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Rows of cells; a cell with a tab, a line break or a quote is quoted. */
export function toTsv(rows: readonly (readonly (JsonValue | undefined)[])[]): string {
  return rows.map((row) => row.map((value) => quoted(clipboardText(value))).join('\t')).join('\n');
}

function quoted(text: string): string {
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
