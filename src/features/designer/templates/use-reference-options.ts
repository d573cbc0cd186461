import { useMemo } from 'react';
import { useDesign } from '#state/react.tsx';
import { dependentColumns } from './dependent-columns.ts';
import { referenceOptions, type ReferenceOption } from './reference-completion.ts';

/** What a text may refer to: not the columns it fills, and none that reads them. */
export function useReferenceOptions(filledIds: readonly string[]): readonly ReferenceOption[] {
  const design = useDesign((state) => state.design);
  const filledKey = filledIds.join(' ');
  return useMemo(
    () => referenceOptions(design, dependentColumns(design, filledKey.split(' '))),
    [design, filledKey],
  );
}
