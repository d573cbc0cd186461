import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

async function chooseFromMenu(page: Page, button: string | RegExp, item: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('every rule brings its chart; charts are tables and pictures, added, undone and removed', async ({
  workbench,
  page,
}) => {
  await workbench.openSample();
  await workbench.showTab('Charts');
  const figures = workbench.data.getByRole('figure');
  await expect(figures).toHaveCount(5);
  await expect(
    workbench.data.getByText(/QLED costs 2\.\d+ times OLED at equal size/),
  ).toBeVisible();

  await expect(workbench.data.getByText('Shares meet their targets')).toBeVisible();
  await chooseFromMenu(page, /More about Shares/, 'Show as table');
  const table = workbench.data.getByRole('table', { name: /Shares meet/ });
  await expect(table.getByRole('row', { name: /OLED 110 110/ })).toBeVisible();

  const svg = await workbench.download(() =>
    chooseFromMenu(page, /More about Price grows/, 'Save as SVG'),
  );
  expect(svg.name).toMatch(/\.svg$/);
  expect(svg.bytes.toString()).toContain('<title>Price grows with size');
  expect(svg.bytes.toString()).not.toContain('var(');
  const png = await workbench.download(() =>
    chooseFromMenu(page, /More about Price grows/, 'Save as PNG'),
  );
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');

  await chooseFromMenu(page, 'Add chart', 'Box plots');
  await expect(figures).toHaveCount(6);
  const settings = page.getByRole('group', { name: 'Chart settings' });
  await settings.getByRole('textbox', { name: 'Title' }).fill('Sizes side by side');
  await settings.getByRole('button', { name: 'Done' }).click();
  await expect(workbench.data.getByText('Sizes side by side')).toBeVisible();

  await chooseFromMenu(page, /More about Sizes side by side/, 'Remove chart');
  await expect(figures).toHaveCount(5);
  await workbench.button('Undo').first().click();
  await expect(workbench.data.getByText('Sizes side by side')).toBeVisible();

  await chooseFromMenu(page, /More about QLED costs/, 'Remove chart');
  await expect(workbench.data.getByText(/QLED costs 2\.\d+ times/)).toBeHidden();
});

test('a range of the scatter filters the grid, and a point leads to its row', async ({
  workbench,
  page,
}) => {
  await workbench.openSample();
  await workbench.showTab('Charts');
  const chart = workbench.data.getByRole('group', { name: /Price grows with size/ });
  const box = await chart.boundingBox();
  if (box === null) throw new Error('The chart is laid out.');
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.8, { steps: 4 });
  await page.mouse.up();
  const filter = page.getByRole('group', { name: 'Row filter' });
  await expect(filter).toContainText(/size \d+.* to /);
  const sizes = (await workbench.column('size')).map(Number.parseFloat);
  const label = (await filter.textContent()) ?? '';
  const [, low = '0', high = '0'] = /size ([\d.]+) to ([\d.]+)/.exec(label) ?? [];
  for (const size of sizes) {
    expect(size).toBeGreaterThanOrEqual(Number(low) - 0.1);
    expect(size).toBeLessThanOrEqual(Number(high) + 0.1);
  }
  await filter.getByRole('button', { name: 'Show all rows' }).click();
  await expect(filter).toBeHidden();

  await workbench.showTab('Charts');
  await chart.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  const spoken = chart.getByRole('status');
  await expect(spoken).toHaveText(/Row \d+/);
  const row = /Row (\d+)/.exec((await spoken.textContent()) ?? '')?.[1] ?? '';
  await page.keyboard.press('Enter');
  await expect(
    workbench.grid.getByRole('gridcell', { name: row, exact: true }).first(),
  ).toBeVisible();
});
