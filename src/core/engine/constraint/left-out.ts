/** Rows that break a rule whose failure leaves them out of files. They stay in the dataset, where they can be mended. */
import { onFailureOf } from '#core/design/constraint.ts';
import type { Dataset } from '#core/engine/dataset.ts';

/** Asked for one row at a time; undefined when no rule of the design leaves rows out. */
export function createLeftOut(
  dataset: Pick<Dataset, 'design' | 'checkRow'>,
): ((row: number) => boolean) | undefined {
  if (!dataset.design.constraints.some((rule) => onFailureOf(rule) === 'drop')) return undefined;
  return (row) => dataset.checkRow(row).some(({ onFailure }) => onFailure === 'drop');
}
