/**
 * What restores, judges and changes a design: schema, expressions, patterns, laws. It is large, and a
 * design can be shown without it, so the page loads it beside the first rows and is inert until then.
 */
import type { checkDesign } from '#core/design/check.ts';
import type { createDesign } from '#core/design/defaults.ts';
import type { applyCommand, applyCommands } from '#core/design/edit.ts';
import type { restoreDesign } from '#core/design/restore.ts';

export interface DesignLogic {
  readonly applyCommand: typeof applyCommand;
  readonly applyCommands: typeof applyCommands;
  readonly checkDesign: typeof checkDesign;
  readonly createDesign: typeof createDesign;
  readonly restoreDesign: typeof restoreDesign;
}

let loading: Promise<DesignLogic> | undefined;

/** Loads it once, however often it is asked for. */
export function loadDesignLogic(): Promise<DesignLogic> {
  loading ??= load().catch((error: unknown) => {
    // A page that was offline for a moment may ask again.
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<DesignLogic> {
  const [
    { checkDesign },
    { withTrial },
    { createDesign },
    { applyCommand, applyCommands },
    { restoreDesign },
  ] = await Promise.all([
    import('#core/design/check.ts'),
    import('#core/analysis/check-trial.ts'),
    import('#core/design/defaults.ts'),
    import('#core/design/edit.ts'),
    import('#core/design/restore.ts'),
  ]);
  return {
    ...{ applyCommand, applyCommands, createDesign, restoreDesign },
    checkDesign: (design) => withTrial(design, checkDesign(design)),
  };
}
