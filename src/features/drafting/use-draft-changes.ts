import { useMemo, useState } from 'react';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { chooseChanges } from '#core/design/changes/choose-changes.ts';
import { designChanges, type DesignChange } from '#core/design/changes/design-changes.ts';
import { newErrors } from '#core/design/changes/new-errors.ts';
import { possibleChanges } from './possible-changes.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import type { Draft } from '#state/draft-store.ts';

export interface DraftChanges {
  readonly changes: readonly DesignChange[];
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  /** What would be wrong with the design if just these were taken, and was not wrong before. */
  readonly problems: readonly Diagnostic[];
}

/** Which changes are ticked; all at first. A new draft begins anew, because its owner is keyed by it. */
export function useDraftChanges(base: DatasetDesign, draft: Draft): DraftChanges {
  const changes = useMemo(() => designChanges(base, draft.design), [base, draft]);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = useMemo(
    () => possibleChanges(changes, draft.design, left),
    [changes, draft, left],
  );
  const problems = useMemo(
    () => newErrors(base, chooseChanges(base, draft.design, chosen)),
    [base, draft, chosen],
  );
  return {
    changes: changes.filter(({ list, change }) => list !== 'models' || change !== 'added'),
    chosen,
    problems,
    toggle: (id) => {
      setLeft((before) => (before.has(id) ? without(before, id) : new Set([...before, id])));
    },
  };
}

function without(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...ids].filter((one) => one !== id));
}
