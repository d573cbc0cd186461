import { ModelSettings } from './pages/model-settings.ts';
import { ShareDialog } from './pages/share-dialog.ts';
import { Workbench } from './pages/workbench.ts';
import { hashOf, shopDesign } from './support/designs.ts';
import { readStorage } from './support/storage.ts';
import { expect, test, watch } from './support/test.ts';

test('a link opens as the same design for somebody else, who is asked nothing and sends nothing', async ({
  workbench,
  page,
  browser,
  baseURL,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await workbench.openLink(await hashOf(shopDesign({ rows: 15 })));
  await page.getByRole('textbox', { name: 'Dataset brief' }).fill('Lamps, shared.');
  const share = new ShareDialog(page);
  await share.open();
  const link = await share.readLink();
  await share.dialog.getByRole('button', { name: 'Copy link' }).click();
  await expect(share.dialog.getByRole('status')).toContainText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await share.close();
  const before = await workbench.column('price');

  const other = await browser.newContext({ baseURL: baseURL ?? '' });
  const log = { faults: [], lines: [], foreignRequests: [] };
  await watch(other, log, { baseURL: baseURL ?? '', expectedErrors: [] });
  const there = new Workbench(await other.newPage());
  await there.page.goto(link);
  await expect(there.rowCount).toHaveValue('15');
  await expect(there.page.getByRole('textbox', { name: 'Dataset brief' })).toHaveValue(
    'Lamps, shared.',
  );
  await expect.poll(() => there.column('price')).toEqual(before);
  await expect(there.runStatus).toContainText('0 of 15 rows');
  expect(new URL(there.page.url()).hash).toBe('');
  expect(log.faults).toEqual([]);
  expect(log.foreignRequests).toEqual([]);
  await other.close();
});

test('opening a link leaves the edited design in the library', async ({ workbench, page }) => {
  await workbench.openLink(await hashOf(shopDesign()));
  await page.getByRole('textbox', { name: 'Dataset brief' }).fill('My own precious work.');
  const hash = await hashOf({ ...shopDesign({ rows: 5 }), name: 'From a stranger' });
  await page.evaluate((next) => {
    window.location.hash = next;
  }, hash);
  await expect(page.getByRole('textbox', { name: 'Design name' })).toHaveValue('From a stranger');
  await expect(workbench.rowCount).toHaveValue('5');
  await expect.poll(() => readStorage(page)).toContain('My own precious work.');
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Design name' })).toHaveValue('From a stranger');
  expect(await readStorage(page)).toContain('My own precious work.');
});

const whole = await hashOf(shopDesign());
const unreadable = [
  { what: 'a link of a newer release', hash: '#d=2.AAAA', words: /made by a newer Rowsmith/ },
  { what: 'a link without end', hash: `#d=1.${'A'.repeat(210_000)}`, words: /too large/ },
  { what: 'a cut link', hash: whole.slice(0, 200), words: /incomplete or damaged/ },
];

test('a link that cannot be read says what is wrong and changes nothing', async ({
  workbench,
  page,
}) => {
  await test.step('on a first visit, which shows the sample', async () => {
    await page.goto('/#d=1.broken');
    await expect(workbench.notices).toContainText(/incomplete or damaged/);
    await expect(page.getByRole('textbox', { name: 'Design name' })).toHaveValue(
      'Television catalogue',
    );
  });
  await page.getByRole('textbox', { name: 'Dataset brief' }).fill('Stays here.');
  for (const { what, hash, words } of unreadable)
    await test.step(what, async () => {
      await page.evaluate((next) => {
        window.location.hash = next;
      }, hash);
      await expect(workbench.notices).toContainText(words);
      await expect(page.getByRole('textbox', { name: 'Dataset brief' })).toHaveValue('Stays here.');
      expect(new URL(page.url()).hash).toBe('');
    });
});

test('an address named by a link gets nothing before the user has set it up', async ({
  workbench,
  page,
  provider,
}) => {
  const models = [
    {
      alias: 'writer',
      provider: 'openai-compatible',
      model: 'stand-in-small',
      endpoint: provider.baseUrl,
    },
  ];
  await workbench.openLink(await hashOf(shopDesign({ rows: 5, models })));
  await workbench.button('Generate').click();
  const settings = new ModelSettings(page);
  await expect(settings.dialog).toContainText(`This design asks for ${provider.host}.`);
  await expect(settings.baseUrl).toHaveValue(provider.baseUrl);
  await settings.model.click();
  await page.keyboard.press('ArrowDown');
  await settings.model.press('Escape');
  expect(provider.ledger).toEqual([]);
  await expect(settings.dialog).toBeVisible();
  await settings.dialog.getByRole('button', { name: 'Close' }).click();
  await workbench.button('Generate').click();
  await expect(settings.dialog).toBeVisible();
  expect(provider.ledger).toEqual([]);

  await settings.save();
  await workbench.expectFinished(5, 5);
  expect(provider.asked).toHaveLength(1);
});

test('a key of one address does not follow a link to another', async ({
  workbench,
  page,
  provider,
}) => {
  await workbench.openLink(await hashOf(shopDesign({ rows: 5 })));
  const settings = new ModelSettings(page);
  await settings.connect({ baseUrl: 'http://127.0.0.1:9/v1', key: 'sk-canary-9f8e7d6c5b4a' });
  const models = [
    {
      alias: 'writer',
      provider: 'openai-compatible',
      model: 'stand-in-small',
      endpoint: provider.baseUrl,
    },
  ];
  const hash = await hashOf(shopDesign({ rows: 5, models }));
  await page.evaluate((next) => {
    window.location.hash = next;
  }, hash);
  await expect(workbench.button('Model settings')).toContainText('stand-in-small');
  await workbench.button('Generate').click();
  await settings.save();
  await workbench.expectFinished(5, 5);
  expect(provider.ledger.map(({ headers }) => headers.authorization)).toEqual(
    provider.ledger.map(() => undefined),
  );
});
