import { CellDrawer } from './pages/cell-drawer.ts';
import { hashOf, shopDesign } from './support/designs.ts';
import { scan } from './support/scan.ts';
import { expect, test } from './support/test.ts';

test('a disliked cell leads to a better prompt, shown first, and is written again with it', async ({
  workbench,
  page,
}) => {
  await workbench.openLink(await hashOf(shopDesign({ rows: 10 })));
  await workbench.button('Generate').click();
  await workbench.expectFinished(10, 10);
  const [title = ''] = await workbench.column('title', 1);
  const drawer = new CellDrawer(page);
  await workbench.grid.getByRole('gridcell', { name: title, exact: true }).first().click();
  await page.keyboard.press('Space');
  await expect(drawer.button('Improve prompt from ratings')).toBeHidden();
  await drawer.button('Not like this').click();
  await drawer.button('Improve prompt from ratings').click();

  const dialog = workbench.dialog('Improve prompt');
  await expect(dialog).toContainText('1 disliked value');
  await dialog.getByRole('textbox').fill('Name the material.');
  await dialog.getByRole('button', { name: 'Improve prompt', exact: true }).click();
  await expect(dialog.getByRole('region', { name: 'Changed words' }).locator('ins')).toContainText(
    'Name the material.',
  );
  expect(await scan(page, 'light', '[role=dialog]')).toEqual([]);
  await dialog.getByRole('button', { name: 'Use and write disliked again' }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => workbench.column('title', 1)).not.toContain(title);
});
