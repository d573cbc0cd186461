import { useEffect, useState } from 'react';
import { qualityParts, type QualityReport } from '#core/analysis/quality.ts';
import { useDataset, useWorkbench } from '#state/react.tsx';

/** Measured again after rows changed, part by part; of the last report each part stays until then. */
export function useQuality(): Partial<QualityReport> {
  const { analyses } = useWorkbench();
  const version = useDataset((state) => state.summary?.version);
  const [report, setReport] = useState<Partial<QualityReport>>({});
  useEffect(() => {
    if (version === undefined) return;
    const controller = new AbortController();
    const measure = async (): Promise<void> => {
      for (const part of qualityParts) {
        const found = await analyses.quality(part, controller.signal);
        if (found === undefined) return;
        setReport((last) => ({ ...last, ...found }));
      }
    };
    // An evaluator that is being replaced announces rows anew, which asks again.
    measure().catch(() => undefined);
    return () => {
      controller.abort();
    };
  }, [analyses, version]);
  return report;
}

/** The report once each of its parts is there. */
export function wholeReport(report: Partial<QualityReport>): QualityReport | undefined {
  const { columns, repeats, balance, coverage } = report;
  if (columns === undefined || repeats === undefined) return undefined;
  if (balance === undefined || coverage === undefined) return undefined;
  return { columns, repeats, balance, coverage };
}
