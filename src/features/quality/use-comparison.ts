import { useEffect, useRef, useState } from 'react';
import type { SampleComparison } from '#core/analysis/compare-sample.ts';
import { parseSourceText } from '#state/parse-source-text.ts';
import { useWorkbench } from '#state/react.tsx';

/** Characters of a sample; more rows than that tell nothing more. */
const mostCharacters = 20_000_000;

export interface Compared {
  readonly fileName: string;
  readonly comparison: SampleComparison;
}

export interface ComparisonState {
  readonly compared: Compared | undefined;
  readonly isBusy: boolean;
  readonly compare: (file: File) => void;
  readonly close: () => void;
}

/** The rows beside a file of real ones. The file is read here and goes nowhere. */
export function useComparison(): ComparisonState {
  const { analyses, stores } = useWorkbench();
  const [compared, setCompared] = useState<Compared | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const controller = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => controller.current?.abort(), []);

  async function read(file: File, signal: AbortSignal): Promise<string | undefined> {
    const sample = parseSourceText(await file.text(), mostCharacters);
    if (!sample.ok) return `${file.name}, line ${sample.error.line}: ${sample.error.message}`;
    if (sample.value.length === 0) return `There are no rows in ${file.name}.`;
    const comparison = await analyses.compare(sample.value, signal);
    if (comparison !== undefined) setCompared({ fileName: file.name, comparison });
    return undefined;
  }

  function compare(file: File): void {
    controller.current?.abort();
    const own = new AbortController();
    controller.current = own;
    setBusy(true);
    read(file, own.signal)
      .catch(() => `${file.name} could not be read. Choose a CSV or JSONL file.`)
      .then((problem) => {
        if (problem !== undefined)
          stores.view.getState().actions.toast({ text: problem, severity: 'error' });
        if (controller.current === own) setBusy(false);
      })
      .catch(() => undefined);
  }

  return { compared, isBusy, compare, close: () => setCompared(undefined) };
}
