import Papa from 'papaparse';
import { ExportDialog } from './pages/export-dialog.ts';
import { ModelSettings } from './pages/model-settings.ts';
import type { Workbench } from './pages/workbench.ts';
import { answerRows } from './support/answer-rows.ts';
import { openLargeDesign, pickInPage, readPicked } from './support/disk.ts';
import { hashOf, shopDesign } from './support/designs.ts';
import type { ScriptedProvider } from './support/scripted-provider.ts';
import { expect, test } from './support/test.ts';

const awkward = (row: unknown) => `=SUM(1) "quoted", row ${String(row)}\nsecond line; größer`;

/** Twelve rows by a model whose descriptions hold everything that a CSV file finds hard. */
async function fillAwkwardRows(workbench: Workbench, provider: ScriptedProvider): Promise<void> {
  await workbench.openLink(await hashOf(shopDesign({ rows: 12 })));
  await new ModelSettings(workbench.page).connect({ baseUrl: provider.baseUrl });
  provider.behave({
    kind: 'rows',
    rows: (body) => answerRows(body).map((row) => ({ ...row, description: awkward(row.row) })),
  });
  await workbench.button('Generate').click();
  await workbench.expectFinished(12, 12);
}

const columns = ['kind', 'watts', 'price', 'title', 'description'];

function parse(text: string): readonly Readonly<Record<string, string>>[] {
  const parsed = Papa.parse<Record<string, string>>(text, { header: true });
  expect(parsed.errors).toEqual([]);
  expect(parsed.meta.fields).toEqual(columns);
  return parsed.data;
}

