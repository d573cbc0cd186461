import { CellDrawer } from './pages/cell-drawer.ts';
import { ModelSettings } from './pages/model-settings.ts';
import { hashOf, shopDesign } from './support/designs.ts';
import { scan } from './support/scan.ts';
import { expect, test } from './support/test.ts';

const key = 'sk-inspected-key-0123456789';

test('the drawer opens, moves and closes by keyboard', async ({ workbench, page }) => {
  await workbench.openLink(await hashOf(shopDesign({ rows: 10 })));
  await workbench.button('Generate').click();
  await workbench.expectFinished(10, 10);
  const titles = await workbench.column('title', 3);
  const drawer = new CellDrawer(page);
  await workbench.grid
    .getByRole('gridcell', { name: titles[0] ?? '', exact: true })
    .first()
    .click();
  await page.keyboard.press('Space');
  await expect(drawer.row).toHaveText('row 1 of 10');
  await expect(drawer.drawer).toContainText(titles[0] ?? '');
  await expect(drawer.drawer).toContainText('writer, free, ');
  await page.keyboard.press('ArrowDown');
  await expect(drawer.row).toHaveText('row 2 of 10');
  await expect(drawer.drawer).toContainText(titles[1] ?? '');

  await drawer.button('Next row').click();
  await expect(drawer.row).toHaveText('row 3 of 10');
  await page.keyboard.press('ArrowUp');
  await expect(drawer.row).toHaveText('row 2 of 10');
  await drawer.showTab('Prompt');
  await expect(drawer.drawer).toContainText('As sent.');
  await expect(drawer.drawer.locator('[title=kind]').first()).toBeVisible();
  await drawer.showTab('Attributes');
  await drawer.showTab('Raw');
  await page.keyboard.press('Escape');
  await expect(drawer.drawer).toBeHidden();
  await expect(workbench.grid.locator('[role=gridcell]:focus')).toHaveText(titles[1] ?? '');
});

test('a request shows its prompt, its answer and its rows, and copies as curl without the key', async ({
  workbench,
  page,
  provider,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await workbench.openLink(await hashOf(shopDesign({ rows: 10, rowsPerRequest: 5 })));
  await new ModelSettings(page).connect({ baseUrl: provider.baseUrl, key, concurrency: 1 });
  await workbench.button('Generate').click();
  await workbench.expectFinished(10, 10);
  await workbench.showTab('Requests');
  const requests = page.getByRole('region', { name: 'Requests of this run' });
  await requests.getByRole('button', { name: 'Request 1', exact: true }).click();
  await expect(requests.getByRole('region', { name: 'user message' })).toContainText('lamp of');
  await expect(requests.getByRole('region', { name: 'Raw answer' })).toContainText('"rows"');
  const read = requests.getByRole('list', { name: 'Rows read from the answer' });
  await expect(read.getByRole('listitem')).toHaveCount(5);
  await expect(read.getByRole('listitem').first()).toContainText('accepted');
  await requests.getByRole('button', { name: 'Copy as curl' }).click();
  const curl = await page.evaluate(() => navigator.clipboard.readText());
  expect(curl).toContain(`${provider.baseUrl}/chat/completions`);
  expect(curl).toContain('"$API_KEY"');
  expect(curl).not.toContain(key);
  expect(await scan(page, 'light', '[role=tabpanel]')).toEqual([]);

  // After a reload the journal tells what it holds; prompts and answers are gone.
  await page.reload();
  await workbench.expectFinished(10, 10);
  await workbench.showTab('Requests');
  await requests.getByRole('button', { name: 'Request 2', exact: true }).click();
  await expect(requests).toContainText('kept until the page is reloaded');
});

test('the prompt of a row is shown while its call is edited', async ({ workbench, page }) => {
  await workbench.openLink(await hashOf(shopDesign({ rows: 10 })));
  await workbench.openColumn('title');
  await workbench.button('Show prompt').click();
  const preview = page.getByRole('region', { name: 'Prompt as sent' });
  const [kind = ''] = await workbench.column('kind', 1);
  await expect(preview).toContainText(`A ${kind} lamp of`);
  await expect(preview).toContainText('tokens');
  await workbench.button('Prompt of the next row').click();
  await expect(preview).toContainText('As sent for row 2');
});
