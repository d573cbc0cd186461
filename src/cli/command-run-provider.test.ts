import { beforeEach, describe, expect, it } from 'vitest';
import { createRunFolder, type RunFolder } from './testing/run-folder.ts';
import { shopDesign } from './testing/shop-design.ts';
import { createTestHost, type TestHost } from './testing/test-host.ts';
import type { TestProvider } from './testing/test-provider.ts';

let folder: RunFolder;

beforeEach(async () => {
  folder = await createRunFolder();
});

describe('rowsmith run with a provider', () => {
  it('asks the address that was typed', async () => {
    const { requests } = await folder.serve();
    expect(await folder.run(folder.served())).toBe(0);
    expect((await folder.rowsIn('out.jsonl')).map((row) => row.title)).toEqual(
      [1, 2, 3, 4, 5, 6].map((row) => `Lamp ${row}`),
    );
    expect(requests.map(({ rows }) => rows)).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
  });

  it('never asks an address that only the design names', async () => {
    const { requests, baseUrl } = await folder.serve();
    const models = [
      { alias: 'writer', provider: 'openai-compatible', model: 'm', endpoint: baseUrl },
    ];
    await folder.write(shopDesign({ models }));
    const host = createTestHost();
    expect(await folder.run(['--out', folder.path('out.jsonl')], host)).toBe(1);
    expect(host.errors()).toContain('--base-url');
    expect(requests).toHaveLength(0);
  });

  it('follows no redirect', async () => {
    const { requests, baseUrl } = await folder.serve((number) =>
      number === 0
        ? { kind: 'status', status: 307, headers: { location: `${baseUrl}/elsewhere` } }
        : { kind: 'rows' },
    );
    expect(await folder.run(folder.served('--api-key-env', 'SHOP_KEY'), hostWithKey())).toBe(1);
    expect(requests).toHaveLength(1);
  });

  it('keeps finished rows when the provider refuses the key midway, and resumes the rest', async () => {
    const first = await folder.serve((number) =>
      number === 1 ? { kind: 'status', status: 401 } : { kind: 'rows' },
    );
    const host = createTestHost();
    expect(await folder.run(folder.served(), host)).toBe(1);
    expect(await folder.rowsIn('out.jsonl')).toHaveLength(2);
    expect(host.errors()).toContain('--resume');
    await first.close();
    const second = await folder.serve();
    expect(await folder.run(folder.served('--resume'))).toBe(0);
    expect(await folder.rowsIn('out.jsonl')).toHaveLength(6);
    expect(second.requests.flatMap(({ rows }) => rows)).toEqual([3, 4, 5, 6]);
    expect(await folder.files()).toEqual(['out.jsonl', 'shop.json']);
  });

  it('keeps rows and the journal when it is interrupted, with exit code 130', async () => {
    const { requests } = await folder.serve((number) =>
      number === 1 ? { kind: 'hang' } : { kind: 'rows' },
    );
    const host = createTestHost();
    const ended = folder.run(folder.served(), host);
    await expect.poll(() => requests.length).toBe(2);
    host.interrupt();
    expect(await ended).toBe(130);
    expect((await folder.rowsIn('out.jsonl')).length).toBeGreaterThanOrEqual(2);
    expect(await folder.files()).toContain('out.jsonl.journal');
  });

  it('says why rows failed', async () => {
    await folder.serve();
    const host = createTestHost();
    const rule = 'constraints=[{"id":"r","kind":"length","column":"title","low":5,"high":9}]';
    expect(await folder.run(folder.served('--rows', '2', '--set', rule), host)).toBe(1);
    expect(host.errors()).toContain('2 rows failed');
    expect(host.errors()).toContain('words');
  });

  it('leaves an older file alone when no row was made', async () => {
    await folder.serve(() => ({ kind: 'status', status: 401 }));
    await folder.write('precious\n', 'out.jsonl');
    expect(await folder.run(folder.served())).toBe(1);
    expect(await folder.textIn('out.jsonl')).toBe('precious\n');
  });
});

describe('rowsmith run with an unfinished journal', () => {
  async function leaveUnfinished(): Promise<TestProvider> {
    const provider = await folder.serve((number) =>
      number === 1 ? { kind: 'status', status: 401 } : { kind: 'rows' },
    );
    await folder.run(folder.served());
    return provider;
  }

  it('does not begin anew over it', async () => {
    const { requests } = await leaveUnfinished();
    const host = createTestHost();
    expect(await folder.run(folder.served(), host)).toBe(1);
    expect(host.errors()).toContain('--resume');
    expect(requests).toHaveLength(2);
  });

  it('says what differs when the design has changed', async () => {
    await leaveUnfinished();
    const host = createTestHost();
    expect(await folder.run(folder.served('--resume', '--seed', '8'), host)).toBe(1);
    expect(host.errors()).toContain('seed was 3 and is 8');
  });

  it('goes on to more rows', async () => {
    await leaveUnfinished();
    expect(await folder.run(folder.served('--resume', '--rows', '8'))).toBe(0);
    expect(await folder.rowsIn('out.jsonl')).toHaveLength(8);
  });

  it('has nothing to resume where there is none', async () => {
    const host = createTestHost();
    expect(await folder.run(['--out', folder.path('out.jsonl'), '--resume'], host)).toBe(1);
    expect(host.errors()).toContain('nothing to resume');
    expect(await folder.files()).toEqual(['shop.json']);
  });
});

const secret = 'sk-very-secret-1234567890';

function hostWithKey(): TestHost {
  return createTestHost({ environment: { SHOP_KEY: secret } });
}

describe('a key', () => {
  it('goes to the provider and into no file or message', async () => {
    const { requests } = await folder.serve((number) =>
      number === 2 ? { kind: 'status', status: 401 } : { kind: 'rows' },
    );
    const host = hostWithKey();
    expect(await folder.run(folder.served('--api-key-env', 'SHOP_KEY'), host)).toBe(1);
    expect(requests.map(({ authorization }) => authorization)).toEqual(
      requests.map(() => `Bearer ${secret}`),
    );
    const files = await Promise.all((await folder.files()).map((name) => folder.textIn(name)));
    expect(files).toHaveLength(3);
    for (const text of [...files, host.output(), host.errors()]) expect(text).not.toContain(secret);
  });

  it('is missed by the name of its variable', async () => {
    const { requests } = await folder.serve();
    const host = createTestHost();
    expect(await folder.run(folder.served('--api-key-env', 'SHOP_KEY'), host)).toBe(1);
    expect(host.errors()).toContain('SHOP_KEY');
    expect(requests).toHaveLength(0);
  });

  it.for([['--api-key', secret], [`--api-key=${secret}`], ['--api-key-env', secret]] as const)(
    'is refused on the command line and not repeated: %j',
    async (words) => {
      const host = createTestHost();
      expect(await folder.run(['--out', folder.path('out.jsonl'), ...words], host)).toBe(2);
      expect(host.errors()).not.toContain(secret);
    },
  );
});
