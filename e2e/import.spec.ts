import { ImportDialog } from './pages/import-dialog.ts';
import type { Workbench } from './pages/workbench.ts';
import { hashOf, shopDesign } from './support/designs.ts';
import { scan } from './support/scan.ts';
import { expect, test } from './support/test.ts';

const design = JSON.stringify({ ...shopDesign({ rows: 8 }), name: 'Imported lamps' });

async function begin(workbench: Workbench): Promise<ImportDialog> {
  await workbench.openLink(await hashOf(shopDesign({ rows: 6 })));
  await workbench.page.getByRole('textbox', { name: 'Dataset brief' }).fill('Stays here.');
  return new ImportDialog(workbench.page);
}

async function expectUnchanged({ page, rowCount, grid }: Workbench): Promise<void> {
  await expect(page.getByRole('textbox', { name: 'Dataset brief' })).toHaveValue('Stays here.');
  await expect(rowCount).toHaveValue('6');
  await expect(grid).toHaveAttribute('aria-rowcount', '8');
}

test('a design opens from a chosen file, a dropped file and a pasted link', async ({
  workbench,
  page,
}) => {
  const dialog = await begin(workbench);
  const name = page.getByRole('textbox', { name: 'Design name' });
  await dialog.chooseFiles({ name: 'lamps.json', text: design });
  await expect(name).toHaveValue('Imported lamps');
  await expect(workbench.rowCount).toHaveValue('8');
  await expect(dialog.dialog).toBeHidden();

  await dialog.drop({ name: 'dropped.json', text: design.replace('Imported', 'Dropped') });
  await expect(name).toHaveValue('Dropped lamps');

  await dialog.paste(
    `https://example.org/${await hashOf({ ...shopDesign(), name: 'Linked lamps' })}`,
  );
  await expect(name).toHaveValue('Linked lamps');
});

test('rows are shown as a table first and land as chosen; pasted ones too', async ({
  workbench,
  page,
}) => {
  const dialog = await begin(workbench);
  const lines = Array.from({ length: 12 }, (_, row) => {
    const [shade, stock] = row % 3 === 0 ? ['dark', 'n/a'] : ['light', `${row * 3}`];
    return `${shade},${row === 3 ? stock : row * 3},Roasted for morning ${row}`;
  });
  // Click 1 is the drop; 2 and 3 choose a fill; click 4 lands the rows.
  await dialog.drop({ name: 'roasts.csv', text: `shade,stock,note\n${lines.join('\n')}\n` });
  const line = (name: string) => dialog.dialog.getByRole('listitem', { name, exact: true });
  await expect(line('shade')).toContainText('2 values, shares kept');
  await expect(dialog.dialog).toContainText('stock: 11 numbers, 1 word (“n/a” in row 4)');
  expect(await scan(page, 'light', '[role=dialog]')).toEqual([]);
  await line('note').getByRole('combobox').click();
  await page.getByRole('option', { name: 'Leave out' }).click();
  await dialog.dialog.getByRole('button', { name: 'Add to this design' }).click();
  await expect(workbench.columnLine('shade')).toBeVisible();
  await expect(workbench.columnLine('note')).toBeHidden();
  await expect(workbench.rowCount).toHaveValue('18');
  await expect.poll(() => workbench.column('shade', 3)).toEqual(['dark', 'light', 'light']);
  await workbench.topBar.getByRole('button', { name: 'Undo' }).click();
  await expectUnchanged(workbench);

  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'town\tsize\nBonn\t3\nUlm\t1\n');
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await expect(dialog.pasted).toHaveValue(/^town\tsize/);
  await dialog.dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await dialog.dialog.getByRole('button', { name: 'New design from it' }).click();
  await expect(workbench.columnLine('town')).toBeVisible();
  await expect(workbench.columnLine('watts')).toBeHidden();
});

const refused = [
  { what: 'broken', text: '{"version": 1, "columns": [', words: /broken\.json: .+/ },
  { what: 'no design', text: '[1, 2, 3]', words: /no design\.json: .+/ },
  { what: 'a design of a newer release', text: '{"version": 99}', words: /newer/ },
  {
    what: 'deep nesting',
    text: `{"version":1,"brief":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    words: /deep|nest/i,
  },
  {
    what: '10 MB',
    text: `{"version":1,"brief":"${'x'.repeat(10_000_000)}"}`,
    words: /10,000,0\d\d bytes/,
  },
];

test('what cannot be read is refused with a reason and changes nothing', async ({ workbench }) => {
  const dialog = await begin(workbench);
  for (const { what, text, words } of refused)
    await test.step(what, async () => {
      await dialog.chooseFiles({ name: `${what}.json`, text });
      await expect(workbench.notices).toContainText(words);
      await expectUnchanged(workbench);
    });

  // Text that was pasted stays in the dialog, to be mended there.
  await dialog.paste('{"version": 1,, }');
  await expect(dialog.dialog.getByRole('listitem').first()).toBeVisible();
  await expect(dialog.pasted).toHaveValue('{"version": 1,, }');
});

test('wrong parts are named and the rest opens', async ({ workbench, page }) => {
  const dialog = await begin(workbench);
  const wrong = JSON.parse(design) as { rows: unknown; columns: unknown[] };
  wrong.rows = 'many';
  wrong.columns.push({ id: 'x', name: 'odd', fill: { kind: 'no-such-fill' } });
  await dialog.chooseFiles({ name: 'lamps.json', text: JSON.stringify(wrong) });
  await expect(page.getByRole('textbox', { name: 'Design name' })).toHaveValue('Imported lamps');
  const problems = page.getByRole('list', { name: 'Problems' });
  await expect(problems).toContainText(/rows/i);
  await expect(problems).toContainText(
    /kind should be one of category, .* The column was left out/,
  );
  await expect(workbench.columnLine('watts')).toBeVisible();

  // Keys that would reach a prototype are such a part too: they stay data and touch nothing.
  const poisoned = design
    .replace('{', '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},')
    .replace('Imported', 'Poisoned');
  await dialog.chooseFiles({ name: 'lamps.json', text: poisoned });
  await expect(page.getByRole('textbox', { name: 'Design name' })).toHaveValue('Poisoned lamps');
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
});

test('a cycle is named and the rows of the last good design stay', async ({ workbench, page }) => {
  await workbench.openLink(await hashOf(shopDesign({ rows: 6 })));
  const before = await workbench.column('price', 6);
  const editor = await workbench.openColumn('price');
  await editor.getByRole('textbox', { name: /Formula|Expression/ }).fill('price * 2');
  await expect(workbench.problems).toContainText(/1 error/);
  await expect(page.getByText(/Rows follow the last valid design/)).toBeVisible();
  expect(await workbench.column('price', 6)).toEqual(before);
  await expect(workbench.button('Generate')).toBeDisabled();
});
