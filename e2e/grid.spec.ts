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

/** Draws the handle of the selection, which ends in one cell, down or up to another. */
async function drawHandle(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (start === null || end === null) throw new Error('A cell is not on screen.');
  await page.mouse.move(start.x + start.width - 4, start.y + start.height - 4);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 6 });
}

test('the corner of a selection fills rows below and above in one step, series going on', async ({
  workbench,
  page,
}) => {
  await openWritten(workbench);
  const before = await workbench.shownRows();
  const [watts, title] = [
    (row: number) => cellOf(workbench, row, 'watts'),
    (row: number) => cellOf(workbench, row, 'title'),
  ];
  const write = async (cell: Locator, text: string): Promise<void> => {
    await cell.click();
    await page.keyboard.press('F2');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await expect(cell).toHaveText(text);
  };

  await test.step('two numbers go on, and the cells are edited ones', async () => {
    await write(await watts(4), '110');
    await write(await watts(5), '115');
    await (await watts(4)).click();
    await page.keyboard.press('Shift+ArrowDown');
    await drawHandle(page, await watts(5), await watts(8));
    await expect(workbench.grid.locator('[data-fill-target=true]')).toHaveCount(3);
    await page.mouse.up();
    for (const [row, text] of [
      [6, '120'],
      [7, '125'],
      [8, '130'],
    ] as const)
      await expect(await watts(row)).toHaveText(text);
    await expect(await watts(8)).toHaveAccessibleDescription(/edited/);
    await expect(await watts(9)).toHaveText(before[8]?.watts ?? '');
    // What is computed from it follows.
    await expect(await cellOf(workbench, 8, 'price')).toHaveText('265');
  });

  await test.step('one Undo takes all of them back', async () => {
    await workbench.button('Undo').click();
    for (const row of [6, 7, 8])
      await expect(await watts(row)).toHaveText(before[row - 1]?.watts ?? '');
    await expect(await watts(5)).toHaveText('115');
  });

  await test.step('upwards too', async () => {
    await (await watts(4)).click();
    await page.keyboard.press('Shift+ArrowDown');
    await drawHandle(page, await watts(5), await watts(3));
    await page.mouse.up();
    await expect(await watts(3)).toHaveText('105');
  });

  await test.step('one value repeats, a text that ends in a number counts on', async () => {
    await write(await title(1), 'Item 1');
    await (await title(1)).click();
    await drawHandle(page, await title(1), await title(3));
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect(await title(2)).toHaveText(before[1]?.title ?? '');
    await drawHandle(page, await title(1), await title(3));
    await page.mouse.up();
    await expect(await title(2)).toHaveText('Item 2');
    await expect(await title(3)).toHaveText('Item 3');
    await (await watts(4)).click();
    await drawHandle(page, await watts(4), await watts(6));
    await page.mouse.up();
    await expect(await watts(6)).toHaveText('110');
  });

  await test.step('Ctrl+D copies the first row of the selection down', async () => {
    await (await title(1)).click();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown'])
      await page.keyboard.press(`Shift+${key}`);
    await page.keyboard.press('ControlOrMeta+d');
    for (const row of [2, 3, 4]) await expect(await title(row)).toHaveText('Item 1');
    await workbench.button('Undo').click();
    await expect(await title(2)).toHaveText('Item 2');
  });

  await test.step('a double click fills down to the last row', async () => {
    await (await title(2)).click();
    const box = await (await title(2)).boundingBox();
    await page.mouse.dblclick((box?.x ?? 0) + (box?.width ?? 0) - 4, (box?.y ?? 0) + 28);
    await expect(await title(10)).toHaveText('Item 10');
  });
});

test('the handle scrolls on below the last row on screen', async ({ workbench, page }) => {
  await workbench.openLink(await hashOf(shopDesign({ rows: 200 })));
  const start = await cellOf(workbench, 2, 'watts');
  await start.click();
  const value = await start.textContent();
  const grid = await workbench.grid.boundingBox();
  await drawHandle(page, start, await cellOf(workbench, 4, 'watts'));
  await page.mouse.move((grid?.x ?? 0) + 100, (grid?.y ?? 0) + (grid?.height ?? 0) + 10);
  // No value of the table is 84 or 90.
  const farRow = workbench.grid.getByRole('gridcell', { name: '90', exact: true });
  await expect(farRow.first()).toBeVisible();
  await page.mouse.up();
  await expect(await cellOf(workbench, 84, 'watts')).toHaveText(value ?? '');
  await expect(await cellOf(workbench, 84, 'watts')).toHaveAccessibleDescription(/edited/);
});
