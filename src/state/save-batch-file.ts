/** The requests of a run as files for the batch services of providers, handed to the user. */
import { counted } from '#core/base/counted.ts';
import { fileName } from '#core/export/file-name.ts';
import type { WorkbenchContext } from './workbench-context.ts';

/** What of a workbench this needs. */
export interface BatchContext {
  readonly stores: Pick<WorkbenchContext['stores'], 'design' | 'view'>;
  readonly workers: {
    readonly evaluator: Pick<WorkbenchContext['workers']['evaluator'], 'batches'>;
  };
  readonly host: Pick<WorkbenchContext['host'], 'saveFile'>;
}

/** A file for each model that open rows wait for; says what is in them, or why there is none. Asks no model. */
export async function saveBatchFiles({ stores, workers, host }: BatchContext): Promise<void> {
  const { name, rows } = stores.design.getState().design;
  const { files, problems, waitingRows } = await workers.evaluator.batches({ rowCount: rows });
  for (const { alias, text, ending } of files) {
    const title = files.length === 1 ? name : `${name} ${alias}`;
    host.saveFile(new Blob([text]), fileName(title, `batch.${ending}`));
  }
  const { toast } = stores.view.getState().actions;
  if (problems.length > 0) toast({ text: problems.join(' '), severity: 'error' });
  else if (files.length === 0) toast({ text: 'No row has to be asked for.' });
  else {
    const requests = files.reduce((sum, file) => sum + file.requests, 0);
    const saved = `${counted(requests, 'request')} saved for ${counted(rowsOf(files), 'row')}.`;
    const waiting = `Waiting for what another call writes: ${counted(waitingRows, 'row')}.`;
    toast({ text: waitingRows === 0 ? saved : `${saved} ${waiting}` });
  }
}

function rowsOf(files: readonly { readonly rows: number }[]): number {
  return files.reduce((sum, { rows }) => sum + rows, 0);
}
