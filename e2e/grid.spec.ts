import type { Locator, Page } from '@playwright/test';
import type { Workbench } from './pages/workbench.ts';
import { hashOf, shopDesign } from './support/designs.ts';
import { expect, test } from './support/test.ts';

/** A cell by the number of its row and the name of its column, where both are on screen. */
async function cellOf(workbench: Workbench, row: number, column: string): Promise<Locator> {
  const head = workbench.grid.getByRole('columnheader', { name: column, exact: true });
  const place = await head.last().getAttribute('aria-colindex');
  return workbench.grid
    .getByRole('row')
    .filter({ has: workbench.page.getByRole('gridcell', { name: String(row), exact: true }) })
    .first()
    .locator(`[role=gridcell][aria-colindex="${place}"]`);
}

/** The texts of a column in the order in which they stand on screen. */
async function inOrder(workbench: Workbench, column: string): Promise<readonly string[]> {
  const head = workbench.grid.getByRole('columnheader', { name: column, exact: true });
  const place = await head.last().getAttribute('aria-colindex');
  return workbench.grid.locator(`[role=gridcell][aria-colindex="${place}"]`).allTextContents();
}

async function openWritten(workbench: Workbench, rows = 10): Promise<void> {
  await workbench.openLink(await hashOf(shopDesign({ rows })));
  await workbench.button('Generate').click();
  await workbench.expectFinished(rows, rows);
}

async function readClipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

test('edits are undone and redone, followed by what is computed, and kept where they are locked', async ({
  workbench,
  page,
}) => {
  await openWritten(workbench);
  const [before = ''] = await workbench.column('title', 1);
  const cell = await cellOf(workbench, 1, 'title');
  await cell.click();
  await page.keyboard.press('F2');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('My own title');
  await page.keyboard.press('Enter');
  await expect(cell).toHaveText('My own title');
  await expect(cell).toHaveAccessibleDescription(/edited, used as an example/);
  await workbench.button('Undo').click();
  await expect(cell).toHaveText(before);
  await workbench.button('Redo').click();
  await expect(cell).toHaveText('My own title');

  // It is there again after a reload, with its mark.
  await expect(workbench.topBar).toContainText('Saved');
  await page.reload();
  await workbench.expectFinished(10, 10);
  await expect(await cellOf(workbench, 1, 'title')).toHaveText('My own title');

  const watts = await cellOf(workbench, 2, 'watts');
  await watts.click();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('40');
  await page.keyboard.press('Enter');
  await expect(await cellOf(workbench, 2, 'price')).toContainText('85');
  await expect(await cellOf(workbench, 2, 'title')).toHaveAccessibleDescription(
    /out of date: written for watts/,
  );

  const [, , title = ''] = await workbench.column('title', 3);
  const locked = await cellOf(workbench, 3, 'title');
  await locked.click();
  await page.keyboard.press('l');
  await expect(locked).toHaveAccessibleDescription('locked');

  await locked.click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('r');
  await expect(workbench.notices).toContainText('The cells are being written again.');
  await expect(locked).toHaveText(title);
  await expect(locked).toHaveAccessibleDescription('locked');
});

