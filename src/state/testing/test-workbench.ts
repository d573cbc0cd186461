/** A workbench for tests of screens: real stores and actions, workers that never answer, a clock that stands. */
import type { DatasetDesign } from '#core/design/design.ts';
import type { WorkbenchWorkers } from '#runtime/workers.ts';
import { createWorkbench, type Workbench } from '#state/workbench.ts';
import { wholeLogic } from './whole-logic.ts';

export function createTestWorkbench(design: DatasetDesign): Workbench {
  let nextId = 1;
  const workbench = createWorkbench({
    startWorkers: silentWorkers,
    openDocuments: () => Promise.reject(new Error('There is no storage in this test.')),
    keepStorage: () => Promise.resolve(undefined),
    loadPrices: () => Promise.reject(new Error('There is no price table in this test.')),
    smallStorage: { getItem: () => null, setItem: () => undefined },
    now: () => 0,
    saveFile: () => undefined,
    clearHash: () => undefined,
    pageAddress: () => 'https://rowsmith.test/',
    createId: () => `id-${nextId++}`,
    drawn: () => Promise.resolve(),
    // Nothing is due while the clock stands.
    schedule: () => () => undefined,
  });
  const { equip, open } = workbench.stores.design.getState().actions;
  equip(wholeLogic);
  open({ documentId: 'document', origin: 'own', design, notices: [] });
  return workbench;
}

/** Every method is there and answers never. */
function silentWorkers(): WorkbenchWorkers {
  const silent = new Proxy(
    {},
    {
      get: () => () => new Promise<never>(() => undefined),
    },
  );
  return {
    engine: silent as WorkbenchWorkers['engine'],
    evaluator: silent as WorkbenchWorkers['evaluator'],
    replaceEvaluator: () => undefined,
  };
}
