/** Rows that break a rule whose failure leaves them out of files, or that a judge leaves out. They stay in the dataset, where they can be mended. */
import { onFailureOf } from '#core/design/on-failure.ts';
import type { Dataset } from '#core/engine/dataset.ts';

/** Asked for one row at a time; undefined when nothing in the design leaves rows out. */
export function createLeftOut(
  dataset: Pick<Dataset, 'design' | 'checkRow' | 'isScoredOut'>,
): ((row: number) => boolean) | undefined {
  const { constraints, calls } = dataset.design;
  const hasRules = constraints.some((rule) => onFailureOf(rule) === 'drop');
  const hasJudges = calls.some(
    ({ output }) => output.kind === 'judge' && output.whenLow === 'drop',
  );
  if (!hasRules && !hasJudges) return undefined;
  return (row) =>
    (hasJudges && dataset.isScoredOut(row)) ||
    (hasRules && dataset.checkRow(row).some(({ onFailure }) => onFailure === 'drop'));
}
