import { hashOf, shopDesign } from './support/designs.ts';
import { expect, test } from './support/test.ts';

test('shows a finished sample of 200 rows without a key and without asking any other host', async ({
  workbench,
  page,
  browserLog,
}) => {
  await workbench.openSample();
  const rows = await workbench.shownRows();
  expect(rows.length).toBeGreaterThan(10);
  expect(Object.keys(rows[0] ?? {})).toEqual(
    expect.arrayContaining(['type', 'size', 'brand', 'price', 'model', 'description', 'title']),
  );
  expect(rows.every((row) => Object.values(row).every((cell) => cell !== ''))).toBe(true);
  expect(browserLog.foreignRequests).toEqual([]);
  // Its rows are labelled as written by the demo model.
  await expect(workbench.data.getByText('made by the demo model')).toBeVisible();
  await expect(
    workbench.grid.getByRole('columnheader', { name: 'copywriter, by the demo model' }),
  ).toBeVisible();
  await expect(workbench.button('Model settings')).toContainText('Demo model');

  // Price over size has one fitted line for each type.
  const pinned = page.getByRole('region', { name: 'Pinned chart' });
  await expect(pinned.getByRole('group', { name: /200 points\. OLED: .* QLED: / })).toBeVisible();
  await workbench.showTab('Charts');
  const chart = workbench.data.getByRole('group', { name: /Price grows with size/ });
  await expect(chart).toBeVisible();
  for (const law of [/OLED/, /QLED/]) await expect(chart.getByText(law).first()).toBeVisible();
  await workbench.data.getByRole('button', { name: /More about Price grows/ }).click();
  await page.getByRole('menuitem', { name: 'Show as table' }).click();
  const table = workbench.data.getByRole('table', { name: /Price grows with size/ });
  await expect(table.getByRole('row')).toHaveCount(201);

  // A reload shows the same rows and writes none of them again.
  const before = rows.slice(0, 10);
  await page.reload();
  await workbench.expectFinished(200, 200);
  await expect.poll(async () => (await workbench.shownRows()).slice(0, 10)).toEqual(before);
});

test('turns light and dark and remembers which', async ({ workbench, page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await workbench.openLink(await hashOf(shopDesign({ rows: 10 })));
  const ground = () =>
    page.evaluate(() =>
      getComputedStyle(document.body)
        .backgroundColor.match(/[\d.]+/g)
        ?.map(Number),
    );
  const light = (await ground())?.[0] ?? 0;
  await workbench.button('Dark theme').click();
  await expect(workbench.button('Light theme')).toBeVisible();
  await expect.poll(async () => (await ground())?.[0] ?? 255).toBeLessThan(light / 2);
  await page.reload();
  await expect(workbench.button('Light theme')).toBeVisible();
});
