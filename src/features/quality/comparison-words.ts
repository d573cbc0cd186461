/** The comparison with a real sample in words. */
import type { SampleComparison } from '#core/analysis/compare-sample.ts';
import type { CopyCheck } from '#core/analysis/nearest-rows.ts';

export const distanceNames = { ks: 'KS', variation: 'total variation' } as const;

export function copyWords(copies: CopyCheck): string {
  const { identicalCount, madeCount, closeShare, madeMedian, realMedian } = copies;
  const nearest = `Nearest real row: median distance ${madeMedian.toFixed(2)}, among real rows ${realMedian.toFixed(2)}.`;
  if (!copies.isAlarm) return `No sign of copies. ${nearest}`;
  const share = `${(closeShare * 100).toFixed(0)} %`;
  return identicalCount > 0
    ? `${identicalCount.toLocaleString('en')} of ${madeCount.toLocaleString('en')} rows equal a real row. ${nearest}`
    : `${share} of rows are nearer to a real row than real rows are to each other. ${nearest}`;
}

/** What could not be compared; undefined when everything could. */
export function unmatchedWords(comparison: SampleComparison): string | undefined {
  const { unmatchedColumns, unmatchedFields } = comparison;
  const parts = [
    ...(unmatchedColumns.length === 0 ? [] : [`only here: ${unmatchedColumns.join(', ')}`]),
    ...(unmatchedFields.length === 0 ? [] : [`only in the file: ${unmatchedFields.join(', ')}`]),
  ];
  return parts.length === 0 ? undefined : `Not compared, ${parts.join('; ')}.`;
}
