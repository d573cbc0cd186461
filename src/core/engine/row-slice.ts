// Accepted rows on their way to the journal and the dataset: written first, then stored, then told.
import type { AcceptedRow } from './dataset-port.ts';
import type { RunContext } from './run-context.ts';

/** Collects accepted rows of one request: those that come within one transaction share a record. */
export function createSlice(context: RunContext, requestId: string, callId: string) {
  let open: AcceptedRow[] | undefined;
  return (row: AcceptedRow): void => {
    if (open !== undefined) {
      open.push(row);
      return;
    }
    const slice = [row];
    open = slice;
    context.journal.add({
      collect: () => {
        open = undefined;
        return [{ kind: 'slice', requestId, callId, rows: slice }];
      },
      apply: () => commitRows(context, callId, slice),
    });
  };
}

async function commitRows(
  context: RunContext,
  callId: string,
  slice: readonly AcceptedRow[],
): Promise<void> {
  await context.host.dataset.commit(callId, slice);
  const rows = slice.map(({ row }) => row);
  context.work.commit(callId, rows);
  const { finishedRows } = context.work;
  context.emit({ kind: 'rows-committed', callId, rows, finishedRows });
}
