import type { Locator, Page } from '@playwright/test';
import { hashOf, shopDesign } from './support/designs.ts';
import { expect, test } from './support/test.ts';

/** Presses Tab until the target has the focus; a target that cannot be reached fails. */
async function tabTo(page: Page, target: Locator, most = 140): Promise<void> {
  const hasFocus = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < most; presses += 1) {
    if (await hasFocus()) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

test('the whole way from a column to rows needs no mouse', async ({ workbench, page }) => {
  await workbench.openLink(await hashOf(shopDesign({ rows: 10 })));
  await tabTo(page, workbench.button('Add column'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu', { name: 'Add column' })).toBeVisible();
  await page.keyboard.press('Enter');
  const added = workbench.design.getByRole('textbox', { name: 'Name' });
  await expect(added).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('colour');
  await page.keyboard.press('Enter');
  await expect(workbench.columnLine('colour')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(workbench.columnLine('colour')).toBeFocused();

  const form = page.getByRole('tab', { name: 'Form', exact: true });
  await tabTo(page, form);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Code', exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('ArrowLeft');
  await expect(form).toHaveAttribute('aria-selected', 'true');

  // The third view says who reads whom; a column chosen there is open in the form.
  await page.keyboard.press('End');
  const reads = workbench.design.getByRole('list', { name: 'Who reads whom' });
  const price = reads.getByRole('button', { name: /^price/ });
  await expect(price).toContainText('reads watts');
  await tabTo(page, price);
  await page.keyboard.press('Enter');
  await tabTo(page, workbench.button('Edit price'));
  await page.keyboard.press('Enter');
  await expect(workbench.design.getByRole('group', { name: 'price', exact: true })).toBeVisible();

  await tabTo(page, page.getByRole('tab', { name: 'Rows', exact: true }));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Charts', exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  );

  await tabTo(page, workbench.button('Generate'));
  await page.keyboard.press('Enter');
  await workbench.expectFinished(10, 10);
});

test('Escape closes what a button opens, and the focus returns to it', async ({
  workbench,
  page,
}) => {
  await workbench.openLink(await hashOf(shopDesign({ rows: 10 })));
  const dialog = page.getByRole('dialog');
  for (const name of ['Model settings', 'Import', 'Share', 'Export', 'Commands', 'New design'])
    await test.step(name, async () => {
      const opener = workbench.button(name);
      await tabTo(page, opener);
      await page.keyboard.press('Enter');
      await expect(dialog).toBeVisible();
      for (let presses = 0; presses < 12; presses += 1) await page.keyboard.press('Tab');
      expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(
        true,
      );
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await expect(opener).toBeFocused();
    });
});

test('arrow keys walk the grid, and Ctrl+K finds Preview and runs it', async ({
  workbench,
  page,
}) => {
  await workbench.openLink(await hashOf(shopDesign({ rows: 30 })));
  const firstKind = workbench.grid.getByRole('gridcell', { name: '1', exact: true }).first();
  await firstKind.click();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  const place = () =>
    page.evaluate(() => {
      const cell = document.activeElement?.closest('[role=gridcell]');
      return [
        cell?.closest('[role=row]')?.querySelector('[role=gridcell]')?.textContent,
        cell?.getAttribute('aria-colindex'),
      ];
    });
  await expect.poll(place).toEqual(['2', '2']);
  await page.keyboard.press('ControlOrMeta+End');
  await expect.poll(async () => (await place())[0]).toBe('30');
  await page.keyboard.press('Tab');
  expect(await workbench.grid.evaluate((grid) => grid.contains(document.activeElement))).toBe(
    false,
  );

  // A page that is still starting may miss the first press.
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+k');
    const field = page.getByRole('combobox', { name: 'Find a command or a column' });
    await expect(field).toBeFocused({ timeout: 2_000 });
  }).toPass();
  await page.keyboard.type('prev');
  await expect(page.getByRole('option', { selected: true })).toContainText('Preview');
  await page.keyboard.press('Enter');
  await workbench.expectFinished(10, 30);
});

test('Tab passes the grid in one step, and F6 goes on past an open cell', async ({
  workbench,
  page,
}) => {
  await workbench.openLink(await hashOf(shopDesign({ rows: 30 })));
  await tabTo(page, page.getByRole('searchbox', { name: 'Search rows' }));
  await page.keyboard.press('Tab');
  await expect(workbench.grid.getByRole('columnheader', { name: 'Row number' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  const cell = page.getByRole('complementary', { name: 'Cell' });
  await expect(cell).toBeVisible();
  await expect(workbench.grid.getByRole('gridcell', { selected: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('separator', { name: 'Width of the cell drawer' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(workbench.grid.getByRole('gridcell', { selected: true })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('searchbox', { name: 'Search rows' })).toBeFocused();

  await page.keyboard.press('F6');
  const inCell = () => cell.evaluate((element) => element.contains(document.activeElement));
  expect(await inCell()).toBe(true);
  await page.keyboard.press('F6');
  expect(await inCell()).toBe(false);
});
