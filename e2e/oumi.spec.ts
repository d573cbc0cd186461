import { readFile } from 'node:fs/promises';
import { ImportDialog } from './pages/import-dialog.ts';
import { ModelSettings } from './pages/model-settings.ts';
import { hashOf, shopDesign } from './support/designs.ts';
import { expect, test } from './support/test.ts';
import { townNotes } from './support/town-notes.ts';

test('an Oumi configuration is dropped, given its file, run, and leaves again as it came', async ({
  workbench,
  page,
}) => {
  await workbench.openLink(await hashOf(shopDesign({ rows: 6 })));
  const dialog = new ImportDialog(page);
  await dialog.drop({ name: 'towns_synth.yaml', text: townNotes({ rows: 3, hasFile: true }) });
  const design = page.getByRole('complementary', { name: 'Design' });
  await expect(design.getByText('This design asks for a file: towns.csv.')).toBeVisible();
  await dialog.drop({ name: 'towns.csv', text: 'town\nBonn\nUlm\n' });
  await expect(design.getByText('This design asks for')).toBeHidden();
  await expect(workbench.rowCount).toHaveValue('3');

  // What was cleaned shows its two sides.
  await design.getByRole('button', { name: 'tidy', exact: true }).click();
  await expect(design.getByRole('region', { name: 'Preview' })).toBeVisible();

  await design.getByRole('tab', { name: 'Code' }).click();
  await expect(page.getByRole('radio', { name: 'Oumi YAML' })).toBeChecked();
  await expect(page.getByText('# Notes about towns')).toBeVisible();

  const models = new ModelSettings(page);
  await models.open();
  await models.chooseProvider('Demo model');
  await models.save();
  await page.getByRole('button', { name: 'Generate', exact: true }).click();
  await expect(page.getByRole('status', { name: 'Run status' })).toContainText('3 of 3 rows');

  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const rows = page.waitForEvent('download');
  await page
    .getByRole('dialog', { name: 'Export' })
    .getByRole('button', { name: 'Download' })
    .click();
  const lines = (await readFile(await (await rows).path(), 'utf8')).trim().split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/^\{"town": "Bonn", "mood": "(calm|brisk)", "note": /);

  await design.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Save as Oumi YAML' }).click();
  const file = page.waitForEvent('download');
  const save = page.getByRole('dialog', { name: 'Save as Oumi YAML' });
  await save.getByRole('button', { name: 'Download' }).click();
  const text = await readFile(await (await file).path(), 'utf8');
  expect(text).toContain('# Notes about towns');
  expect(text).toContain('path: data/towns.csv');
});
