import useMediaQuery from '@mui/material/useMediaQuery';
import { useMemo } from 'react';
import { useDataset, useView } from '#state/react.tsx';
import { useDrawnDesign } from '#state/use-drawn-design.ts';
import type { GridSettings } from '#state/settings-store.ts';
import { useSame } from '#state/use-same.ts';
import { TOUCH_MENU_WIDTH } from '#ui/grid/column-head.tsx';
import type { GridColumn } from '#ui/grid/grid-column.ts';
import { cardHeight as cardHeightOf, cardParts } from './card-parts.ts';
import { gridLayout } from './grid-layout.ts';
import { cardColumn } from './row-card.tsx';
import { useGridSettings } from './use-grid-settings.ts';

/** The columns of the table; on a phone one column of cards, unless the table is asked for. */
export function usePanelLayout() {
  const isNarrow = useMediaQuery('(max-width: 599.95px)');
  const isTable = useView((view) => view.isTableOnPhone);
  const design = useDrawnDesign();
  const isDemo = useDataset((state) => state.summary?.hasDemoRows === true);
  const { settings } = useGridSettings();
  const isTouch = useMediaQuery('(pointer: coarse)');
  const layout = useSame(
    useMemo(() => {
      const columns = gridLayout(design, isDemo, settings);
      return isTouch ? withMenuRoom(columns, settings.widths) : columns;
    }, [design, isDemo, settings, isTouch]),
  );
  return useMemo(() => {
    const parts = isNarrow && !isTable ? cardParts(layout) : undefined;
    if (parts === undefined) return { layout, cardHeight: undefined };
    return { layout: [cardColumn(parts)], cardHeight: cardHeightOf(parts) };
  }, [layout, isNarrow, isTable]);
}

/** Names are as long as before; widths that the user chose stay. */
function withMenuRoom(
  columns: readonly GridColumn[],
  chosen: GridSettings['widths'],
): readonly GridColumn[] {
  return columns.map((column) =>
    column.width === undefined || chosen[column.key] !== undefined
      ? column
      : { ...column, width: column.width + TOUCH_MENU_WIDTH },
  );
}
