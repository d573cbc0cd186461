import { beforeEach, describe, expect, it } from 'vitest';
import { createRunFolder, type RunFolder } from './testing/run-folder.ts';
import { createTestHost } from './testing/test-host.ts';

let folder: RunFolder;

beforeEach(async () => {
  folder = await createRunFolder();
});

describe('the files of rowsmith run', () => {
  it('writes CSV where the name ends so', async () => {
    await folder.run(['--out', folder.path('out.csv')]);
    const lines = (await folder.textIn('out.csv')).split('\r\n');
    expect(lines[0]).toBe('size,title,_made_by');
    expect(lines).toHaveLength(7);
  });

  it('divides the rows into files, gives columns other names and says where rows came from', async () => {
    const words = ['--split', 'train=2,test=1', '--split-by', 'size', '--rename', 'title=name'];
    const out = ['--out', folder.path('out.jsonl')];
    expect(await folder.run([...out, ...words, '--provenance', '--seed', '5'])).toBe(0);
    expect(await folder.files()).toEqual(['out-test.jsonl', 'out-train.jsonl', 'shop.json']);
    const [train, test] = [
      await folder.rowsIn('out-train.jsonl'),
      await folder.rowsIn('out-test.jsonl'),
    ];
    expect([train.length, test.length]).toEqual([4, 2]);
    const all = [...train, ...test].toSorted((a, b) => Number(a._row) - Number(b._row));
    expect(all.map(({ _row }) => _row)).toEqual([1, 2, 3, 4, 5, 6]);
    for (const row of all) {
      expect(Object.keys(row).slice(0, 4)).toEqual(['size', 'name', '_row', '_seed']);
      expect(row).toMatchObject({ _seed: 5, _edited: [], _made_by: 'demo model' });
      expect(Object.entries(row).find(([key]) => key.endsWith('_request'))?.[1]).toMatch(
        /^[\w-]+$/,
      );
      expect(Object.entries(row).find(([key]) => key.endsWith('_provider'))?.[1]).toBe('demo');
    }
  });

  it('writes rows as conversations', async () => {
    const words = ['--layout', 'sharegpt', '--turns', 'user=size,assistant=title', '--rows', '2'];
    expect(await folder.run(['--out', folder.path('out.json'), ...words])).toBe(0);
    const rows = JSON.parse(await folder.textIn('out.json')) as unknown;
    expect(rows).toEqual(
      [0, 1].map(() => ({
        conversations: [
          { from: 'human', value: expect.stringMatching(/^\d+$/) as string },
          { from: 'gpt', value: expect.stringMatching(/./) as string },
        ],
        _made_by: 'demo model',
      })),
    );
  });

  it('keeps as many rows of each value, and says how many it left out', async () => {
    const host = createTestHost();
    const words = ['--rows', '9', '--balance', 'size', '--out', folder.path('out.jsonl')];
    const sizes =
      'columns[0].fill={"kind":"category","values":[{"value":1,"weight":2},{"value":2}]}';
    expect(await folder.run([...words, '--set', sizes], host)).toBe(0);
    const rows = await folder.rowsIn('out.jsonl');
    const [ones, twos] = [1, 2].map((size) => rows.filter((row) => row.size === size).length);
    expect(ones).toBe(3);
    expect(twos).toBe(3);
    expect(host.errors()).toContain('Left out: 3 rows of values that have more of them');
  });

  it.for([
    [['--split', 'train=80'], /2 to 10 parts/],
    [['--split-by', 'size'], /--split-by goes with --split/],
    [['--split', 'a=1,b=1', '--split-by', 'colour'], /does not have: colour/],
    [['--rename', 'title'], /OLD=NEW/],
    [['--balance', 'colour'], /--balance names a column .+: colour/],
    [['--layout', 'chatml'], /--layout takes one of messages, sharegpt, alpaca/],
    [['--layout', 'alpaca', '--out', 'out.csv'], /ends in \.jsonl or \.json/],
    [['--turns', 'user=size'], /--turns and --keep-others go with --layout/],
    [['--layout', 'alpaca'], /needs a column for the user .+ --turns user=COLUMN/],
    [['--layout', 'alpaca', '--turns', 'user=colour'], /There is no column “colour”/],
    [['--rename', 'colour=c'], /does not have: colour/],
    [['--rename', 'title=size'], /Two columns would be called size/],
  ] as const)('refuses %j before anything is made', async ([words, reason]) => {
    const host = createTestHost();
    expect(await folder.run(['--out', folder.path('out.jsonl'), ...words], host)).toBe(2);
    expect(host.errors()).toMatch(reason);
    expect(await folder.files()).toEqual(['shop.json']);
  });

  it('writes XML, and says which cells hold what XML cannot', async () => {
    const host = createTestHost();
    const labels = 'columns[0].fill={"kind":"category","values":[{"value":"a\\u0001<"}]}';
    const words = ['--rows', '2', '--set', labels, '--set', 'columns[0].type="text"'];
    expect(await folder.run([...words, '--out', folder.path('out.xml')], host)).toBe(0);
    const lines = (await folder.textIn('out.xml')).split('\n');
    expect(lines[2]).toMatch(/^<row><size>a\ufffd&lt;<\/size><title>.+<\/row>$/);
    expect(host.errors()).toContain(
      '2 cells have characters that XML cannot hold, written as \ufffd. The first: row 1, size.\n',
    );
  });

  it('writes the form that the ending of OUT names', async () => {
    for (const ending of ['csv', 'tsv', 'json', 'JSONL'])
      expect(await folder.run(['--rows', '2', '--out', folder.path(`out.${ending}`)])).toBe(0);
    const texts = await Promise.all(
      ['csv', 'tsv', 'json', 'JSONL'].map((ending) => folder.textIn(`out.${ending}`)),
    );
    const [csv = '', tsv = '', json = '', jsonl = ''] = texts;
    const rows = JSON.parse(json) as Record<string, unknown>[];
    expect(rows).toHaveLength(2);
    expect(
      jsonl
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual(rows);
    const names = Object.keys(rows[0] ?? {});
    expect(csv.split('\r\n')[0]?.split(',')).toEqual(names);
    expect(tsv.split('\r\n')[0]?.split('\t')).toEqual(names);
  });
});