test('files hold the rows of the grid, whatever stands in them', async ({
  workbench,
  page,
  provider,
}) => {
  await fillAwkwardRows(workbench, provider);
  const dialog = new ExportDialog(page);
  const shown = await workbench.shownRows();
  expect(shown).toHaveLength(12);

  await test.step('CSV reads back', async () => {
    await dialog.open();
    await dialog.chooseFormat('CSV');
    await expect(dialog.dialog.getByText('12 cells could run as formulas')).toBeVisible();
    const file = await dialog.download();
    expect(file.name).toBe('Lamp-shop.csv');
    expect(file.text.startsWith('\ufeff')).toBe(false);
    expect(file.text).not.toContain('\r\n');
    const rows = parse(file.text);
    expect(rows.map(({ description }) => description)).toEqual(
      rows.map((_, index) => awkward(index + 1)),
    );
    for (const name of ['kind', 'watts', 'price', 'title'])
      expect(rows.map((row) => row[name])).toEqual(shown.map((row) => row[name]));
  });

  await test.step('CSV for spreadsheets: byte order mark, Windows lines and no formula', async () => {
    await dialog.open();
    await dialog.chooseFormat('CSV');
    for (const label of ['Windows line endings', 'Byte order mark', 'Spreadsheet-safe'])
      await dialog.option(label).check();
    const { text } = await dialog.download();
    expect(text.startsWith('\ufeff')).toBe(true);
    const rows = parse(text.slice(1));
    expect(text.split('\r\n')).toHaveLength(13);
    expect(rows.map(({ description }) => description)).toEqual(
      rows.map((_, index) => `'${awkward(index + 1)}`),
    );
  });

  await test.step('JSONL holds one typed object a row', async () => {
    const rows = await dialog.readRows();
    expect(rows).toHaveLength(12);
    for (const [index, row] of rows.entries()) {
      expect(Object.keys(row)).toEqual(columns);
      expect(row.watts).toBe(Number(shown[index]?.watts));
      expect(row.description).toBe(awkward(index + 1));
    }
  });

  await test.step('XML is well-formed and reads back', async () => {
    await dialog.open();
    await dialog.chooseFormat('XML');
    const file = await dialog.download();
    expect(file.name).toBe('Lamp-shop.xml');
    // The policy of the app lets no page of it parse a text.
    const reader = await page.context().newPage();
    const rows = await reader.evaluate((text) => {
      const root = new DOMParser().parseFromString(text, 'application/xml').documentElement;
      return [...root.children].map((row) =>
        Object.fromEntries([...row.children].map((cell) => [cell.localName, cell.textContent])),
      );
    }, file.text);
    await reader.close();
    expect(rows.map(({ description }) => description)).toEqual(
      rows.map((_, index) => awkward(index + 1)),
    );
    for (const name of ['kind', 'watts', 'price', 'title'])
      expect(rows.map((row) => row[name])).toEqual(shown.map((row) => row[name]));
  });

  await test.step('columns are left out and moved by choice', async () => {
    await dialog.open();
    await dialog.chooseFormat('JSONL');
    await dialog.option('description').uncheck();
    await dialog.option('kind').uncheck();
    await dialog.option('title').focus();
    await dialog.dialog.getByRole('button', { name: 'Move title left' }).click();
    await expect(dialog.dialog.getByRole('region', { name: /First lines/ })).toContainText(
      /\{"watts":\d+,"title":"title by stand-in 1","price":/,
    );
    const { text } = await dialog.download();
    expect(Object.keys(JSON.parse(text.split('\n')[0] ?? '') as object)).toEqual([
      'watts',
      'title',
      'price',
    ]);
  });
});

test('rows of the demo model carry its label in both formats', async ({ workbench, page }) => {
  await workbench.openSample();
  const dialog = new ExportDialog(page);
  const rows = await dialog.readRows();
  expect(rows).toHaveLength(200);
  expect(rows.every((row) => row._made_by === 'demo model')).toBe(true);
  expect(rows[0]).not.toHaveProperty('voice');
  await dialog.open();
  await dialog.chooseFormat('CSV');
  const { text } = await dialog.download();
  const parsed = Papa.parse<Record<string, string>>(text, { header: true });
  expect(parsed.data).toHaveLength(200);
  expect(parsed.data.every((row) => row._made_by === 'demo model')).toBe(true);
});

test('unfinished rows are exported only when asked for', async ({ workbench, page }) => {
  await workbench.openLink(await hashOf(shopDesign({ rows: 20 })));
  await workbench.button('Preview').click();
  await workbench.expectFinished(10, 20);
  const dialog = new ExportDialog(page);
  expect(await dialog.readRows()).toHaveLength(10);
  await dialog.open();
  await dialog.chooseRows('All');
  const { text } = await dialog.download();
  expect(text.trimEnd().split('\n')).toHaveLength(20);
});

test('a large file is streamed to the place that the user picks', async ({ workbench, page }) => {
  const picks = await pickInPage(page);
  await openLargeDesign(workbench);
  const dialog = new ExportDialog(page);
  await dialog.open();
  await dialog.chooseFormat('CSV');
  await expect(dialog.dialog.getByText(/straight to a place you choose/)).toBeVisible();
  await dialog.dialog.getByRole('button', { name: 'Download' }).click();
  await expect(page.getByText('30,000 rows exported')).toBeVisible();
  await expect(dialog.dialog).toBeHidden();
  // The picker was asked in the click: browsers refuse it otherwise.
  expect(await picks()).toEqual([{ name: 'Large.csv', isInClick: true }]);
  const streamed = await readPicked(page, 'Large.csv');

  await test.step('with the very bytes of a download, where there is no picker', async () => {
    await page.evaluate(() => {
      Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
    });
    await dialog.open();
    await dialog.chooseFormat('CSV');
    const { text } = await dialog.download();
    expect(text.length).toBeGreaterThan(8_000_000);
    expect(streamed === text).toBe(true);
  });
});

test('a disk that is full is told, and nothing half-written stays', async ({ workbench, page }) => {
  await pickInPage(page);
  await openLargeDesign(workbench);
  const { origin } = new URL(page.url());
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 4_000_000 });
  const dialog = new ExportDialog(page);
  await dialog.open();
  await expect(dialog.dialog.getByText(/straight to a place you choose/)).toBeVisible();
  await dialog.dialog.getByRole('button', { name: 'Download' }).click();
  await expect(dialog.dialog.getByRole('alert')).toHaveText(
    'The file could not be made. The disk is full, so nothing was kept of Large.jsonl. Make room, or choose another place.',
  );
  expect(await readPicked(page, 'Large.jsonl')).toBeUndefined();
  await expect(dialog.dialog.getByRole('button', { name: 'Download' })).toBeEnabled();
});
