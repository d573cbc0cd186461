import type { Locator } from '@playwright/test';
import { ExportDialog } from './pages/export-dialog.ts';
import { ShareDialog } from './pages/share-dialog.ts';
import { expect, test } from './support/test.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('a phone shows one place at a time, shares, exports and reaches the model settings', async ({
  workbench,
  page,
}) => {
  await workbench.openSample();
  const bar = page.getByRole('navigation', { name: 'Places' });
  const isWiderThanScreen = () =>
    page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  await expect(
    workbench.grid.getByRole('gridcell', { name: /OLED|QLED/ }).first(),
  ).toBeInViewport();
  expect(await isWiderThanScreen()).toBe(false);
  await expect(workbench.button('Generate')).toBeInViewport();

  await bar.getByRole('button', { name: 'Charts' }).click();
  await expect(
    workbench.data.getByRole('group', { name: /Price grows with size/ }),
  ).toBeInViewport();
  expect(await isWiderThanScreen()).toBe(false);
  await bar.getByRole('button', { name: 'Quality' }).click();
  await expect(page.getByRole('tabpanel', { name: 'quality' })).toBeVisible();
  expect(await isWiderThanScreen()).toBe(false);
  await bar.getByRole('button', { name: 'Design' }).click();
  await expect(page.getByRole('textbox', { name: 'Dataset brief' })).toBeVisible();
  await expect(workbench.columnLine('brand')).toBeVisible();
  expect(await isWiderThanScreen()).toBe(false);
  await bar.getByRole('button', { name: 'Rows' }).click();
  await expect(workbench.grid).toBeVisible();

  const share = new ShareDialog(page);
  await share.open();
  expect(await share.readLink()).toContain('#d=1.');
  await expect(share.dialog.getByRole('button', { name: 'Copy link' })).toBeInViewport();
  await share.close();
  expect(await new ExportDialog(page).readRows()).toHaveLength(200);

  await page
    .getByRole('navigation', { name: 'Places' })
    .getByRole('button', { name: 'Design' })
    .click();
  await page.getByRole('button', { name: /^Models/ }).click();
  await expect(workbench.dialog('Model settings')).toBeVisible();
});

test('a finger reads a chart and opens a card wherever it taps it', async ({ workbench, page }) => {
  await workbench.openSample();
  const drawer = page.getByRole('complementary', { name: 'Cell' });
  // The number is a part of the card.
  await workbench.grid.getByRole('gridcell', { name: '2', exact: true }).tap();
  await expect(drawer.getByRole('status', { name: 'Row shown' })).toHaveText('row 2 of 200');
  await drawer.getByRole('button', { name: 'Close cell' }).tap();

  const places = page.getByRole('navigation', { name: 'Places' });
  await places.getByRole('button', { name: 'Charts' }).tap();
  const chart = workbench.data.getByRole('group', { name: /Price grows with size/ });
  const point = await firstPoint(chart);
  await page.touchscreen.tap(point.x, point.y);
  await expect(chart.getByText('Tap again to open the row')).toBeVisible();
  const row = /row (\d+)/i.exec(await chart.getByRole('status').innerText())?.[1] ?? '';
  await page.touchscreen.tap(point.x, point.y);
  await expect(workbench.grid.getByRole('gridcell', { name: row, exact: true })).toBeInViewport();
});

/** Where one of the drawn points is on screen; many share a path, which begins at the first of them. */
function firstPoint(chart: Locator): Promise<{ x: number; y: number }> {
  return chart.evaluate((group) => {
    const marks = group.querySelector('path[fill-opacity]');
    const [, x, y] = /^M\s*(-?[\d.]+)[ ,]+(-?[\d.]+)/.exec(marks?.getAttribute('d') ?? '') ?? [];
    const { left, top } = (marks?.closest('svg') ?? group).getBoundingClientRect();
    return { x: left + Number(x), y: top + Number(y) };
  });
}
