import { hashOf, shopDesign } from './support/designs.ts';
import { scan } from './support/scan.ts';
import { expect, test, watch } from './support/test.ts';
import { Workbench } from './pages/workbench.ts';

test('a snapshot brings the design back, a template stands under Mine, and a second tab is told', async ({
  workbench,
  page,
  context,
  baseURL,
}) => {
  await workbench.openLink(await hashOf(shopDesign({ rows: 6 })));
  const brief = page.getByRole('textbox', { name: 'Dataset brief' });
  await brief.fill('Before.');
  await page.keyboard.press('Control+s');
  await expect(workbench.notices).toContainText(/Saved as “Snapshot, /);
  await brief.fill('After.');

  await page.keyboard.press('Control+Shift+h');
  const history = workbench.dialog('History');
  const versions = history.getByRole('list', { name: 'Versions' }).getByRole('listitem');
  await expect(versions.first()).toContainText('brief changed');
  await versions.nth(1).getByRole('textbox').fill('Before the price law');
  expect(await scan(page, 'light', '[role=dialog]')).toEqual([]);
  await versions
    .nth(1)
    .getByRole('button', { name: /^Restore/ })
    .click();
  await expect(brief).toHaveValue('Before.');
  await workbench.topBar.getByRole('button', { name: 'Undo' }).click();
  await expect(brief).toHaveValue('After.');

  await workbench.button('Designs').click();
  await page.getByRole('menuitem', { name: 'Save as my template' }).click();
  await workbench.button('New design').click();
  const gallery = workbench.dialog('What rows do you need?');
  await gallery.getByRole('radio', { name: 'Mine' }).click();
  await expect(gallery.getByRole('button', { name: /^Cat names/ })).toBeHidden();
  await gallery
    .getByRole('region', { name: 'Finished designs' })
    .getByRole('button', { name: /^Lamp shop/ })
    .click();
  await expect(page.getByText('Opened “Lamp shop”.')).toBeVisible();
  // What was open before is deleted from the list, and the notice in the same dialog brings it back.
  await workbench.button('New design').click();
  const recent = gallery.getByRole('listitem').filter({ hasText: /^Lamp shop/ });
  await recent.getByRole('button', { name: 'Delete “Lamp shop”' }).click();
  await expect(gallery.getByRole('button', { name: 'Delete “Lamp shop”' })).toBeHidden();
  await workbench.notices.getByText('Deleted “Lamp shop”').waitFor();
  await workbench.notices.getByRole('button', { name: 'Undo' }).last().click();
  await expect(recent.getByRole('button', { name: 'Delete “Lamp shop”' })).toBeVisible();
  await gallery.getByRole('button', { name: 'Close' }).click();
  await expect(gallery).toBeHidden();
  await expect(page.locator('body')).toContainText('Saved');

  const log = { faults: [], lines: [], foreignRequests: [] };
  await watch(context, log, { baseURL: baseURL ?? '', expectedErrors: [] });
  const second = new Workbench(await context.newPage());
  await second.page.goto('/');
  await expect(second.page.getByText('This design is open in another tab.')).toBeVisible();
  await expect(second.button('Work on a copy')).toBeVisible();
  await second.button('Continue here').click();
  await expect(second.button('Continue here')).toBeHidden();
  await expect(workbench.button('Work on a copy')).toBeVisible();
  // What is changed in the tab that was left goes to a copy, and the other keeps its own.
  await brief.fill('In the first tab.');
  await expect(workbench.notices).toContainText('Your changes are kept as a copy.');
  await expect(second.page.getByRole('textbox', { name: 'Dataset brief' })).toHaveValue('After.');
  expect(log.faults).toEqual([]);
});
