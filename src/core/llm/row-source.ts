/**
 * Rows of an answer, whatever its form. Until the first row is found the answer is watched for JSON and
 * for tables at once, line by line; then one reader goes on alone.
 */
import { createAnswerStart } from './answer-start.ts';
import { columnRows, tableRows, type TableFields } from './column-rows.ts';
import { looseValues } from './loose-json.ts';
import { scannedRow, type ScannedRow } from './parse-row.ts';
import { createRowScanner, type ScanEnd, type ScannedProblem } from './row-scanner.ts';
import { createTableScanner } from './table-scanner.ts';

export interface RowSource {
  /** Rows that this piece completed. Any cut into pieces gives the same rows. */
  push(text: string): readonly ScannedRow[];
  /** `isWhole`: the model ended its answer itself. */
  end(isWhole: boolean): ScanEnd;
}

const noRows: ScannedProblem = { message: 'The answer holds no rows.', excerpt: '' };

export function createRowSource(asked: TableFields): RowSource {
  const { fields, rowKey } = asked;
  const fieldNames = fields.map(({ name }) => name);
  const json = createRowScanner({
    fieldNames,
    rowKey,
    splitColumns: (object) => columnRows(object, asked),
  });
  const table = createTableScanner({ fieldNames, rowKey });
  const start = createAnswerStart();
  let reader: 'open' | 'json' | 'table' = 'open';
  /** All that has come while no row was found. */
  let unread: string[] = [];
  let hasTableRows = false;

  const settle = (chosen: typeof reader): void => {
    [reader, unread] = [chosen, []];
  };
  const takeTable = (line: string): readonly ScannedRow[] => {
    const rows = table.push(start.push(line));
    hasTableRows ||= rows.length > 0;
    return rows;
  };
  const takeLine = (line: string): readonly ScannedRow[] => {
    if (reader === 'json') return json.push(line);
    if (reader === 'table') return takeTable(line);
    unread.push(line);
    const fromTable = takeTable(line);
    if (table.hasHeader) {
      settle('table');
      return fromTable;
    }
    const rows = json.push(line);
    if (rows.length > 0) settle('json');
    return rows;
  };

  return {
    push(text) {
      if (reader === 'json') return json.push(text);
      const rows: ScannedRow[] = [];
      let rest = text;
      while (rest !== '') {
        const stop = reader === 'open' ? lineLength(rest) : rest.length;
        rows.push(...takeLine(rest.slice(0, stop)));
        rest = rest.slice(stop);
      }
      return rows;
    },
    end(isWhole) {
      if (reader === 'json') return json.end();
      const quoted = table.push(start.end());
      const tabled = table.end(isWhole);
      const rows = quoted.concat(tabled.rows);
      if (reader === 'table' || rows.length > 0) {
        hasTableRows ||= rows.length > 0;
        const problems = hasTableRows ? tabled.problems : told(tabled.problems);
        return { rows, problems, leftover: '' };
      }
      return endOpen(json.end(), unread.join(''), asked);
    },
  };
}

/** With its line feed; all of the text where none stands in it. */
function lineLength(text: string): number {
  const end = text.indexOf('\n');
  return end === -1 ? text.length : end + 1;
}

/** No answer without rows is silent. */
function told(problems: readonly ScannedProblem[]): readonly ScannedProblem[] {
  return problems.length === 0 ? [noRows] : problems;
}

/** The last look at an answer in which no row was found while it came. */
function endOpen(scan: ScanEnd, text: string, asked: TableFields): ScanEnd {
  if (scan.rows.length > 0) return scan;
  for (const value of looseValues(text)) {
    const rows = tableRows(value, asked);
    if (rows !== undefined && rows.length > 0)
      return { rows: rows.map((row) => scannedRow(row, asked.rowKey)), problems: [], leftover: '' };
  }
  return scan.leftover === '' ? { ...scan, problems: told(scan.problems) } : scan;
}
