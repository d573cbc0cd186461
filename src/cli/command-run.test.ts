import { beforeEach, describe, expect, it } from 'vitest';
import { createRunFolder, type RunFolder } from './testing/run-folder.ts';
import { shopDesign } from './testing/shop-design.ts';
import { createTestHost } from './testing/test-host.ts';

let folder: RunFolder;

beforeEach(async () => {
  folder = await createRunFolder();
});

describe('rowsmith run with the demo model', () => {
  it('writes exactly the rows of the design and leaves no journal', async () => {
    const host = createTestHost();
    expect(await folder.run(['--out', folder.path('out.jsonl')], host)).toBe(0);
    expect(await folder.rowsIn('out.jsonl')).toHaveLength(6);
    expect(await folder.files()).toEqual(['out.jsonl', 'shop.json']);
    expect(host.output()).toBe('');
  });

  it('says that the demo model wrote them, on the terminal and in the file', async () => {
    const host = createTestHost();
    await folder.run(['--out', folder.path('out.jsonl')], host);
    expect(host.errors()).toContain('demo model');
    expect(new Set((await folder.rowsIn('out.jsonl')).map((row) => row._made_by))).toEqual(
      new Set(['demo model']),
    );
  });

  it('writes the same rows every time', async () => {
    await folder.run(['--out', folder.path('one.jsonl')]);
    await folder.run(['--out', folder.path('two.jsonl')]);
    expect(await folder.rowsIn('two.jsonl')).toEqual(await folder.rowsIn('one.jsonl'));
  });

  it('fails and says why when cells cannot be worked out, and writes the rows that can', async () => {
    const design = {
      version: 1,
      rows: 4,
      columns: [
        { id: 'n', name: 'n', fill: { kind: 'sequence', start: 0 } },
        { id: 'part', name: 'part', fill: { kind: 'formula', expression: '12 / (n - 2)' } },
      ],
    };
    await folder.write(JSON.stringify(design));
    const host = createTestHost();
    expect(await folder.run(['--out', folder.path('out.jsonl')], host)).toBe(1);
    expect(host.errors()).toMatch(
      /1 rows could not be worked out and are in no file\. The first reason: part: .+ 3 rows are in/,
    );
    expect(await folder.rowsIn('out.jsonl')).toHaveLength(3);
    expect(await folder.files()).toEqual(['out.jsonl', 'shop.json']);
  });

  it('does not count a row as accepted that a rule leaves out, and can go on to more rows', async () => {
    const rule = { id: 'big', kind: 'expression', expression: 'size > 4', severity: 'should' };
    const constraints = [{ ...rule, onFailure: 'drop' }];
    await folder.write(shopDesign({ constraints }));
    const host = createTestHost();
    expect(await folder.run(['--out', folder.path('out.jsonl')], host)).toBe(1);
    const kept = await folder.rowsIn('out.jsonl');
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.filter((row) => Number(row.size) <= 4)).toEqual([]);
    expect(kept).toHaveLength(5);
    expect(host.errors()).toContain('1 row breaks a rule and was left out.');
    await folder.run(['--out', folder.path('out.jsonl'), '--resume', '--rows', '12']);
    expect((await folder.rowsIn('out.jsonl')).length).toBeGreaterThan(kept.length);
  });

  it('marks a row that breaks a rule and counts it', async () => {
    const rule = { id: 'big', kind: 'expression', expression: 'size > 4', severity: 'should' };
    const constraints = [{ ...rule, onFailure: 'mark' }];
    await folder.write(shopDesign({ constraints }));
    expect(await folder.run(['--out', folder.path('out.jsonl')])).toBe(0);
    const rows = await folder.rowsIn('out.jsonl');
    expect(rows).toHaveLength(6);
    expect(rows.some((row) => Number(row.size) <= 4)).toBe(true);
  });

  it('takes rows, seed and any other value from the command line', async () => {
    const words = ['--rows', '3', '--seed', '9', '--set', 'columns[0].fill.distribution.low=9'];
    expect(await folder.run(['--out', folder.path('out.jsonl'), ...words])).toBe(0);
    expect((await folder.rowsIn('out.jsonl')).map((row) => row.size)).toEqual([9, 9, 9]);
  });

  it('makes no empty rows of a design without columns, and says what is missing', async () => {
    await folder.write(JSON.stringify({ version: 1, rows: 10, columns: [] }));
    const host = createTestHost();
    expect(await folder.run(['--out', folder.path('out.jsonl')], host)).toBe(1);
    expect(host.errors()).toContain('There are no columns yet.');
    expect(await folder.files()).toEqual(['shop.json']);
  });

  it('refuses a design with errors before anything is made', async () => {
    const host = createTestHost();
    const words = ['--out', folder.path('out.jsonl'), '--set', 'calls[0].model=nobody'];
    expect(await folder.run(words, host)).toBe(1);
    expect(host.errors()).toContain('shop.json');
    expect(await folder.files()).toEqual(['shop.json']);
  });

  it('makes nothing when a change names no place of the design', async () => {
    const host = createTestHost();
    expect(await folder.run(['--out', folder.path('out.jsonl'), '--set', 'row=3'], host)).toBe(1);
    expect(host.errors()).toContain('error unknown-key');
    expect(host.errors()).toContain('Did you mean “rows”?');
    expect(await folder.files()).toEqual(['shop.json']);
  });

  it.for([
    [[]],
    [['--out', 'out.txt']],
    [['--out', 'out.csv', '--rows', '-1']],
    [['--out', 'out.csv', '--rows', '1e3']],
    [['--out', 'out.csv', '--provider', 'nobody']],
    [['--out', 'out.csv', '--base-url', 'ftp://x']],
    [['--out', 'out.csv', '--base-url', 'https://me:secret@x']],
    [['--out', 'out.csv', '--set', '__proto__.x=1']],
    [['--out', 'out.csv', '--bogus']],
  ] as const)('says where help is and ends with 2 for %j', async ([words]) => {
    const host = createTestHost();
    expect(await folder.run([...words], host)).toBe(2);
    expect(host.errors()).toContain('rowsmith run --help tells the options.');
    expect(host.errors()).not.toContain('secret');
  });
});
