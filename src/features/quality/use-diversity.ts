import { useEffect, useState } from 'react';
import type { TextDiversity } from '#core/analysis/text-diversity.ts';
import { useDataset, useWorkbench } from '#state/react.tsx';

/** By column id, measured again after rows changed. */
export function useDiversity(): Readonly<Record<string, TextDiversity>> {
  const { dataset } = useWorkbench();
  const version = useDataset((state) => state.summary?.version);
  const [diversity, setDiversity] = useState<Readonly<Record<string, TextDiversity>>>({});
  useEffect(() => {
    let isCurrent = true;
    dataset
      .diversity()
      .then((next) => {
        if (isCurrent) setDiversity(next);
      })
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [dataset, version]);
  return diversity;
}
