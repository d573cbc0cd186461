// The journeys by which the workbench is judged, the second half. Each counts what a person has to do.
import { CodeTab } from './pages/code-tab.ts';
import { ExportDialog } from './pages/export-dialog.ts';
import { ImportDialog } from './pages/import-dialog.ts';
import { ModelSettings } from './pages/model-settings.ts';
import { ShareDialog } from './pages/share-dialog.ts';
import { Workbench } from './pages/workbench.ts';
import { Acts } from './support/acts.ts';
import { answerRows, askedRows } from './support/answer-rows.ts';
import { hashOf, shopDesign } from './support/designs.ts';
import { expect, test, watch } from './support/test.ts';
import { townNotes } from './support/town-notes.ts';

test('5, made varied in two acts: repeats are counted, and only they are written again', async ({
  workbench,
  page,
  provider,
}) => {
  const acts = await Acts.watch(page);
  const variety = { avoidRecent: 0, askAgain: 0 };
  await workbench.openLink(await hashOf({ ...shopDesign({ rows: 20 }), variety }));
  await new ModelSettings(page).connect({ baseUrl: provider.baseUrl });
  const isRepeat = (row: number): boolean => row >= 4 && row <= 8;
  provider.behave({
    kind: 'rows',
    rows: (body) =>
      answerRows(body).map((answer, index) => {
        const row = askedRows(body)[index] ?? 0;
        const words =
          'The brass lamp that every reading corner of the old house has asked for, no.';
        return isRepeat(row) ? { ...answer, description: `${words} ${row}` } : answer;
      }),
  });
  await workbench.button('Generate').click();
  await workbench.expectFinished(20, 20);
  const before = await workbench.column('description', 20);
  provider.behave({ kind: 'answer' });

  await acts.begin();
  await workbench.showTab('Quality');
  const texts = workbench.data.getByRole('region', { name: 'Variety of texts' });
  await texts.getByRole('button', { name: 'Write 4 again: description' }).click();
  expect(await acts.count()).toBe(2);

  await expect(texts.getByRole('button', { name: /again: description/ })).toBeHidden();
  await workbench.showTab('Rows');
  const after = await workbench.column('description', 20);
  expect(after.flatMap((text, row) => (text === before[row] ? [] : [row + 1]))).toEqual([
    5, 6, 7, 8,
  ]);
  expect(new Set(after).size).toBe(20);
});

test('6, more rows like those of a file in four acts: the rows that were brought stay', async ({
  workbench,
  page,
}) => {
  const acts = await Acts.watch(page);
  await workbench.openLink(await hashOf(shopDesign({ rows: 5 })));
  await acts.begin();
  const roasts = ['dark', 'light', 'medium'];
  const own = Array.from(
    { length: 12 },
    (_, row) => `${roasts[row % 3]},${10 + row},Note ${row} of cocoa`,
  );
  const dropped = new ImportDialog(page);
  await dropped.drop({
    name: 'coffee.csv',
    text: ['roast,price,note', ...own].join('\n'),
  });
  // What was read stands in a table first.
  await dropped.dialog.getByRole('button', { name: 'New design from it' }).click();
  await expect(page.getByRole('textbox', { name: 'Design name' })).toHaveValue('Coffee');
  await workbench.setRows(30);
  await workbench.button('Generate').click();
  await workbench.expectFinished(30, 30);
  const dialog = new ExportDialog(page);
  await dialog.open();
  const rows = await dialog.downloadRows();
  expect(await acts.count()).toBeLessThanOrEqual(4);

  expect(rows).toHaveLength(30);
  expect(rows.slice(0, 12).map(({ roast, price, note }) => [roast, price, note].join(','))).toEqual(
    own,
  );
  await expect(workbench.grid.getByText('your row').first()).toBeAttached();
});

