import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shopDesign } from './testing/shop-design.ts';
import { startTestProvider } from './testing/test-provider.ts';

const timeoutMs = 30_000;
const main = join(import.meta.dirname, 'main.ts');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rowsmith-'));
  await writeFile(join(folder, 'shop.json'), shopDesign());
});

afterEach(() => rm(folder, { recursive: true }));

function start(words: readonly string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...words]);
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, ended, errors: () => errors };
}

describe('the rowsmith process', () => {
  it('does not mind a reader that leaves early', { timeout: timeoutMs }, async () => {
    const { child, ended, errors } = start([
      'convert',
      join(folder, 'shop.json'),
      '--to',
      'rowsmith',
    ]);
    child.stdout.destroy();
    expect(await ended).toBe(0);
    expect(errors()).toBe('');
  });

  it('has nothing to say about many requests at once', { timeout: timeoutMs }, async () => {
    const provider = await startTestProvider();
    const { ended, errors } = start([
      ...['run', join(folder, 'shop.json'), '--out', join(folder, 'out.jsonl'), '--rows', '60'],
      ...['--base-url', provider.baseUrl, '--model', 'm', '--concurrency', '32'],
      ...['--set', 'calls[0].rowsPerRequest=1'],
    ]);
    expect(await ended).toBe(0);
    await provider.close();
    expect(errors()).not.toContain('Warning');
  });

  it('keeps its rows at Ctrl-C and ends with 130', { timeout: timeoutMs }, async () => {
    const provider = await startTestProvider((number) =>
      number === 0 ? { kind: 'rows' } : { kind: 'hang' },
    );
    const out = join(folder, 'out.jsonl');
    const { child, ended } = start([
      ...['run', join(folder, 'shop.json'), '--out', out],
      ...['--base-url', provider.baseUrl, '--model', 'm', '--concurrency', '1'],
    ]);
    await expect.poll(() => provider.requests.length, { timeout: timeoutMs }).toBe(2);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    await provider.close();
    expect((await readFile(out, 'utf8')).trim().split('\n').length).toBeGreaterThanOrEqual(2);
  });
});
