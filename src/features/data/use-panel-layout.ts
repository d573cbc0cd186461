import useMediaQuery from '@mui/material/useMediaQuery';
import { useMemo } from 'react';
import { useDataset, useView } from '#state/react.tsx';
import { useDrawnDesign } from '#state/use-drawn-design.ts';
import { useSame } from '#state/use-same.ts';
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
  const layout = useSame(
    useMemo(() => gridLayout(design, isDemo, settings), [design, isDemo, settings]),
  );
  return useMemo(() => {
    const parts = isNarrow && !isTable ? cardParts(layout) : undefined;
    if (parts === undefined) return { layout, cardHeight: undefined };
    return { layout: [cardColumn(parts)], cardHeight: cardHeightOf(parts) };
  }, [layout, isNarrow, isTable]);
}