test('a range is copied as a spreadsheet reads it, and a table is pasted as one step', async ({
  workbench,
  page,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openWritten(workbench);
  await (await cellOf(workbench, 1, 'kind')).click();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('ControlOrMeta+c');
  const rows = await workbench.shownRows();
  expect(await readClipboard(page)).toBe(
    rows
      .slice(0, 2)
      .map((row) => `${row.kind}\t${row.watts}`)
      .join('\n'),
  );

  await page.evaluate(() => navigator.clipboard.writeText('wall\t12\nwall\t13\nwall\t14\n'));
  await (await cellOf(workbench, 3, 'kind')).click();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(await cellOf(workbench, 5, 'watts')).toHaveText('14');
  const pasted = (await workbench.shownRows()).slice(2, 5);
  expect(pasted.map(({ kind, watts }) => `${kind} ${watts}`)).toEqual([
    'wall 12',
    'wall 13',
    'wall 14',
  ]);
  await workbench.button('Undo').click();
  await expect(await cellOf(workbench, 5, 'watts')).toHaveText(rows[4]?.watts ?? '');
});

test('rows are sorted, filtered and searched without a change of the design', async ({
  workbench,
  page,
}) => {
  await openWritten(workbench, 20);
  await workbench.grid.getByRole('columnheader', { name: 'watts', exact: true }).last().click();
  await expect
    .poll(async () => {
      const watts = (await inOrder(workbench, 'watts')).slice(0, 8).map(Number);
      return watts.every((value, place) => place === 0 || value >= (watts[place - 1] ?? 0));
    })
    .toBe(true);

  await workbench.button('Filter').click();
  const filter = page.getByRole('dialog', { name: 'Filter' });
  await filter.getByRole('checkbox', { name: /^desk/ }).click();
  await filter.getByRole('button', { name: 'Show these rows' }).click();
  await expect(page.getByRole('status', { name: 'Rows shown' })).toContainText('of 20 rows');
  await expect
    .poll(async () => new Set(await workbench.column('kind', 20)))
    .toEqual(new Set(['desk']));

  await page.getByRole('searchbox', { name: 'Search rows' }).fill('no such words anywhere');
  await expect(page.getByRole('status', { name: 'Rows shown' })).toContainText('0 of 20 rows');
  await workbench.button('Show all rows').click();
  await expect(page.getByRole('status', { name: 'Rows shown' })).toBeHidden();
  await expect(workbench.button('Undo')).toBeDisabled();
});

test('rows are deleted and come back by Undo; columns are moved, widened, hidden and kept that way', async ({
  workbench,
  page,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openWritten(workbench);
  await (await cellOf(workbench, 2, 'kind')).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Backspace');
  await workbench.expectFinished(8, 8);
  expect((await workbench.shownRows()).map((row) => row['#']).slice(0, 3)).toEqual(['1', '4', '5']);
  await workbench.notices.getByRole('button', { name: 'Undo' }).click();
  await workbench.expectFinished(10, 10);

  // By mouse alone: two numbers, then the menu of what they have selected.
  const number = (row: number) =>
    workbench.grid.getByRole('gridcell', { name: String(row), exact: true }).first();
  await number(3).click();
  await number(5).click({ modifiers: ['Shift'] });
  await number(4).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Delete 3 rows' }).click();
  await workbench.expectFinished(7, 7);
  await workbench.notices.getByRole('button', { name: 'Undo' }).click();
  await workbench.expectFinished(10, 10);
  await number(6).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Copy as a table' }).click();
  await expect.poll(() => readClipboard(page)).toMatch(/^(desk|floor|wall)\t\d+\t[\d.]+\t/);

  const shown = async () => Object.keys((await workbench.shownRows())[0] ?? {}).slice(1, 4);
  const head = (name: string) =>
    workbench.grid.getByRole('columnheader', { name, exact: true }).last();
  const widthOf = async (name: string) => (await head(name).boundingBox())?.width ?? 0;
  expect(await shown()).toEqual(['kind', 'watts', 'price']);

  // From the first cell up to the head of its column, which moves and widens by arrows.
  await (await cellOf(workbench, 1, 'kind')).click();
  await page.keyboard.press('ArrowUp');
  await expect(head('kind')).toBeFocused();
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(shown).toEqual(['watts', 'kind', 'price']);
  await expect(head('kind')).toBeFocused();
  await expect(page.getByText('kind is now column 2 of 5')).toBeAttached();
  const before = await widthOf('kind');
  await page.keyboard.press('Control+ArrowRight');
  await expect.poll(() => widthOf('kind')).toBe(before + 16);
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByRole('menuitem', { name: 'Fit to content' }).click();
  await expect.poll(() => widthOf('kind')).toBeLessThan(before);
  await head('kind').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Usual width' }).click();
  await expect.poll(() => widthOf('kind')).toBe(before);
  // A double click on the edge of the head fits as well, once the menu has faded from over it.
  await expect(page.getByRole('menu')).toHaveCount(0);
  const edge = await head('kind').boundingBox();
  if (edge !== null) await page.mouse.dblclick(edge.x + edge.width - 3, edge.y + edge.height - 8);
  await expect.poll(() => widthOf('kind')).toBeLessThan(before);

  await head('kind').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Hide' }).click();
  await expect.poll(shown).not.toContain('kind');
  await page.reload();
  await workbench.expectFinished(10, 10);
  await expect.poll(shown).not.toContain('kind');
  await workbench.button('Columns').click();
  await page.getByRole('dialog', { name: 'Columns shown' }).getByLabel('kind').click();
  await page.keyboard.press('Escape');
  await expect.poll(shown).toEqual(['watts', 'kind', 'price']);
});
