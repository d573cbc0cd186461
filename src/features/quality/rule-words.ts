/** What was measured of a rule, in the words of the report. */
import type { ConstraintMeasure } from '#core/analysis/constraint-measure.ts';

/** "199 of 200", or the measure of a set rule. */
export function heldWords(measure: ConstraintMeasure | undefined, rowCount: number): string {
  if (measure === undefined || measure.verdict === 'no-rows') return 'no rows yet';
  if (measure.brokenCount === undefined || measure.verdict === 'holds') return measure.label;
  const held = Math.max(0, rowCount - measure.brokenCount);
  return `${held.toLocaleString('en')} of ${rowCount.toLocaleString('en')}`;
}

/** "none", "row 128" or "3 rows". */
export function brokenWords(measure: ConstraintMeasure | undefined): string {
  if (measure === undefined || measure.verdict === 'no-rows') return '';
  if (measure.verdict === 'holds') return 'none';
  const { brokenCount, brokenRows } = measure;
  if (brokenCount === undefined) return 'the set';
  if (brokenCount === 1) return `row ${(brokenRows[0] ?? 0) + 1}`;
  return `${brokenCount.toLocaleString('en')} rows`;
}
