import { ExportDialog } from './pages/export-dialog.ts';
import { ModelSettings } from './pages/model-settings.ts';
import { ShareDialog } from './pages/share-dialog.ts';
import { CodeTab } from './pages/code-tab.ts';
import { answerRows } from './support/answer-rows.ts';
import { hashOf, shopDesign } from './support/designs.ts';
import { readDocument, readStorage } from './support/storage.ts';
import { expect, test } from './support/test.ts';

test.use({ expectedErrors: [/Failed to load resource/] });

const canary = 'sk-canary-4f1a9b7c2d8e3056';

test('a key is found nowhere after it was typed, tested, used, refused and everything was handed out', async ({
  workbench,
  page,
  context,
  provider,
  browserLog,
}) => {
  test.setTimeout(60_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await workbench.openLink(await hashOf(shopDesign({ rows: 30 })));
  const settings = new ModelSettings(page);
  await settings.open();
  await settings.fill({ baseUrl: provider.baseUrl, key: canary, concurrency: 1 });
  await settings.test();
  await expect(settings.testResult).toContainText('Ready for the run');
  await settings.save();

  // One answer that repeats the key as a value, one error that repeats it as text.
  provider.follow((_, index) => {
    if (index === 0)
      return {
        kind: 'rows',
        rows: (body) =>
          answerRows(body).map((row) => ({ ...row, title: `${String(row.row)} ${canary}` })),
      };
    return { kind: 'status', status: 401, message: `Incorrect API key provided: ${canary}` };
  });
  await workbench.button('Generate').click();
  await expect(workbench.runStatus).toContainText('does not accept the API key');
  await workbench.expectFinished(10, 30);
  expect(provider.asked.every(({ headers }) => headers.authorization === `Bearer ${canary}`)).toBe(
    true,
  );

  const places: Record<string, string> = {};
  places['page after the run'] = await readDocument(page);
  await workbench.showTab('Requests');
  await expect(workbench.data.getByText(/does not accept the API key/).first()).toBeVisible();
  places['page with requests'] = await readDocument(page);
  await workbench.showTab('Rows');

  const share = new ShareDialog(page);
  await share.open();
  const link = await share.readLink();
  places['page with link'] = await readDocument(page);
  const saved = await workbench.download(() => workbench.button('Save as file').click());
  places['design file'] = saved.bytes.toString('utf8');
  await share.dialog.getByRole('button', { name: 'Copy link' }).click();
  await expect(share.dialog.getByRole('status')).toContainText('Copied');
  places.clipboard = await page.evaluate(() => navigator.clipboard.readText());
  await share.close();

  const exporting = new ExportDialog(page);
  for (const format of ['CSV', 'JSONL'] as const) {
    await exporting.open();
    await exporting.chooseFormat(format);
    places[`${format} file`] = (await exporting.download()).text;
  }
  const code = new CodeTab(page);
  await code.open();
  places.code = await code.read();
  await settings.open();
  places['page with model settings'] = await readDocument(page);
  places.console = browserLog.lines.join('\n');
  places.storage = await readStorage(page);
  places['link, inflated'] = await inflate(link);

  // What is searched must hold what it should, or the search proves nothing.
  expect(places['link, inflated']).toContain('Lamp shop');
  expect(places.storage).toContain('Lamp shop');
  expect(places['JSONL file']).toContain('description');
  const secret = canary.slice(3);
  const found = Object.entries(places).filter(([, text]) => text.includes(secret));
  expect(found.map(([place]) => place)).toEqual([]);
});

async function inflate(link: string): Promise<string> {
  const payload = link.slice(link.indexOf('#d=1.') + 5);
  const bytes = new Blob([Buffer.from(payload, 'base64url')]);
  return new Response(bytes.stream().pipeThrough(new DecompressionStream('deflate-raw'))).text();
}
