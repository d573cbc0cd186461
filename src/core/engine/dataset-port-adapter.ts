/** A dataset in the same realm as the port that a run works with. */
import type { Dataset } from './dataset.ts';
import type { DatasetPort } from './dataset-port.ts';

/** Work runs in the order of the calls, one microtask later; what the dataset throws rejects it. */
export function toDatasetPort(dataset: Dataset): DatasetPort {
  const soon = <Value>(work: () => Value): Promise<Value> => Promise.resolve().then(work);
  return {
    plan: (rowCount, selection) => soon(() => dataset.begin(rowCount, selection)),
    judge: (options) => soon(() => dataset.judge(options)),
    prepare: (options) => soon(() => dataset.ask(options)),
    giveBack: (callId, rows) => soon(() => dataset.giveBack(callId, rows)),
    markWaiting: (callId, rows) => soon(() => dataset.markWaiting(callId, rows)),
    offer: (callId, rows) => soon(() => dataset.offer(callId, rows)),
    commit: (callId, rows) => soon(() => dataset.commit(callId, rows)),
    restore: (callId, rows) => soon(() => dataset.restoreAccepted(callId, rows)),
    fail: (callId, rows, reason) => soon(() => dataset.fail(callId, rows, reason)),
    accepted: () => soon(() => dataset.accepted()),
    release: (callId, rows) => soon(() => dataset.release(callId, rows)),
  };
}
