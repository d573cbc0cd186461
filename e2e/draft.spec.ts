import { ModelSettings } from './pages/model-settings.ts';
import { hashOf, shopDesign } from './support/designs.ts';
import type { LedgerEntry } from './support/scripted-provider.ts';
import { scan } from './support/scan.ts';
import { expect, test } from './support/test.ts';

const repair = {
  name: 'Bike workshop',
  tables: [
    {
      name: 'kind',
      description: 'How soon it is needed.',
      varies_with: '',
      values: [
        { value: 'rush', description: 'Today.', weight: 1, parent: '' },
        { value: 'plain', description: '', weight: 2, parent: '' },
      ],
    },
  ],
  numbers: [
    { name: 'hours', description: '', unit: 'h', decimals: 1, low: 1, high: 6, mean: 0, spread: 0 },
  ],
  texts: [
    { name: 'fault', description: 'What was wrong.', type: 'text', min_words: 0, max_words: 0 },
  ],
};

/** The bill reads a column that is not there, or the one that is. */
const drafted = (hours: string): string =>
  JSON.stringify({
    ...repair,
    formulas: [
      { name: 'bill', description: '', unit: 'USD', decimals: 2, expression: `${hours} * 60` },
    ],
  });

const isDraft = ({ body }: LedgerEntry): boolean =>
  body?.messages[0]?.content.startsWith('You design synthetic datasets.') === true;

test('a sentence becomes a design: asked once the model is set up, mended once, taken in part', async ({
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
  await workbench.openLink(await hashOf(shopDesign({ rows: 6, models })));
  const drafts = () => provider.ledger.filter(isDraft);
  provider.follow((entry) =>
    isDraft(entry)
      ? { kind: 'text', text: drafted(drafts().length === 1 ? 'hors' : 'hours') }
      : { kind: 'answer' },
  );

  // Click 1, words, click 2: the address is confirmed first and the words are kept. Click 3 goes on.
  await workbench.button('New design').click();
  const words = page.getByRole('textbox', { name: 'Describe what you need' });
  await words.fill('Bike repairs: kind, hours, fault and a bill');
  await words.press('Enter');
  const settings = new ModelSettings(page);
  await expect(settings.dialog).toContainText(`This design asks for ${provider.host}.`);
  expect(provider.ledger.filter(({ body }) => body !== undefined)).toEqual([]);
  await settings.save();

  const dialog = workbench.dialog('Describe your rows');
  await expect(dialog.getByRole('checkbox', { name: 'bill, added' })).toBeChecked();
  await expect(dialog.getByRole('textbox')).toHaveValue(/^Bike repairs/);
  expect(drafts()).toHaveLength(2);
  expect(drafts()[0]?.body?.response_format?.type).toBe('json_schema');
  expect(drafts()[1]?.body?.messages.at(-1)?.content).toContain('hors');
  expect(await scan(page, 'light', '[role=dialog]')).toEqual([]);

  await dialog.getByRole('checkbox', { name: 'bill, added' }).uncheck();
  // Click 4: rows.
  await dialog.getByRole('button', { name: 'Use and preview' }).click();
  await expect(page.getByRole('textbox', { name: 'Design name' })).toHaveValue('Bike workshop');
  await expect.poll(() => workbench.column('fault', 3)).toContain('fault by stand-in 1');
  await expect(workbench.columnLine('hours')).toBeVisible();
  await expect(workbench.columnLine('bill')).toBeHidden();

  await workbench.topBar.getByRole('button', { name: 'Undo' }).click();
  await expect(workbench.columnLine('hours')).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'Dataset brief' })).toHaveValue(/^Bike repairs/);
  await workbench.topBar.getByRole('button', { name: 'Redo' }).click();

  // A refusal is said in place and changes nothing.
  provider.behave({ kind: 'status', status: 401, message: 'Wrong key.' });
  await workbench.button('More for columns').click();
  await page.getByRole('menuitem', { name: /^Edit by instruction/ }).click();
  const edit = workbench.dialog('Edit by instruction');
  await edit.getByRole('textbox').fill('Add a date');
  await edit.getByRole('textbox').press('Enter');
  await expect(edit.getByRole('alert')).toContainText('Nothing was changed.');
  await expect(edit.getByRole('textbox')).toHaveValue('Add a date');
});

test.use({ expectedErrors: [/401/] });
