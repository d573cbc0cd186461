import { useState } from 'react';
import type { DatasetDesign } from '#core/design/design.ts';
import { rewordedParts } from '#core/design/reworded.ts';
import type { DesignState } from './design-store.ts';
import { useDesign } from './react.tsx';

/** The open design as charts and rows read it: the same object for as long as other words alone are edited. */
export function useDrawnDesign(): DatasetDesign {
  const [select] = useState(drawnDesign);
  return useDesign(select);
}

function drawnDesign(): (state: DesignState) => DatasetDesign {
  let kept: DatasetDesign | undefined;
  return ({ design }) => {
    if (kept === undefined || !isDrawnAlike(kept, design)) kept = design;
    return kept;
  };
}

/** The words of charts are drawn. */
function isDrawnAlike(before: DatasetDesign, after: DatasetDesign): boolean {
  return before.charts === after.charts && rewordedParts(before, after) !== undefined;
}
