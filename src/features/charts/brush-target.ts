/** The rows inside a rectangle drawn on a scatter chart, as filters that say themselves in words. */
import type { Chart } from '#core/design/chart.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { valueWords } from '#ui/charts/point-words.ts';
import type { PickTarget } from './chart-body.ts';
import { scatterColumns } from './views/scatter-view.ts';
import { axisOf, digits } from './views/words.ts';

export interface Area {
  readonly x: readonly [low: number, high: number];
  readonly y?: readonly [low: number, high: number];
}

export function brushTarget(
  { x, y }: Area,
  chart: Chart,
  design: DatasetDesign,
): PickTarget | undefined {
  const columns = scatterColumns(chart, design);
  if (columns === undefined) return undefined;
  const sides = [
    { columnId: columns.x, range: x },
    ...(y === undefined ? [] : [{ columnId: columns.y, range: y }]),
  ];
  return {
    kind: 'rows',
    filters: sides.map(({ columnId, range: [low, high] }) => {
      const axis = axisOf(columnId, design);
      const from = `${axis.prefix ?? ''}${digits(low)}`;
      const label = `${axis.label} ${from} to ${valueWords(Number(high.toPrecision(3)), axis)}`;
      return { kind: 'range', columnId, low, high, label };
    }),
  };
}
