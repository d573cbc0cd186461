import { describe, expect, it, vi } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import type { Batches } from '#core/engine/batch-requests.ts';
import { saveBatchFiles } from './save-batch-file.ts';
import { createTestWorkbench } from './testing/test-workbench.ts';

async function save(batches: Batches) {
  const { stores } = createTestWorkbench(createDesign({ name: 'Shop', rows: 6 }));
  const saveFile = vi.fn();
  const evaluator = { batches: () => Promise.resolve(batches) };
  await saveBatchFiles({ stores, workers: { evaluator }, host: { saveFile } });
  const names = saveFile.mock.calls.map((call) => String(call[1]));
  return { names, toasts: stores.view.getState().toasts.map(({ text }) => text) };
}

const file = { alias: 'writer', text: '{}\n', ending: 'jsonl', requests: 3, rows: 6 } as const;

describe('Save as batch file', () => {
  it('saves the requests under the name of the design and says how many they are', async () => {
    expect(await save({ files: [file], waitingRows: 0, problems: [] })).toEqual({
      names: ['Shop.batch.jsonl'],
      toasts: ['3 requests saved for 6 rows.'],
    });
  });

  it('saves a file for each model, and says what waits', async () => {
    const files = [file, { ...file, alias: 'judge', ending: 'json' as const }];
    const { names, toasts } = await save({ files, waitingRows: 1, problems: [] });
    expect(names).toEqual(['Shop-writer.batch.jsonl', 'Shop-judge.batch.json']);
    expect(toasts).toEqual([
      '6 requests saved for 12 rows. Waiting for what another call writes: 1 row.',
    ]);
  });

  it('says why there is none', async () => {
    const { names, toasts } = await save({ files: [], waitingRows: 0, problems: ['No batches.'] });
    expect({ names, toasts }).toEqual({ names: [], toasts: ['No batches.'] });
  });
});
