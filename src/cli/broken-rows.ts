/** Rows with a cell that could not be worked out, such as a formula that divides by nothing: they are in no file. */
import { unexportedRows } from '#core/design/originals.ts';
import type { Dataset } from '#core/engine/dataset.ts';
import { exportColumns } from '#core/export/export-rows.ts';

export interface BrokenRows {
  readonly count: number;
  /** Column and reason of the first; empty when there is none. */
  readonly reason: string;
}

export function brokenRows({ design, store }: Pick<Dataset, 'design' | 'store'>): BrokenRows {
  const columns = exportColumns(design);
  const hidden = unexportedRows(design);
  let count = 0;
  let reason = '';
  for (let row = 0; row < store.rowCount; row += 1) {
    if (hidden.has(row)) continue;
    const broken = columns.find(({ id }) => store.state(id, row) === 'failed');
    if (broken === undefined) continue;
    count += 1;
    if (count === 1) reason = `${broken.name}: ${store.cell(broken.id, row).reason ?? 'unknown.'}`;
  }
  return { count, reason };
}
