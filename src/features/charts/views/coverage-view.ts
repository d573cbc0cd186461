import { counted } from '#core/base/counted.ts';
import { groupFilter } from './group-filter.ts';
import type { CoverageData } from '#core/analysis/coverage-data.ts';
import { heatHeight, heatPicture, type HeatView } from '#ui/charts/picture/heat-picture.ts';
import type { ChartBody, ChartContext } from '#features/charts/chart-body.ts';
import { columnName, count, sentenceCase } from './words.ts';

/** Rows in each cell of two attribute tables. */
export function coverageView(data: CoverageData, { chart, design }: ChartContext): ChartBody {
  const { x, y } = chart.kind === 'coverage' ? chart : { x: '', y: '' };
  return coverageBody(data, { x, y, names: [columnName(design, x), columnName(design, y)] });
}

export interface CoveragePlace {
  readonly x: string;
  readonly y: string;
  readonly names: readonly [string, string];
}

function coverageBody(data: CoverageData, { x, y, names }: CoveragePlace): ChartBody {
  const most = Math.max(1, ...data.counts.flat());
  const view: HeatView = {
    rows: data.rows,
    columns: data.columns,
    cells: data.rows.flatMap((row, at) =>
      data.columns.map((column, place) => {
        const rows = data.counts[at]?.[place] ?? 0;
        return {
          row: at,
          column: place,
          heat: (rows / most) * 0.8,
          text: count(rows),
          words: [`${row}, ${column}`, counted(rows, 'row')],
          key: `${row}\n${column}`,
        };
      }),
    ),
  };
  const filled = `${count(data.filledCells)} of ${count(data.totalCells)}`;
  const isAll = data.filledCells === data.totalCells;
  return {
    title: sentenceCase(
      isAll
        ? `every ${names[1]} occurs with every ${names[0]}`
        : `some ${names[1]} and ${names[0]} never meet`,
    ),
    subtitle: 'Rows in each cell',
    verdict: { tone: isAll ? 'ok' : 'warn', text: `${filled} cells` },
    table: {
      head: [{ label: names[1] }, { label: names[0] }, { label: 'rows', isNumber: true }],
      rows: () =>
        data.rows.flatMap((row, at) =>
          data.columns.map((column, place) => [row, column, count(data.counts[at]?.[place] ?? 0)]),
        ),
    },
    draw: (size) => heatPicture(view, size),
    height: () => Math.min(360, heatHeight(view) * 0.8 + 10),
    pick: (key) => {
      const [row, column] = key.split('\n');
      if (row === undefined || column === undefined) return undefined;
      return {
        kind: 'rows',
        filters: [groupFilter(y, row), groupFilter(x, column)],
      };
    },
  };
}
