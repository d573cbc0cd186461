import { ModelSettings } from './pages/model-settings.ts';
import { hashOf, shopDesign } from './support/designs.ts';
import { readStorage } from './support/storage.ts';
import { expect, test } from './support/test.ts';

test('opening a link leaves the edited design in the library and shows the rows it brings', async ({
  workbench,
  page,
}) => {
  await workbench.openLink(await hashOf(shopDesign()));
  await page.getByRole('textbox', { name: 'Dataset brief' }).fill('My own precious work.');
  const taste = { title: 'A lamp to taste', description: 'It came along.' };
  const rows = { copy: [{ row: 0, cells: taste, madeBy: 'demo' }] };
  const hash = await hashOf({ ...shopDesign({ rows: 5 }), name: 'From a stranger' }, rows);
  expect(hash).toContain('&r=1.');
  await page.evaluate((next) => {
    window.location.hash = next;
  }, hash);
  await expect(page.getByRole('textbox', { name: 'Design name' })).toHaveValue('From a stranger');
  await expect(workbench.rowCount).toHaveValue('5');
  await expect(workbench.runStatus).toContainText('1 of 5 rows. These rows came with the link.');
  await expect.poll(() => workbench.column('title', 2)).toEqual([taste.title, '']);
  await expect.poll(() => readStorage(page)).toContain('My own precious work.');
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Design name' })).toHaveValue('From a stranger');
  expect(await readStorage(page)).toContain('My own precious work.');

  // A run goes on from them.
  await workbench.button('Generate').click();
  await workbench.expectFinished(5, 5);
  expect((await workbench.column('title', 5))[0]).toBe(taste.title);
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
