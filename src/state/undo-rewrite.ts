/** The way back from cells that were written again: one click, and a reload shows the same. */
import type { WorkbenchContext } from './workbench-context.ts';

/** Offers to take the rewriting back for as long as its toast stays. Ends the run that is still writing it. */
export function offerUndo(
  { stores, workers }: WorkbenchContext,
  runId: string,
  rewriteId: string,
): void {
  const { documentId } = stores.design.getState();
  const perform = async (): Promise<void> => {
    if (stores.design.getState().documentId !== documentId) return;
    if (stores.run.getState().runId !== runId) return;
    await workers.engine.stopRun({});
    const rows = await workers.evaluator.undoRewrite({ id: rewriteId });
    await workers.engine.putBack({ runId, documentId, rows });
  };
  const { toast } = stores.view.getState().actions;
  const run = (): void => {
    perform().catch((error: unknown) => {
      const text = error instanceof Error ? error.message : String(error);
      toast({ text: `The earlier values could not be stored. ${text}`, severity: 'error' });
    });
  };
  toast({
    text: 'The cells are being written again.',
    action: { label: 'Undo', perform: run },
  });
}
