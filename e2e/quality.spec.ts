import { hashOf, shopDesign } from './support/designs.ts';
import { expect, test } from './support/test.ts';

test('a broken rule leads to its rows', async ({ workbench, page }) => {
  const constraints = [
    { id: 'low', kind: 'range', column: 'watts', low: 20, severity: 'should', inPrompt: false },
  ];
  await workbench.openLink(await hashOf(shopDesign({ rows: 40, constraints })));
  await workbench.showTab('Quality');
  const rules = workbench.data.getByRole('table', { name: 'Rules' });
  await expect(rules.getByRole('row', { name: /watts is at least 20/ })).toContainText(/\d+ of 40/);
  await rules.getByRole('button', { name: /Show rows where not/ }).click();
  await expect(page.getByRole('group', { name: 'Row filter' })).toContainText(
    'watts is at least 20',
  );
  for (const watts of await workbench.column('watts')) expect(Number(watts)).toBeLessThan(20);
});

test('the report is one file that needs and runs nothing, and rows are held against a real sample', async ({
  workbench,
  page,
}) => {
  await workbench.openSample();
  const rows = (await workbench.shownRows()).slice(0, 12);
  const field = (text: string | undefined) => JSON.stringify(text ?? '');
  const sample = rows.map(
    (row) => `${field(row.type)},${row.size?.replace(/\D/g, '') ?? ''},${field(row.model)}`,
  );
  await workbench.showTab('Quality');
  await expect(workbench.data.getByRole('region', { name: 'Coverage' })).toBeVisible();
  const save = async (what: string) => {
    await workbench.button('Save').click();
    return workbench.download(() => page.getByRole('menuitem', { name: what }).click());
  };
  const { name, bytes } = await save('Quality report');
  expect(name).toMatch(/quality.*\.html$/);
  const html = bytes.toString();
  expect(html).not.toMatch(/<(?:script|link|iframe|img)\b| on\w+=| src=/);
  expect(html.match(/<svg /g)).toHaveLength(5);
  expect(html).toContain('<td>model is unique</td>');
  for (const heading of ['Rules', 'Columns', 'Balance by group'])
    expect(html).toContain(`<h2>${heading}</h2>`);
  const card = await save('Dataset card');
  expect(card.name).toMatch(/card\.md$/);
  expect(card.bytes.toString()).toMatch(/^---\npretty_name: "[^]*\n## Rules\n[^]*\n## Columns\n/);

  await page.getByLabel('Real sample').setInputFiles({
    name: 'real.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['type,size,model', ...sample].join('\n')),
  });
  const comparison = workbench.data.getByRole('region', { name: 'Compared with real.csv' });
  await expect(comparison).toContainText('rows equal a real row');
  await expect(comparison).toContainText('total variation');
  await comparison.getByRole('button', { name: 'End the comparison' }).click();
  await expect(comparison).toBeHidden();
});
