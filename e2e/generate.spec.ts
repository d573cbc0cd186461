import { ExportDialog } from './pages/export-dialog.ts';
import { ModelSettings } from './pages/model-settings.ts';
import type { ChatBody } from './support/answer-rows.ts';
import { hashOf, shopDesign } from './support/designs.ts';
import { startStandIn, stopServer, type StandIn } from './support/stand-in.ts';
import { expect, test } from './support/test.ts';

let standIn: StandIn;
test.beforeEach(async () => {
  standIn = await startStandIn();
});
test.afterEach(async ({ context }) => {
  await stopServer(standIn.mock, context);
});

const key = 'sk-stand-in-key-0123456789';

test('tests a connection, generates all rows with it and lists the requests', async ({
  workbench,
  page,
  browserLog,
}) => {
  await workbench.openLink(await hashOf(shopDesign({ rows: 40, rowsPerRequest: 10 })));
  const settings = new ModelSettings(page);
  await settings.open();
  await settings.fill({ baseUrl: standIn.baseUrl, key, concurrency: 2 });
  await settings.test();
  await expect(settings.testResult).toContainText('Ready for the run');
  await settings.save();
  standIn.mock.clearRequests();

  await workbench.button('Generate').click();
  await workbench.expectFinished(40, 40);
  expect(await workbench.column('title', 3)).toEqual([
    'title by stand-in 1',
    'title by stand-in 2',
    'title by stand-in 3',
  ]);

  const asked = standIn.mock.getRequests().filter(({ method }) => method === 'POST');
  expect(asked).toHaveLength(4);
  for (const request of asked) {
    const body = request.body as unknown as ChatBody;
    // The stand-in keeps no secrets in its journal, only that there was one.
    expect(request.headers.authorization).toBe('[REDACTED]');
    expect(body.model).toBe('stand-in-small');
    expect(body.stream).toBe(true);
    expect(body.response_format).toMatchObject({
      type: 'json_schema',
      json_schema: { strict: true },
    });
    expect(JSON.stringify(body)).not.toContain(key);
  }
  expect(browserLog.foreignRequests.length).toBeGreaterThan(0);
  expect(browserLog.foreignRequests.filter((line) => !line.includes(standIn.origin))).toEqual([]);

  await workbench.showTab('Requests');
  const requests = workbench.data.getByRole('region', { name: 'Requests of this run' });
  await expect(requests.getByRole('row')).toHaveCount(5);
  for (const rows of ['1 to 10', '11 to 20', '21 to 30', '31 to 40'])
    await expect(requests.getByRole('cell', { name: rows, exact: true })).toBeVisible();

  // Rows of a model carry no label of the demo model, on screen or in a file.
  await workbench.showTab('Rows');
  await expect(workbench.data.getByText('made by the demo model')).toBeHidden();
  const rows = await new ExportDialog(page).readRows();
  expect(rows).toHaveLength(40);
  expect(rows[0]).not.toHaveProperty('_made_by');
});

test('the key goes to its own address, in its own header, and into no body', async ({
  workbench,
  page,
  provider,
}) => {
  await workbench.openLink(await hashOf(shopDesign({ rows: 10 })));
  const settings = new ModelSettings(page);
  await settings.connect({ baseUrl: provider.baseUrl, key });
  await workbench.button('Generate').click();
  await workbench.expectFinished(10, 10);
  expect(provider.asked.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${key}`]);
  expect(JSON.stringify(provider.asked.map(({ body }) => body))).not.toContain(key);

  await settings.connect({ baseUrl: standIn.baseUrl });
  await workbench.button('Generate').click();
  await expect.poll(() => standIn.mock.getRequests().length).toBeGreaterThan(0);
  expect(standIn.mock.getRequests().map(({ headers }) => headers.authorization)).toEqual(
    standIn.mock.getRequests().map(() => undefined),
  );
});

test('a preview fills the first ten rows and the run keeps them', async ({ workbench, page }) => {
  await workbench.openLink(await hashOf(shopDesign({ rows: 30, rowsPerRequest: 5 })));
  await new ModelSettings(page).connect({ baseUrl: standIn.baseUrl, key });
  standIn.mock.clearRequests();
  await workbench.button('Preview').click();
  await workbench.expectFinished(10, 30);
  expect((await workbench.column('title', 10)).every((title) => title.startsWith('title by'))).toBe(
    true,
  );
  const previewed = standIn.mock.getRequests().length;
  expect(previewed).toBe(2);
  await workbench.button('Generate').click();
  await workbench.expectFinished(30, 30);
  expect(standIn.mock.getRequests()).toHaveLength(previewed + 4);
});

test('offers the models of the address, and says what is missing instead of saving it', async ({
  workbench,
  page,
  provider,
}) => {
  await workbench.openLink(await hashOf(shopDesign()));
  const settings = new ModelSettings(page);
  await settings.open();
  await settings.chooseProvider('Any OpenAI-compatible URL');
  await settings.baseUrl.fill(provider.baseUrl);
  await settings.model.click();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name: 'stand-in-large' }).click();
  await expect(settings.model).toHaveValue('stand-in-large');

  await settings.fill({ baseUrl: 'http://example.org/v1' });
  await settings.dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(settings.dialog.getByText(/Plain http works for this machine only/)).toBeVisible();
  await expect(settings.dialog).toBeVisible();
});
