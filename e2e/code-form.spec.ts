import { CodeTab } from './pages/code-tab.ts';
import { hashOf, shopDesign } from './support/designs.ts';
import { expect, test } from './support/test.ts';

test('code and form are one design with one history', async ({ workbench, page }) => {
  await workbench.openLink(await hashOf(shopDesign()));
  await page.getByRole('textbox', { name: 'Dataset brief' }).fill('Lamps that never flicker.');
  const code = new CodeTab(page);
  await code.open();
  expect(await code.read()).toContain('"brief": "Lamps that never flicker."');

  await code.edit((text) => text.replace('"rows": 40', '"rows": 8').replaceAll('watts', 'power'));
  await expect(workbench.rowCount).toHaveValue('8');
  await expect(workbench.grid.getByRole('columnheader', { name: 'power' })).toBeVisible();
  await workbench.setRows(5);
  await expect.poll(() => code.read()).toContain('"rows": 5');
  await workbench.showForm();
  await expect(workbench.columnLine('power')).toBeVisible();

  await workbench.button('Undo').click();
  await expect(workbench.rowCount).toHaveValue('8');
  await workbench.button('Undo').click();
  await expect(workbench.rowCount).toHaveValue('40');
  await expect(workbench.columnLine('watts')).toBeVisible();
  await workbench.button('Redo').click();
  await expect(workbench.rowCount).toHaveValue('8');
  await code.open();
  expect(await code.read()).toContain('"rows": 8');
});

test('broken code is marked and listed, and the last good rows stay', async ({
  workbench,
  page,
}) => {
  await workbench.openLink(await hashOf(shopDesign()));
  const before = await workbench.column('price');
  const code = new CodeTab(page);
  await code.open();
  await code.edit((text) => text.replace('"rows": 40,', '"rows": 40'));
  await expect(
    page.getByText(/The design has \d errors?\. Rows follow the last valid design\./),
  ).toBeVisible();
  await expect(workbench.problems).toContainText('1 error');
  expect(await workbench.column('price')).toEqual(before);
  await expect(workbench.rowCount).toHaveValue('40');

  await workbench.showForm();
  await code.open();
  expect(await code.read()).toMatch(/"rows": 40\s+"models"/);
  await code.edit((text) => text.replace('"rows": 40', '"rows": 9,'));
  await expect(workbench.rowCount).toHaveValue('9');
  await expect(workbench.problems).toContainText('No errors');

  // A name that no column has is marked where it stands.
  await code.edit((text) => text.replace('watts * 2 + 5', 'wats * 2 + 5'));
  await expect(workbench.problems).toContainText(/wats/);
  await expect(page.locator('.monaco-editor .squiggly-error').first()).toBeVisible();
});

test('column names are offered inside {{ }}, and the editor lets the keyboard go', async ({
  workbench,
  page,
}) => {
  await workbench.openLink(await hashOf(shopDesign()));
  const code = new CodeTab(page);
  await code.open();
  await code.edit((text) => text.replace('A {{ kind }} lamp', 'A QQQ lamp'));
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('QQQ');
  await expect(page.getByText('1 of 1', { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(code.editor).toBeFocused();
  await page.keyboard.press('Delete');
  await page.keyboard.type('{{ wa');
  await expect(page.getByRole('listbox', { name: 'Suggest' })).toContainText('watts');
  await page.keyboard.press('Enter');
  await expect.poll(() => code.read()).toContain('A {{ watts');

  await code.editor.focus();
  await page.keyboard.press('Tab');
  await expect(code.editor).not.toBeFocused();
});
