import { useMemo } from 'react';
import { formatPath, type Diagnostic } from '#core/base/diagnostic.ts';
import { useWorkbench } from '#state/react.tsx';
import { whereabouts } from './problem-place.ts';
import { setAtPath } from './set-at-path.ts';

export interface ProblemActions {
  /** Opens the editor of the problem and shows its field. */
  readonly show: (problem: Diagnostic) => void;
  /** Makes the change that the problem proposes. */
  readonly fix: (problem: Diagnostic) => void;
}

export function useProblemActions(): ProblemActions {
  const { stores, now } = useWorkbench();
  return useMemo(() => {
    const { actions } = stores.view.getState();
    return {
      show({ path }) {
        const { design } = stores.design.getState();
        actions.set({
          ...whereabouts(path, design, stores.view.getState()),
          revealed: { path: formatPath(path), atMs: now() },
        });
        if (path[0] !== 'models') return;
        const alias = design.models[Number(path[1])]?.alias;
        actions.openDialog({ kind: 'models', ...(alias === undefined ? {} : { alias }) });
      },
      fix({ fix }) {
        if (fix === undefined) return;
        const { design, actions: edits } = stores.design.getState();
        const mended = setAtPath(design, fix.path, fix.value);
        const refusal =
          mended === undefined
            ? 'That place is no longer part of the design.'
            : edits.apply({ kind: 'replace-design', design: mended })[0]?.message;
        if (refusal !== undefined) actions.toast({ text: refusal, severity: 'error' });
      },
    };
  }, [stores, now]);
}
