import { useEffect, useState } from 'react';
import type { DatasetSummary } from '#state/dataset-store.ts';
import { isRunning } from '#state/run-store.ts';
import { useWorkbench } from '#state/react.tsx';

const followEveryMs = 500;

/** What a chart follows: the newest summary of the rows, but while a run writes at most two a second. */
export function useFollowedSummary(): DatasetSummary | undefined {
  const { stores } = useWorkbench();
  const [summary, setSummary] = useState(() => stores.dataset.getState().summary);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let hasRows = false;
    const follow = (): void => {
      clearTimeout(timer);
      timer = undefined;
      const newest = stores.dataset.getState().summary;
      hasRows = newest !== undefined;
      setSummary(newest);
    };
    const hear = (): void => {
      if (!hasRows || !isRunning(stores.run.getState().status)) follow();
      else timer ??= setTimeout(follow, followEveryMs);
    };
    const leave = [stores.dataset.subscribe(hear), stores.run.subscribe(hear)];
    follow();
    return () => {
      clearTimeout(timer);
      for (const end of leave) end();
    };
  }, [stores]);
  return summary;
}
