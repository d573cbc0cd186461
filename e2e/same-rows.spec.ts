import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ExportDialog } from './pages/export-dialog.ts';
import { expect, test } from './support/test.ts';

/** What the command line writes for the sample design. */
async function rowsOfCommandLine(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rowsmith-'));
  try {
    const out = join(folder, 'televisions.jsonl');
    const design = 'src/state/samples/televisions.json';
    await promisify(execFile)('npm', [
      'run',
      '--silent',
      'rowsmith',
      '--',
      'run',
      design,
      '--out',
      out,
    ]);
    return await readFile(out, 'utf8');
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('the browser and the command line make the same rows, to the byte', async ({
  workbench,
  page,
}) => {
  await workbench.openSample();
  const dialog = new ExportDialog(page);
  await dialog.open();
  await dialog.chooseFormat('JSONL');
  const { text } = await dialog.download();
  expect(text).toBe(await rowsOfCommandLine());
});
