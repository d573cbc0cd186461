import { counted } from '#core/base/counted.ts';
import { groupFilter } from './group-filter.ts';
import type { ShareData } from '#core/analysis/share-data.ts';
import { sharesHeight, sharesPicture, type SharesView } from '#ui/charts/picture/shares-picture.ts';
import type { ChartBody, ChartContext } from '#features/charts/chart-body.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { seriesColumn } from '#core/design/shown-charts.ts';
import { columnName, count, seriesIndex } from './words.ts';

/** Rows of each value against its target. */
export function shareView(data: ShareData, { design }: ChartContext): ChartBody {
  const view = linesOf(data, design);
  const off = data.columns.reduce((sum, { rowsOff }) => sum + rowsOff, 0);
  const hasTargets = data.columns.some(({ entries }) =>
    entries.some(({ target }) => target !== undefined),
  );
  const names = view.groups.map(({ name }) => name).join(' and ');
  const met = off === 0 ? 'Shares meet their targets' : 'Shares miss their targets';
  const rest = data.columns.reduce((sum, { restCount }) => sum + restCount, 0);
  return {
    title: hasTargets ? met : `Shares of ${names}`,
    subtitle: hasTargets ? 'The tick is the target' : 'Rows of each value',
    ...(rest === 0 ? {} : { note: `${counted(rest, 'more value')} not shown` }),
    ...(hasTargets
      ? {
          verdict: {
            // Rounding to whole rows leaves up to one row a value.
            tone: off <= data.columns.length ? ('ok' as const) : ('warn' as const),
            text: `${counted(off, 'row')} off`,
          },
        }
      : {}),
    table: {
      head: [
        { label: 'column' },
        { label: 'value' },
        { label: 'rows', isNumber: true },
        { label: 'target', isNumber: true },
      ],
      rows: () =>
        view.groups.flatMap(({ name, lines }) =>
          lines.map((line) => [
            name,
            line.label,
            count(line.count),
            line.target === undefined ? '' : count(line.target),
          ]),
        ),
    },
    draw: ({ width }) => sharesPicture(view, width),
    height: () => sharesHeight(view),
    pick: (key) => {
      const [name, value] = key.split('\n');
      const index = view.groups.findIndex((group) => group.name === name);
      const columnId = data.columns[index]?.columnId;
      if (columnId === undefined || value === undefined) return undefined;
      return {
        kind: 'rows',
        filters: [groupFilter(columnId, value)],
      };
    },
  };
}

function linesOf({ columns }: ShareData, design: DatasetDesign): SharesView {
  const coloured = seriesColumn(design);
  return {
    groups: columns.map(({ columnId, entries }) => ({
      name: columnName(design, columnId),
      lines: entries.map(({ value, count: rows, target }) => {
        const series = columnId === coloured ? seriesIndex(design, columnId, value) : -1;
        return {
          label: value,
          count: rows,
          ...(target === undefined ? {} : { target }),
          ...(series < 0 ? {} : { series }),
        };
      }),
    })),
  };
}
