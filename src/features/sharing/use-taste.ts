import { useEffect, useState } from 'react';
import type { LinkRows } from '#core/codecs/link-rows.ts';
import { useWorkbench } from '#state/react.tsx';

/** Enough to see what the rows are like; a link stays a link. */
const offeredRows = 5;

const nothing: LinkRows = {};

/** What models wrote in the first finished rows, without any key that stands in it. */
export function useTaste(): LinkRows {
  const { workers } = useWorkbench();
  const [rows, setRows] = useState(nothing);
  useEffect(() => {
    let isCurrent = true;
    const ask = async (): Promise<void> => {
      const told = await workers.evaluator.taste({ count: offeredRows });
      const clean = await workers.engine.withoutKeys({ rows: told });
      if (isCurrent) setRows(clean);
    };
    // A worker that died has no rows to offer; the link goes without.
    ask().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [workers]);
  return rows;
}

/** How many rows they are. */
export function countTaste(rows: LinkRows): number {
  return new Set(Object.values(rows).flatMap((list) => list.map(({ row }) => row))).size;
}
