import { readFile } from 'node:fs/promises';
import { CellDrawer } from './pages/cell-drawer.ts';
import { ImportDialog } from './pages/import-dialog.ts';
import { hashOf, shopDesign } from './support/designs.ts';
import { expect, test } from './support/test.ts';

const model = { provider: 'openai', model: 'm', inference_parameters: {} };
const config = {
  data_designer: {
    columns: [
      {
        name: 'loaf',
        column_type: 'sampler',
        sampler_type: 'category',
        params: { values: ['rye', 'spelt'] },
      },
      {
        name: 'label',
        column_type: 'llm-text',
        model_alias: 'baker',
        prompt: 'A label for {{ loaf }}.',
      },
      {
        name: 'quality',
        column_type: 'llm-judge',
        model_alias: 'baker',
        prompt: 'Judge: {{ label }}',
        scores: [
          {
            name: 'wit',
            description: 'Is it fun?',
            options: { '1': 'no', '2': 'a bit', '3': 'yes' },
          },
        ],
      },
      { name: 'wit', column_type: 'expression', expr: '{{ quality.wit.score }}', dtype: 'int' },
      {
        name: 'query',
        column_type: 'llm-code',
        model_alias: 'baker',
        code_lang: 'sql:postgres',
        prompt: 'Insert {{ loaf }}.',
      },
      {
        name: 'script',
        column_type: 'llm-code',
        model_alias: 'baker',
        code_lang: 'python',
        prompt: 'Print {{ loaf }}.',
      },
      { name: 'photo', column_type: 'image', model_alias: 'baker', prompt: '{{ loaf }}' },
    ],
    model_configs: [{ alias: 'baker', ...model }],
  },
};

test('a Data Designer configuration is dropped, judged and checked by the demo model, and leaves again whole', async ({
  workbench,
  page,
}) => {
  await workbench.openLink(await hashOf(shopDesign({ rows: 6 })));
  await new ImportDialog(page).drop({ name: 'bakery.json', text: JSON.stringify(config) });
  const design = page.getByRole('complementary', { name: 'Design' });
  await expect(design.getByRole('button', { name: 'quality', exact: true })).toBeVisible();
  await workbench.rowCount.fill('6');
  await workbench.rowCount.press('Enter');

  // A judge that is not content has its rows written again.
  await design.getByRole('button', { name: 'quality', exact: true }).click();
  await design.getByRole('spinbutton', { name: 'Least score' }).fill('3');
  await design.getByRole('spinbutton', { name: 'Written again at most' }).fill('1');

  await page.getByRole('button', { name: 'Model settings' }).first().click();
  const models = page.getByRole('dialog', { name: 'Model settings' });
  await models.getByRole('combobox', { name: 'Provider' }).click();
  await page.getByRole('option', { name: 'Demo model' }).click();
  await models.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Generate', exact: true }).click();
  const status = page.getByRole('status', { name: 'Run status' });
  await expect(status).toContainText('6 of 6 rows');
  await expect(status).toContainText(/written again|high enough/);

  const { drawer } = new CellDrawer(page);
  await workbench.grid
    .getByRole('gridcell', { name: /^wit \d/ })
    .first()
    .dblclick();
  await expect(drawer.getByText(/^For wit:/)).toBeVisible();
  await workbench.grid
    .getByRole('gridcell', { name: /^INSERT INTO/ })
    .first()
    .click();
  await expect(drawer.getByRole('region', { name: 'SQL (PostgreSQL)' })).toBeVisible();

  await design.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Save as Data Designer config' }).click();
  const save = page.getByRole('dialog', { name: 'Save as Data Designer config' });
  await expect(
    save.getByText('Data Designer writes no row again that quality scores too low.'),
  ).toBeVisible();
  const file = page.waitForEvent('download');
  await save.getByRole('button', { name: 'Download' }).click();
  const saved = JSON.parse(await readFile(await (await file).path(), 'utf8')) as typeof config;
  expect(saved.data_designer.columns.map(({ name }) => name)).toEqual(
    config.data_designer.columns.map(({ name }) => name),
  );
});
