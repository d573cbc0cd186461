/** What the fill handle and Ctrl+D write: texts as a paste would bring them, checked and undone in the same way. */
import { findColumn } from '#core/design/design.ts';
import { continueSeries } from '#core/rows/continue-series.ts';
import type { Workbench } from '#state/workbench.ts';
import type { GridFilling } from '#ui/grid/use-grid-fill.ts';
import { clipboardText } from './clipboard-text.ts';
import { mostCells } from './grid-acts.ts';
import { editorOf } from './grid-layout.ts';

/** Goes on with each column of the given cells by itself; what is chosen from a list repeats. */
export async function fillCells(workbench: Workbench, filling: GridFilling): Promise<void> {
  const { edits, rows: store, stores } = workbench;
  const { cells, rows, isUpwards, isCopy } = filling;
  const { columnKeys } = cells;
  if (rows.length * columnKeys.length > mostCells) {
    const text = `At most ${mostCells.toLocaleString('en')} cells can be changed at once.`;
    stores.view.getState().actions.toast({ text, severity: 'error' });
    return;
  }
  const { documentId, design } = stores.design.getState();
  // Those that were given may have been scrolled away.
  await store.loadRows(cells.rows);
  if (stores.design.getState().documentId !== documentId) return;
  edits.edit(
    columnKeys.flatMap((columnId) => {
      const column = findColumn(design, columnId);
      const values = cells.rows.map((row) => store.cell(row, columnId)?.value ?? null);
      const isRepeated = isCopy || column === undefined || editorOf(column)?.kind === 'choice';
      const series = isRepeated
        ? (place: number) => values.at(place % values.length) ?? null
        : continueSeries(values);
      return rows.map((row, index) => {
        const place = isUpwards ? -1 - index : values.length + index;
        return { row, columnId, value: clipboardText(series(place)) };
      });
    }),
  );
}
