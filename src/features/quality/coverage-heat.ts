/** Rows in the cells of two tables, as heat. */
import { counted } from '#core/base/counted.ts';
import type { CoverageData } from '#core/analysis/coverage-data.ts';
import type { HeatView } from '#ui/charts/picture/heat-picture.ts';

/** The fullest cell stays below the end of the ramp, which is kept for certainty. */
const mostHeat = 0.8;

export function coverageHeat({ rows, columns, counts }: CoverageData): HeatView {
  const most = Math.max(1, ...counts.flat());
  return {
    rows,
    columns,
    cells: rows.flatMap((row, at) =>
      columns.map((column, place) => {
        const count = counts[at]?.[place] ?? 0;
        return {
          row: at,
          column: place,
          heat: (count / most) * mostHeat,
          text: count.toLocaleString('en'),
          words: [`${row}, ${column}`, counted(count, 'row')],
        };
      }),
    ),
  };
}
