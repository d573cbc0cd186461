/** Where each row came from, as columns of a file: enough to find the request, and to draw the row again. */
import type { FileColumn } from '#core/rows/file-column.ts';
import type { Dataset } from './dataset.ts';

type Source = Pick<Dataset, 'design' | 'columnPlan' | 'originals' | 'makerOf' | 'isEdited'>;

/**
 * `_row` (1-based) and `_seed` give all sampled values back. Each call has `_<name>_provider`, `_<name>_model`
 * and `_<name>_request`, null where it wrote nothing or an older journal does not tell. `_edited` lists the
 * columns that were changed by hand, by what they are called in the file. `_own` is there when the user brought
 * rows, and true for those.
 */
export function provenanceColumns(
  dataset: Source,
  columns: readonly { readonly id: string; readonly name: string }[],
): readonly FileColumn[] {
  const { design, columnPlan, originals } = dataset;
  const calls = columnPlan.calls.flatMap(({ callId }) => {
    const name = design.calls.find(({ id }) => id === callId)?.name ?? callId;
    const maker = (row: number) => dataset.makerOf(callId, row);
    return [
      { name: `_${name}_provider`, valueOf: (row: number) => maker(row).madeBy ?? null },
      { name: `_${name}_model`, valueOf: (row: number) => maker(row).model ?? null },
      { name: `_${name}_request`, valueOf: (row: number) => maker(row).requestId ?? null },
    ];
  });
  const edited = (row: number) =>
    columns.filter(({ id }) => dataset.isEdited(id, row)).map(({ name }) => name);
  const own = { name: '_own', valueOf: (row: number) => row < originals.count };
  return [
    { name: '_row', valueOf: (row) => row + 1 },
    { name: '_seed', valueOf: () => design.seed },
    ...calls,
    { name: '_edited', valueOf: edited },
    ...(originals.count > 0 ? [own] : []),
  ];
}
