import type { Page } from '@playwright/test';
import { ModelSettings } from './pages/model-settings.ts';
import { Workbench } from './pages/workbench.ts';
import { hashOf, shopDesign } from './support/designs.ts';
import type { ScriptedProvider } from './support/scripted-provider.ts';
import { expect, test } from './support/test.ts';

/** Three requests are in flight and held back; four rows of each have arrived. */
async function runHalf(workbench: Workbench, provider: ScriptedProvider): Promise<void> {
  const { page } = workbench;
  await workbench.openLink(await hashOf(shopDesign({ rows: 40 })));
  const settings = new ModelSettings(page);
  await settings.connect({ baseUrl: provider.baseUrl, concurrency: 3 });
  provider.behave({ kind: 'hold', afterRows: 4 });
  await workbench.button('Generate').click();
  await expect(page.getByRole('progressbar', { name: 'Run progress' })).toHaveAttribute(
    'aria-valuenow',
    '12',
  );
  // Each of the four has a title of its own as soon as the grid shows it.
  await expect.poll(async () => new Set(await workbench.column('title', 4)).size).toBe(4);
}

async function resume(page: Page, provider: ScriptedProvider, before: readonly string[]) {
  const workbench = new Workbench(page);
  await workbench.expectFinished(12, 40);
  expect(await workbench.column('title', 4)).toEqual(before);
  const askedBefore = provider.asked.length;
  provider.behave({ kind: 'answer' });
  await workbench.button('Resume').click();
  await workbench.expectFinished(40, 40);
  expect(await workbench.column('title', 4)).toEqual(before);
  const missing = provider.asked.slice(askedBefore).flatMap(({ rows }) => rows);
  const arrived = [1, 2, 3, 4, 11, 12, 13, 14, 21, 22, 23, 24];
  expect(missing).toHaveLength(28);
  expect(missing.filter((row) => arrived.includes(row))).toEqual([]);
}

test('Stop ends the requests in flight; after a reload the same rows are there and Resume asks for the others', async ({
  workbench,
  page,
  provider,
}) => {
  await runHalf(workbench, provider);
  const before = await workbench.column('title', 4);
  await workbench.button('Stop').click();
  await expect(workbench.runStatus).toContainText('12 of 40 rows');
  await expect(workbench.runStatus).toContainText('Stopped');
  await expect
    .poll(() => provider.asked.map(({ isAborted }) => isAborted))
    .toEqual([true, true, true]);
  await expect(workbench.button('Resume')).toBeVisible();
  await page.reload();
  await resume(page, provider, before);
});

test('a crashed tab loses no row', async ({ workbench, page, context, provider }) => {
  await runHalf(workbench, provider);
  const before = await workbench.column('title', 4);
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
  const again = await context.newPage();
  await again.goto('/');
  await resume(again, provider, before);
});
