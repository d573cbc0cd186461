/** Text of other programs as cells: tab-separated, quoted as spreadsheets do. */
import Papa from 'papaparse';

/** Most characters and cells that are taken from a clipboard at once. */
const pasteLimits = { characters: 5_000_000, cells: 50_000 } as const;

export type ReadTable =
  | { readonly ok: true; readonly rows: readonly (readonly string[])[] }
  | { readonly ok: false; readonly problem: string };

/** Plain text as a table; a line break at the end, as spreadsheets add it, is no row. */
export function fromTsv(text: string): ReadTable {
  if (text.length > pasteLimits.characters)
    return { ok: false, problem: 'The clipboard holds more than 5 million characters.' };
  const { data } = Papa.parse<string[]>(text.replace(/\r?\n$/, ''), { delimiter: '\t' });
  const cells = data.reduce((sum, row) => sum + row.length, 0);
  if (cells <= pasteLimits.cells) return { ok: true, rows: data };
  const [most, count] = [pasteLimits.cells, cells].map((number) => number.toLocaleString('en'));
  return {
    ok: false,
    problem: `At most ${most} cells can be pasted at once; the clipboard holds ${count}.`,
  };
}
