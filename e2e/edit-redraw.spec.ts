import { expect, test } from './support/test.ts';

test('a weight moves shares and cells of its column and leaves other draws as they were', async ({
  workbench,
}) => {
  await workbench.openSample();
  const before = (await workbench.shownRows()).slice(0, 12);
  const editor = await workbench.openColumn('brand');
  const table = editor.getByRole('table');
  const expectedRows = table.getByRole('row').nth(1).getByRole('cell').nth(3);
  await expect(expectedRows).toHaveText('60');

  await editor.getByRole('textbox', { name: 'Weight of Avora' }).fill('300');
  await expect(expectedRows).toHaveText('162');
  await expect
    .poll(() => workbench.column('brand', 12))
    .not.toEqual(before.map((row) => row.brand));
  const after = (await workbench.shownRows()).slice(0, 12);
  for (const name of ['type', 'size', 'price'])
    expect(after.map((row) => row[name])).toEqual(before.map((row) => row[name]));

  // Generated cells keep their text, marked where what they were written for has changed.
  expect(after.map((row) => row.model)).toEqual(before.map((row) => row.model));
  for (const [index, row] of after.entries()) {
    const cell = workbench.grid
      .getByRole('row')
      .filter({ has: workbench.page.getByRole('gridcell', { name: row['#'] ?? '', exact: true }) })
      .getByRole('gridcell', { name: row.model ?? '', exact: true });
    const hasChanged = row.brand !== before[index]?.brand;
    const description = await cell.getAttribute('aria-description');
    expect(description?.startsWith('out of date') ?? false, `row ${row['#']}`).toBe(hasChanged);
  }

  await workbench.button('Undo').click();
  await expect.poll(() => workbench.column('brand', 12)).toEqual(before.map((row) => row.brand));
  await expect(expectedRows).toHaveText('60');
});

test('rows are fewer and more, a column is renamed, deleted and brought back', async ({
  workbench,
}) => {
  await workbench.openSample();
  const before = (await workbench.shownRows()).slice(0, 10);
  await workbench.setRows(50);
  await workbench.expectFinished(50, 50);
  await expect.poll(async () => (await workbench.shownRows()).slice(0, 10)).toEqual(before);
  await workbench.setRows(300);
  await expect(workbench.grid).toHaveAttribute('aria-rowcount', '302');
  await expect.poll(async () => (await workbench.shownRows()).slice(0, 10)).toEqual(before);

  // A new name follows into the templates that read the column.
  const editor = await workbench.openColumn('brand');
  const name = editor.getByRole('textbox', { name: 'Name' });
  await name.fill('maker');
  await name.press('Enter');
  await expect(workbench.columnLine('maker')).toBeVisible();
  await expect(workbench.design.getByText('{{ maker }} {{ model }}')).toBeVisible();
  await expect(workbench.problems).toContainText('No errors');

  await workbench.columnLine('title').hover();
  await workbench.button('More about title').click();
  await workbench.page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(workbench.columnLine('title')).toBeHidden();
  await workbench.notices.getByRole('button', { name: 'Undo' }).click();
  await expect(workbench.columnLine('title')).toBeVisible();
});
