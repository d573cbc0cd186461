/**
 * Decides which row of a task each object of an answer belongs to. The number decides; order decides
 * only where numbers are absent or plainly mean nothing. A wrong match would put a text beside the
 * facts of another row, so whatever is doubtful is dropped and asked for again.
 */
import type { ScannedRow } from './parse-row.ts';

export interface MatchedRow {
  /** 0-based index of the row in the dataset. */
  readonly row: number;
  readonly scanned: ScannedRow;
}

export interface RowMatcher {
  /** The row of an object; several when it settles what earlier objects meant; none when it is extra. */
  take(scanned: ScannedRow): readonly MatchedRow[];
  /** Objects whose meaning only the end settles. */
  end(): readonly MatchedRow[];
  /** Rows without an object, in the order of the task. */
  missing(): readonly number[];
  /** Objects that were dropped so far. */
  readonly extraCount: number;
}

/** So many different objects in a row with one number show that the model copied it from the format. */
const constantCount = 3;

/** `rows` are the 0-based rows asked for, in the order of the prompt. */
export function createRowMatcher(rows: readonly number[]): RowMatcher {
  const open = new Set(rows);
  let first: { readonly number: number | undefined; readonly text: string } | undefined;
  let isConstant = true;
  /** Objects with the number of the first, while it is open whether numbers mean anything. */
  let held: ScannedRow[] = [];
  let isByOrder = false;
  let extraCount = 0;

  const assign = (row: number | undefined, scanned: ScannedRow): readonly MatchedRow[] => {
    if (row === undefined || !open.delete(row)) {
      extraCount += 1;
      return [];
    }
    return [{ row, scanned }];
  };
  const byOrder = (scanned: ScannedRow): readonly MatchedRow[] =>
    assign(
      rows.find((row) => open.has(row)),
      scanned,
    );
  const releaseHeld = (): readonly MatchedRow[] => {
    const objects = held;
    held = [];
    return objects.flatMap(byOrder);
  };
  const byNumber = (number: number): number | undefined => {
    const start = first?.number ?? 1;
    // Numbers that begin at 0 or 1, where no such row was asked for, count the rows of the answer.
    const isCount = start <= 1 && !rows.includes(start - 1);
    return isCount ? rows[number - start] : number - 1;
  };
  const hold = (scanned: ScannedRow): readonly MatchedRow[] => {
    if (JSON.stringify(scanned.object) === first?.text) extraCount += 1;
    else held.push(scanned);
    if (held.length < constantCount - 1) return [];
    isByOrder = true;
    return releaseHeld();
  };

  return {
    take(scanned) {
      const { number, object } = scanned;
      const isFirst = first === undefined;
      first ??= { number, text: JSON.stringify(object) };
      if (number === undefined || isByOrder) return byOrder(scanned);
      if (!isFirst && isConstant && number === first.number) return hold(scanned);
      if (!isFirst && number !== first.number) {
        // Numbers do mean something: what came twice before is a repeat.
        isConstant = false;
        extraCount += held.length;
        held = [];
      }
      return assign(byNumber(number), scanned);
    },
    end: releaseHeld,
    missing: () => rows.filter((row) => open.has(row)),
    get extraCount() {
      return extraCount;
    },
  };
}
