/** Which columns a chart draws. */
import type { Chart } from './chart.ts';

/** The places of a chart that hold column ids, by key; absent ones are left out. */
export function chartColumns(
  chart: Chart,
): readonly { readonly columnId: string; readonly path: readonly (string | number)[] }[] {
  const single = (['x', 'y', 'by', 'column'] as const).flatMap((key) => {
    const columnId = (chart as Partial<Readonly<Record<typeof key, string>>>)[key];
    return columnId === undefined ? [] : [{ columnId, path: [key] }];
  });
  const listed = 'columns' in chart ? (chart.columns ?? []) : [];
  return [...single, ...listed.map((columnId, index) => ({ columnId, path: ['columns', index] }))];
}
