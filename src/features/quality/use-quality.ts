import { useEffect, useState } from 'react';
import type { QualityReport } from '#core/analysis/quality.ts';
import { useDataset, useWorkbench } from '#state/react.tsx';

/** Measured again after rows changed; the last report stays until then. */
export function useQuality(): QualityReport | undefined {
  const { analyses } = useWorkbench();
  const version = useDataset((state) => state.summary?.version);
  const [report, setReport] = useState<QualityReport | undefined>(undefined);
  useEffect(() => {
    if (version === undefined) return;
    const controller = new AbortController();
    analyses
      .quality(controller.signal)
      .then((next) => {
        if (next !== undefined) setReport(next);
      })
      // An evaluator that is being replaced announces rows anew, which asks again.
      .catch(() => undefined);
    return () => {
      controller.abort();
    };
  }, [analyses, version]);
  return report;
}