test('7, a pasted configuration runs from the editor: nine acts to a preview, one more to all rows', async ({
  workbench,
  page,
}) => {
  const acts = await Acts.watch(page);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await workbench.openLink(await hashOf(shopDesign({ rows: 5 })));
  await page.evaluate((text) => navigator.clipboard.writeText(text), townNotes({ rows: 12 }));
  await acts.begin();
  await page.getByRole('tab', { name: 'Code', exact: true }).click();
  await page.getByRole('radio', { name: 'Oumi YAML' }).click();
  const code = page.getByRole('textbox', { name: 'Design as Oumi YAML' });
  await page.locator('.monaco-editor .view-lines').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(workbench.rowCount).toHaveValue('12');
  await expect(code).toBeFocused();
  // The model is asked for when it is first needed; the run goes on from there.
  await page.keyboard.press('ControlOrMeta+Enter');
  const settings = new ModelSettings(page);
  await expect(settings.dialog).toBeVisible();
  await settings.chooseProvider('Demo model');
  await settings.save();
  await workbench.expectFinished(10, 12);
  expect(await acts.count()).toBeLessThanOrEqual(9);

  await acts.begin();
  await code.focus();
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await workbench.expectFinished(12, 12);
  expect(await acts.count()).toBe(1);
  const notes = await workbench.column('note', 12);

  // A text that cannot be read is a problem with a line, and costs neither rows nor design.
  const tidy = new CodeTab(page, 'Design as Oumi YAML');
  await tidy.edit((text) => text.replace('num_samples: 12', 'num_samples: many'));
  await expect(workbench.problems).toContainText(/\d errors?/);
  await expect(workbench.rowCount).toHaveValue('12');
  expect(await workbench.column('note', 12)).toEqual(notes);
  await tidy.edit((text) => text.replace('num_samples: many', 'num_samples: 12'));
  await expect(workbench.problems).toContainText('No errors');

  // The form tells the same, and the file goes back to Oumi as it came.
  await workbench.showForm();
  await expect(workbench.columnLine('mood')).toBeVisible();
  await workbench.setRows(6);
  await page.getByRole('tab', { name: 'Code', exact: true }).click();
  expect(await tidy.read()).toContain('num_samples: 6');
  await workbench.design.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Save as Oumi YAML' }).click();
  const { bytes } = await workbench.download(() =>
    workbench.dialog('Save as Oumi YAML').getByRole('button', { name: 'Download' }).click(),
  );
  expect(bytes.toString('utf8')).toContain('# Notes about towns\nnum_samples: 6');
});

test('8, share and come back in two acts: the same design, the same rows, nothing asked or lost', async ({
  workbench,
  page,
  browser,
  baseURL,
  provider,
}) => {
  const acts = await Acts.watch(page);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await workbench.openLink(await hashOf(shopDesign({ rows: 15 })));
  const settings = new ModelSettings(page);
  await settings.connect({ baseUrl: provider.baseUrl, key: 'sk-canary-5d1f', concurrency: 1 });
  await page.getByRole('textbox', { name: 'Dataset brief' }).fill('Lamps, shared.');
  await acts.begin();
  const share = new ShareDialog(page);
  await share.open();
  const link = await share.readLink();
  await share.dialog.getByRole('button', { name: 'Copy link' }).click();
  expect(await acts.count()).toBe(2);
  await expect(share.dialog.getByRole('status')).toContainText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  expect(link).not.toContain('sk-canary');
  await share.close();
  const before = await workbench.column('price');

  const other = await browser.newContext({ baseURL: baseURL ?? '' });
  const log = { faults: [], lines: [], foreignRequests: [] };
  await watch(other, log, { baseURL: baseURL ?? '', expectedErrors: [] });
  const there = new Workbench(await other.newPage());
  await there.page.goto(link);
  await expect(there.rowCount).toHaveValue('15');
  await expect.poll(() => there.column('price')).toEqual(before);
  await expect(there.runStatus).toContainText('0 of 15 rows');
  expect(new URL(there.page.url()).hash).toBe('');
  const again = new ShareDialog(there.page);
  await again.open();
  // Byte for byte the same design goes on from there.
  expect(await again.readLink()).toBe(link);
  expect(log.faults).toEqual([]);
  expect(log.foreignRequests).toEqual([]);
  await other.close();

  // The page goes away in the middle of a run, and comes back with every row it had.
  provider.behave({ kind: 'hold', afterRows: 4 });
  await workbench.button('Generate').click();
  await expect(page.getByRole('progressbar', { name: 'Run progress' })).toHaveAttribute(
    'aria-valuenow',
    '4',
  );
  const titles = await workbench.column('title', 4);
  await page.reload();
  await workbench.expectFinished(4, 15);
  expect(await workbench.column('title', 4)).toEqual(titles);
  await expect(workbench.button('Resume')).toHaveAccessibleDescription('4 of 15, 11 rows left');
});
