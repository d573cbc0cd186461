/** What judges do to a dataset: rows that score too low are begun anew, and may be left out of files. */
import type { Parts } from './dataset-parts.ts';
import type { Dataset } from './dataset.ts';
import { beginRun } from './dataset-run.ts';

export function judgeMethods(parts: Parts): Pick<Dataset, 'judge' | 'isScoredOut'> {
  const { judges, marks } = parts;
  return {
    isScoredOut: (row) => judges.isDropped(row),
    judge({ rowCount, rewritten, id, rows }) {
      if (!judges.hasJudges) return { hasJudges: false, lowRows: 0 };
      let lowRows = 0;
      for (let row = 0; row < rowCount; row += 1)
        if (!marks.excluded.has(row) && judges.isLow(row)) lowRows += 1;
      const next = judges.next({ rowCount, rewritten, rows, excluded: marks.excluded });
      if (next === undefined) return { hasJudges: true, lowRows };
      return { hasJudges: true, lowRows, plan: beginRun(parts, rowCount, { id, ...next }) };
    },
  };
}
