import { hashOf, shopDesign } from './support/designs.ts';
import { expect, test } from './support/test.ts';

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
