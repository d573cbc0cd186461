// The journeys by which the workbench is judged. Each counts what a person has to do.
import { ExportDialog } from './pages/export-dialog.ts';
import { Acts } from './support/acts.ts';
import { hashOf, shopDesign } from './support/designs.ts';
import { expect, test } from './support/test.ts';

test('1, first sight: rows and their chart without an act, the first change in two', async ({
  workbench,
  page,
  browserLog,
}) => {
  const acts = await Acts.watch(page);
  await workbench.openSample();
  const law = page
    .getByRole('region', { name: 'Pinned chart' })
    .getByRole('group', { name: /200 points\. OLED: .* QLED: / });
  await expect(law).toBeVisible();
  const before = await workbench.shownRows();
  expect(before.length).toBeGreaterThan(9);
  expect(before.every((row) => Object.values(row).every((cell) => cell !== ''))).toBe(true);
  expect(browserLog.foreignRequests).toEqual([]);
  await expect(workbench.data.getByText('made by the demo model')).toBeVisible();
  await expect(
    workbench.grid.getByRole('columnheader', { name: 'copywriter, by the demo model' }),
  ).toBeVisible();
  await expect(workbench.button('Model settings')).toContainText('Demo model');
  expect(await acts.count()).toBe(0);

  const sentence = await law.getAttribute('aria-label');
  const editor = await workbench.openColumn('type');
  await editor.getByRole('textbox', { name: 'Weight of OLED' }).fill('300');
  await expect
    .poll(() => workbench.column('type'))
    .not.toEqual(before.slice(0, 10).map(({ type }) => type));
  await expect
    .poll(() =>
      page
        .getByRole('region', { name: 'Pinned chart' })
        .getByRole('group')
        .first()
        .getAttribute('aria-label'),
    )
    .not.toBe(sentence);
  expect(await acts.count()).toBeLessThanOrEqual(2);
  await workbench.button('Undo').click();
  await workbench.showTab('Charts');
  const chart = workbench.data.getByRole('group', { name: /Price grows with size/ });
  await expect(chart).toBeVisible();
  for (const law of [/OLED/, /QLED/]) await expect(chart.getByText(law).first()).toBeVisible();
  await workbench.data.getByRole('button', { name: /More about Price grows/ }).click();
  await page.getByRole('menuitem', { name: 'Show as table' }).click();
  const table = workbench.data.getByRole('table', { name: /Price grows with size/ });
  await expect(table.getByRole('row')).toHaveCount(201);

  // A reload shows the same rows and writes none of them again.
  await page.reload();
  await workbench.expectFinished(200, 200);
  await expect
    .poll(async () => (await workbench.shownRows()).slice(0, 9))
    .toEqual(before.slice(0, 9));
});

test('2, a sentence becomes rows in four acts, on the demo model and without a key', async ({
  workbench,
  page,
}) => {
  const acts = await Acts.watch(page);
  await workbench.openLink(await hashOf(shopDesign({ rows: 5 })));
  await acts.begin();
  await workbench.button('New design').click();
  const words = page.getByRole('textbox', { name: 'Describe what you need' });
  await words.fill('Orders of a tea shop: product, price, city and a note of the customer');
  await words.press('Enter');
  const dialog = workbench.dialog('Describe your rows');
  await dialog.getByRole('button', { name: 'Use and preview' }).click();
  await expect(workbench.columnLine('price')).toBeVisible();
  await expect(workbench.runStatus).toContainText(/10 of \d+ rows/);
  expect(await acts.count()).toBeLessThanOrEqual(4);
});

test('3, from a finished design to a file in five acts, the price on the button', async ({
  workbench,
  page,
}) => {
  const acts = await Acts.watch(page);
  await workbench.openLink(await hashOf(shopDesign({ rows: 5 })));
  await acts.begin();
  await workbench.button('New design').click();
  await page.getByRole('button', { name: /^Cat names\./ }).click();
  await expect(page.getByRole('textbox', { name: 'Design name' })).toHaveValue('Cat names');
  await workbench.setRows(12);
  await page.getByRole('textbox', { name: 'Dataset brief' }).fill('Names for cats of a farm.');
  await expect(workbench.button('Generate')).toHaveAccessibleDescription(/^12 rows/);
  await workbench.button('Generate').click();
  await workbench.expectFinished(12, 12);
  const dialog = new ExportDialog(page);
  await dialog.open();
  const lines = await dialog.downloadRows();
  expect(await acts.count()).toBeLessThanOrEqual(5);

  expect(lines).toHaveLength(12);
  expect(new Set(lines.map(({ name }) => name)).size).toBe(12);
});

test('4, fix by example in four acts: kept cells stay, the others differ, Undo gives all back', async ({
  workbench,
  page,
}) => {
  const acts = await Acts.watch(page);
  await workbench.openLink(await hashOf(shopDesign({ rows: 12 })));
  await workbench.button('Generate').click();
  await workbench.expectFinished(12, 12);
  const head = workbench.grid.getByRole('columnheader', { name: 'title', exact: true }).last();
  const place = await head.getAttribute('aria-colindex');
  const cells = workbench.grid.locator(`[role=gridcell][aria-colindex="${place}"]`);
  const before = await workbench.column('title', 12);

  await acts.begin();
  await cells.nth(0).dragTo(cells.nth(1));
  await page.keyboard.press('d');
  await cells.nth(4).dragTo(cells.nth(6));
  await expect(head).toContainText('2 corrections');
  await page.keyboard.press('Shift+R');
  expect(await acts.count()).toBe(4);

  await expect(head).toContainText('2 corrections, 3 examples in use');
  await expect(head).toHaveAttribute('aria-description', '2 corrections, 3 examples in use');
  await expect
    .poll(
      async () =>
        (await workbench.column('title', 12)).filter((title, row) => title !== before[row]).length,
    )
    .toBe(9);
  await workbench.expectFinished(12, 12);
  const after = await workbench.column('title', 12);
  expect(after.slice(4, 7)).toEqual(before.slice(4, 7));
  await expect(cells.nth(4)).toHaveAccessibleDescription(/locked, used as an example/);

  // What has changed is seen beside what it was.
  await cells.nth(0).click();
  await page.keyboard.press('Space');
  const changes = page.getByRole('region', { name: 'Before it was written again' });
  await expect(changes.locator('ins').first()).toBeVisible();
  await expect(changes.locator('del').first()).toBeVisible();

  await workbench.notices.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => workbench.column('title', 12)).toEqual(before);
});
