import type { Locator, Page } from '@playwright/test';
import { CellDrawer } from './pages/cell-drawer.ts';
import { ExportDialog } from './pages/export-dialog.ts';
import { ShareDialog } from './pages/share-dialog.ts';
import { hashOf, shopDesign } from './support/designs.ts';
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

test('a finger edits a cell, goes to another of its row, and has the menu by resting on one', async ({
  workbench,
  page,
}) => {
  await workbench.openLink(await hashOf(shopDesign({ rows: 10 })));
  await workbench.button('Generate').tap();
  await workbench.expectFinished(10, 10);
  const drawer = new CellDrawer(page);
  await workbench.grid.getByRole('gridcell', { name: '2', exact: true }).tap();
  await drawer.button('Edit value').tap();
  const field = drawer.drawer.getByRole('textbox', { name: 'description' });
  // With smaller letters a phone zooms in on the field.
  await expect(field).toHaveCSS('font-size', '16px');
  await field.fill('A lamp as I want it.');
  await drawer.button('Save value').tap();
  await expect(drawer.drawer.getByText('A lamp as I want it.')).toBeVisible();
  await expect(drawer.button('Edit value')).toBeFocused();
  await drawer.showTab('Attributes');
  await drawer.button('watts').tap();
  await expect(drawer.drawer.getByRole('heading', { name: 'watts' })).toBeVisible();
  await drawer.button('Close cell').tap();
  await expect(workbench.grid.getByText('A lamp as I want it.')).toBeVisible();

  await workbench.button('Show as table').tap();
  await restOn(page, workbench.grid.getByRole('gridcell', { name: '3', exact: true }));
  await page.getByRole('menuitem', { name: 'Delete row' }).tap();
  await expect(workbench.runStatus).toContainText('9 of 9 rows');
  await workbench.notices.getByRole('button', { name: 'Undo' }).tap();
  await expect(workbench.runStatus).toContainText('10 of 10 rows');

  await workbench.grid.getByTitle('Select all rows').tap();
  await restOn(page, workbench.grid.getByRole('gridcell', { name: '4', exact: true }));
  await expect(page.getByRole('menuitem', { name: 'Delete 10 rows' })).toBeVisible();
});

/** A finger that stays until the menu has come. */
async function restOn(page: Page, place: Locator): Promise<void> {
  const box = await place.boundingBox();
  const point = { x: (box?.x ?? 0) + 10, y: (box?.y ?? 0) + 10 };
  const session = await page.context().newCDPSession(page);
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
  await expect(page.getByRole('menu', { name: 'Cells' })).toBeVisible();
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

/** Where one of the drawn points is on screen; many share a path, which begins at the first of them. */
function firstPoint(chart: Locator): Promise<{ x: number; y: number }> {
  return chart.evaluate((group) => {
    const marks = group.querySelector('path[fill-opacity]');
    const [, x, y] = /^M\s*(-?[\d.]+)[ ,]+(-?[\d.]+)/.exec(marks?.getAttribute('d') ?? '') ?? [];
    const { left, top } = (marks?.closest('svg') ?? group).getBoundingClientRect();
    return { x: left + Number(x), y: top + Number(y) };
  });
}
