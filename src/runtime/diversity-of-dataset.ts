/** The diversity of the texts of a dataset, as the Quality tab shows it. */
import { measureDiversity, type TextDiversity } from '#core/analysis/text-diversity.ts';
import { isFreeText, varietySettings } from '#core/design/variety-settings.ts';
import type { Dataset } from '#core/engine/dataset.ts';
import { withoutRows } from '#core/rows/without-rows.ts';

/** By column id; columns that no model words freely are left out where no list is given. */
export function diversityOf(
  { design, store, excluded }: Dataset,
  columnIds?: readonly string[],
): Readonly<Record<string, TextDiversity>> {
  const { similarity } = varietySettings(design);
  const measured = design.columns.filter((column) =>
    columnIds === undefined ? isFreeText(column) : columnIds.includes(column.id),
  );
  const rows = withoutRows(store, excluded);
  return Object.fromEntries(
    measured.map(({ id }) => [id, measureDiversity(rows, id, { similarity })]),
  );
}
