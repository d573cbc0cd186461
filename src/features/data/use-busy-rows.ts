import { useMemo } from 'react';
import { useRun } from '#state/react.tsx';

/** Rows that models are writing right now: the next row of every answer that has begun. */
export function useBusyRows(): ReadonlySet<number> {
  const words = useRun(({ requests }) =>
    requests
      .filter(({ endedAtMs, isStored }) => endedAtMs === undefined && isStored !== true)
      .map(({ rows, streamedRows }) => rows[streamedRows])
      .filter((row) => row !== undefined)
      .join(' '),
  );
  return useMemo(() => new Set(words === '' ? [] : words.split(' ').map(Number)), [words]);
}
