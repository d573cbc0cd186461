import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carryOutCommandLine } from './command-line.ts';
import { shopDesign } from './testing/shop-design.ts';
import { createTestHost, type TestHost } from './testing/test-host.ts';
import { startTestProvider, type TestAnswer, type TestProvider } from './testing/test-provider.ts';

let folder: string;
let provider: TestProvider | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rowsmith-'));
  await writeFile(join(folder, 'shop.json'), shopDesign());
});

afterEach(async () => {
  await provider?.close();
  provider = undefined;
  await rm(folder, { recursive: true });
});

const inFolder = (name: string): string => join(folder, name);

function run(words: readonly string[], host = createTestHost()): Promise<number> {
  return carryOutCommandLine(['run', inFolder('shop.json'), ...words], host);
}

async function rowsIn(name: string): Promise<Record<string, unknown>[]> {
  const text = await readFile(inFolder(name), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

async function serve(answer?: (number: number) => TestAnswer): Promise<TestProvider> {
  provider = await startTestProvider(answer);
  return provider;
}

function served(...words: string[]): string[] {
  const model = ['--base-url', provider?.baseUrl ?? '', '--model', 'm', '--concurrency', '1'];
  return ['--out', inFolder('out.jsonl'), ...model, ...words];
}

describe('rowsmith run with the demo model', () => {
  it('writes exactly the rows of the design and leaves no journal', async () => {
    const host = createTestHost();
    expect(await run(['--out', inFolder('out.jsonl')], host)).toBe(0);
    expect(await rowsIn('out.jsonl')).toHaveLength(6);
    expect(await readdir(folder)).toEqual(['out.jsonl', 'shop.json']);
    expect(host.output()).toBe('');
  });

  it('says that the demo model wrote them, on the terminal and in the file', async () => {
    const host = createTestHost();
    await run(['--out', inFolder('out.jsonl')], host);
    expect(host.errors()).toContain('demo model');
    expect(new Set((await rowsIn('out.jsonl')).map((row) => row._made_by))).toEqual(
      new Set(['demo model']),
    );
  });

  it('writes the same rows every time', async () => {
    await run(['--out', inFolder('one.jsonl')]);
    await run(['--out', inFolder('two.jsonl')]);
    expect(await rowsIn('two.jsonl')).toEqual(await rowsIn('one.jsonl'));
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
    await writeFile(inFolder('shop.json'), JSON.stringify(design));
    const host = createTestHost();
    expect(await run(['--out', inFolder('out.jsonl')], host)).toBe(1);
    expect(host.errors()).toMatch(
      /1 rows could not be worked out and are in no file\. The first reason: part: .+ 3 rows are in/,
    );
    expect(await rowsIn('out.jsonl')).toHaveLength(3);
    expect(await readdir(folder)).toEqual(['out.jsonl', 'shop.json']);
  });

  it('writes CSV where the name ends so', async () => {
    await run(['--out', inFolder('out.csv')]);
    const lines = (await readFile(inFolder('out.csv'), 'utf8')).split('\r\n');
    expect(lines[0]).toBe('size,title,_made_by');
    expect(lines).toHaveLength(7);
  });

  it('divides the rows into files, gives columns other names and says where rows came from', async () => {
    const words = ['--split', 'train=2,test=1', '--split-by', 'size', '--rename', 'title=name'];
    const out = ['--out', inFolder('out.jsonl')];
    expect(await run([...out, ...words, '--provenance', '--seed', '5'])).toBe(0);
    expect(await readdir(folder)).toEqual(['out-test.jsonl', 'out-train.jsonl', 'shop.json']);
    const [train, test] = [await rowsIn('out-train.jsonl'), await rowsIn('out-test.jsonl')];
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

  it.for([
    [['--split', 'train=80'], /2 to 10 parts/],
    [['--split-by', 'size'], /--split-by goes with --split/],
    [['--split', 'a=1,b=1', '--split-by', 'colour'], /does not have: colour/],
    [['--rename', 'title'], /OLD=NEW/],
    [['--rename', 'colour=c'], /does not have: colour/],
    [['--rename', 'title=size'], /Two columns would be called size/],
  ] as const)('refuses %j before anything is made', async ([words, reason]) => {
    const host = createTestHost();
    expect(await run(['--out', inFolder('out.jsonl'), ...words], host)).toBe(2);
    expect(host.errors()).toMatch(reason);
    expect(await readdir(folder)).toEqual(['shop.json']);
  });

  it('does not count a row as accepted that a rule leaves out, and can go on to more rows', async () => {
    const rule = { id: 'big', kind: 'expression', expression: 'size > 4', severity: 'should' };
    const constraints = [{ ...rule, onFailure: 'drop' }];
    await writeFile(inFolder('shop.json'), shopDesign({ constraints }));
    const host = createTestHost();
    expect(await run(['--out', inFolder('out.jsonl')], host)).toBe(1);
    const kept = await rowsIn('out.jsonl');
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.filter((row) => Number(row.size) <= 4)).toEqual([]);
    expect(kept).toHaveLength(5);
    expect(host.errors()).toContain('1 row breaks a rule and was left out.');
    await run(['--out', inFolder('out.jsonl'), '--resume', '--rows', '12']);
    expect((await rowsIn('out.jsonl')).length).toBeGreaterThan(kept.length);
  });

  it('marks a row that breaks a rule and counts it', async () => {
    const rule = { id: 'big', kind: 'expression', expression: 'size > 4', severity: 'should' };
    const constraints = [{ ...rule, onFailure: 'mark' }];
    await writeFile(inFolder('shop.json'), shopDesign({ constraints }));
    expect(await run(['--out', inFolder('out.jsonl')])).toBe(0);
    const rows = await rowsIn('out.jsonl');
    expect(rows).toHaveLength(6);
    expect(rows.some((row) => Number(row.size) <= 4)).toBe(true);
  });

  it('takes rows, seed and any other value from the command line', async () => {
    const words = ['--rows', '3', '--seed', '9', '--set', 'columns[0].fill.distribution.low=9'];
    expect(await run(['--out', inFolder('out.jsonl'), ...words])).toBe(0);
    expect((await rowsIn('out.jsonl')).map((row) => row.size)).toEqual([9, 9, 9]);
  });

  it('writes the form that the ending of OUT names', async () => {
    for (const ending of ['csv', 'tsv', 'json', 'JSONL'])
      expect(await run(['--rows', '2', '--out', inFolder(`out.${ending}`)])).toBe(0);
    const texts = await Promise.all(
      ['csv', 'tsv', 'json', 'JSONL'].map((ending) => readFile(inFolder(`out.${ending}`), 'utf8')),
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

  it('refuses a design with errors before anything is made', async () => {
    const host = createTestHost();
    const words = ['--out', inFolder('out.jsonl'), '--set', 'calls[0].model=nobody'];
    expect(await run(words, host)).toBe(1);
    expect(host.errors()).toContain('shop.json');
    expect(await readdir(folder)).toEqual(['shop.json']);
  });

  it('makes nothing when a change names no place of the design', async () => {
    const host = createTestHost();
    expect(await run(['--out', inFolder('out.jsonl'), '--set', 'row=3'], host)).toBe(1);
    expect(host.errors()).toContain('error unknown-key');
    expect(host.errors()).toContain('Did you mean “rows”?');
    expect(await readdir(folder)).toEqual(['shop.json']);
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
    expect(await run([...words], host)).toBe(2);
    expect(host.errors()).toContain('rowsmith run --help tells the options.');
    expect(host.errors()).not.toContain('secret');
  });
});

describe('rowsmith run with a provider', () => {
  it('asks the address that was typed', async () => {
    const { requests } = await serve();
    expect(await run(served())).toBe(0);
    expect((await rowsIn('out.jsonl')).map((row) => row.title)).toEqual(
      [1, 2, 3, 4, 5, 6].map((row) => `Lamp ${row}`),
    );
    expect(requests.map(({ rows }) => rows)).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
  });

  it('never asks an address that only the design names', async () => {
    const { requests, baseUrl } = await serve();
    const models = [
      { alias: 'writer', provider: 'openai-compatible', model: 'm', endpoint: baseUrl },
    ];
    await writeFile(inFolder('shop.json'), shopDesign({ models }));
    const host = createTestHost();
    expect(await run(['--out', inFolder('out.jsonl')], host)).toBe(1);
    expect(host.errors()).toContain('--base-url');
    expect(requests).toHaveLength(0);
  });

  it('follows no redirect', async () => {
    const { requests, baseUrl } = await serve((number) =>
      number === 0
        ? { kind: 'status', status: 307, headers: { location: `${baseUrl}/elsewhere` } }
        : { kind: 'rows' },
    );
    expect(await run(served('--api-key-env', 'SHOP_KEY'), hostWithKey())).toBe(1);
    expect(requests).toHaveLength(1);
  });

  it('keeps finished rows when the provider refuses the key midway, and resumes the rest', async () => {
    const first = await serve((number) =>
      number === 1 ? { kind: 'status', status: 401 } : { kind: 'rows' },
    );
    const host = createTestHost();
    expect(await run(served(), host)).toBe(1);
    expect(await rowsIn('out.jsonl')).toHaveLength(2);
    expect(host.errors()).toContain('--resume');
    await first.close();
    const second = await serve();
    expect(await run(served('--resume'))).toBe(0);
    expect(await rowsIn('out.jsonl')).toHaveLength(6);
    expect(second.requests.flatMap(({ rows }) => rows)).toEqual([3, 4, 5, 6]);
    expect(await readdir(folder)).toEqual(['out.jsonl', 'shop.json']);
  });

  it('keeps rows and the journal when it is interrupted, with exit code 130', async () => {
    await serve((number) => (number === 1 ? { kind: 'hang' } : { kind: 'rows' }));
    const host = createTestHost();
    const ended = run(served(), host);
    await expect.poll(() => provider?.requests.length).toBe(2);
    host.interrupt();
    expect(await ended).toBe(130);
    expect((await rowsIn('out.jsonl')).length).toBeGreaterThanOrEqual(2);
    expect(await readdir(folder)).toContain('out.jsonl.journal');
  });

  it('says why rows failed', async () => {
    await serve();
    const host = createTestHost();
    const rule = 'constraints=[{"id":"r","kind":"length","column":"title","low":5,"high":9}]';
    expect(await run(served('--rows', '2', '--set', rule), host)).toBe(1);
    expect(host.errors()).toContain('2 rows failed');
    expect(host.errors()).toContain('words');
  });

  it('leaves an older file alone when no row was made', async () => {
    await serve(() => ({ kind: 'status', status: 401 }));
    await writeFile(inFolder('out.jsonl'), 'precious\n');
    expect(await run(served())).toBe(1);
    expect(await readFile(inFolder('out.jsonl'), 'utf8')).toBe('precious\n');
  });
});

describe('rowsmith run with an unfinished journal', () => {
  async function leaveUnfinished(): Promise<void> {
    await serve((number) => (number === 1 ? { kind: 'status', status: 401 } : { kind: 'rows' }));
    await run(served());
  }

  it('does not begin anew over it', async () => {
    await leaveUnfinished();
    const host = createTestHost();
    expect(await run(served(), host)).toBe(1);
    expect(host.errors()).toContain('--resume');
    expect(provider?.requests).toHaveLength(2);
  });

  it('says what differs when the design has changed', async () => {
    await leaveUnfinished();
    const host = createTestHost();
    expect(await run(served('--resume', '--seed', '8'), host)).toBe(1);
    expect(host.errors()).toContain('seed was 3 and is 8');
  });

  it('goes on to more rows', async () => {
    await leaveUnfinished();
    expect(await run(served('--resume', '--rows', '8'))).toBe(0);
    expect(await rowsIn('out.jsonl')).toHaveLength(8);
  });

  it('has nothing to resume where there is none', async () => {
    const host = createTestHost();
    expect(await run(['--out', inFolder('out.jsonl'), '--resume'], host)).toBe(1);
    expect(host.errors()).toContain('nothing to resume');
    expect(await readdir(folder)).toEqual(['shop.json']);
  });
});

const secret = 'sk-very-secret-1234567890';

function hostWithKey(): TestHost {
  return createTestHost({ environment: { SHOP_KEY: secret } });
}

describe('a key', () => {
  it('goes to the provider and into no file or message', async () => {
    const { requests } = await serve((number) =>
      number === 2 ? { kind: 'status', status: 401 } : { kind: 'rows' },
    );
    const host = hostWithKey();
    expect(await run(served('--api-key-env', 'SHOP_KEY'), host)).toBe(1);
    expect(requests.map(({ authorization }) => authorization)).toEqual(
      requests.map(() => `Bearer ${secret}`),
    );
    const files = await Promise.all(
      (await readdir(folder)).map((name) => readFile(inFolder(name), 'utf8')),
    );
    expect(files).toHaveLength(3);
    for (const text of [...files, host.output(), host.errors()]) expect(text).not.toContain(secret);
  });

  it('is missed by the name of its variable', async () => {
    const { requests } = await serve();
    const host = createTestHost();
    expect(await run(served('--api-key-env', 'SHOP_KEY'), host)).toBe(1);
    expect(host.errors()).toContain('SHOP_KEY');
    expect(requests).toHaveLength(0);
  });

  it.for([['--api-key', secret], [`--api-key=${secret}`], ['--api-key-env', secret]] as const)(
    'is refused on the command line and not repeated: %j',
    async (words) => {
      const host = createTestHost();
      expect(await run(['--out', inFolder('out.jsonl'), ...words], host)).toBe(2);
      expect(host.errors()).not.toContain(secret);
    },
  );
});
