/** What judges do to a dataset: rows that score too low are begun anew, and may be left out of files. */
import type { Parts } from './dataset-parts.ts';
import type { Dataset } from './dataset.ts';
import { beginRun } from './dataset-run.ts';

export function judgeMethods(parts: Parts): Pick<Dataset, 'judge' | 'isScoredOut' | 'scores'> {
  const { judges, marks, store } = parts;
  return {
    isScoredOut: (row) => judges.isDropped(row),
    scores: () =>
      judges.hasJudges
        ? judges.counts({ rowCount: store.rowCount, excluded: marks.excluded })
        : undefined,
    judge({ id, ...asked }) {
      if (!judges.hasJudges) return {};
      const options = { ...asked, excluded: marks.excluded };
      const standing = judges.standing(options);
      const next = judges.next(options);
      if (next === undefined) return { standing };
      return { standing, plan: beginRun(parts, asked.rowCount, { id, ...next }) };
    },
  };
}
