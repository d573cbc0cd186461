import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carryOutCommandLine } from './command-line.ts';
import { createTestHost } from './testing/test-host.ts';
import { startEchoProvider, type EchoProvider } from './testing/echo-provider.ts';

const scores = [{ name: 'wit', least: 3, options: [{ value: 1 }, { value: 2 }, { value: 3 }] }];
const designWith = (whenLow: 'keep' | 'drop') => ({
  version: 1,
  rows: 4,
  models: [{ alias: 'm' }],
  columns: [
    { id: 'topic', name: 'topic', fill: { kind: 'sequence', prefix: 'topic ' } },
    { id: 'joke', name: 'joke', fill: { kind: 'generated', call: 'write' } },
    { id: 'quality', name: 'quality', type: 'object', fill: { kind: 'generated', call: 'judge' } },
  ],
  calls: [
    {
      id: 'write',
      name: 'write',
      model: 'm',
      rowsPerRequest: 1,
      output: { kind: 'text' },
      messages: [{ role: 'user', content: 'A joke about {{ topic }}.' }],
    },
    {
      id: 'judge',
      name: 'judge',
      model: 'm',
      rowsPerRequest: 1,
      output: { kind: 'judge', shows: ['joke'], scores, tries: 6, whenLow },
    },
  ],
});
const design = designWith('drop');
const designKeepingLow = designWith('keep');

let folder: string;
let provider: EchoProvider;
let isJudgeMute: boolean;

/** Jokes are numbered as they are written; of these only the first three are any good. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rowsmith-'));
  await writeFile(join(folder, 'jokes.json'), JSON.stringify(design));
  let jokes = 0;
  isJudgeMute = false;
  provider = await startEchoProvider(({ prompt }) => {
    if (!prompt.includes('joke number')) return `joke number ${(jokes += 1)}`;
    if (isJudgeMute) return 'I would rather not say.';
    const score = Number(/joke number (\d+)/.exec(prompt)?.[1]) <= 3 ? 3 : 1;
    return JSON.stringify({
      rows: [{ row: rowOf(prompt), quality: { wit: { reasoning: 'So.', score } } }],
    });
  });
});

const rowOf = (prompt: string): number => Number(/Row (\d+)/.exec(prompt)?.[1] ?? 1);

afterEach(async () => {
  await provider.close();
  await rm(folder, { recursive: true });
});

async function run(...words: readonly string[]) {
  const host = createTestHost();
  const out = join(folder, 'out.jsonl');
  const model = ['--base-url', provider.baseUrl, '--model', 'm', '--concurrency', '1'];
  const command = ['run', join(folder, 'jokes.json'), '--out', out, ...model, ...words];
  const code = await carryOutCommandLine(command, host);
  // Without a whole row there is no file.
  const text = await readFile(out, 'utf8').catch(() => '');
  return { code, said: host.errors(), rows: text.trim().split('\n') };
}

describe('a run until all rows score high enough', () => {
  it('says how many do and that the cap of tries has ended it, and does not count anew when resumed', async () => {
    const first = await run();
    expect(first.said).toContain(
      'Judged: 3 of 4 rows score high enough. The cap of 6 tries is used up. 1 row was written again for its scores.',
    );
    expect(first.said).toContain(
      '1 row breaks a rule or scores too low and was left out. More --rows make up for it.',
    );
    expect(first.rows).toHaveLength(3);
    expect(first.code).toBe(1);
    const asked = provider.seen.length;
    const second = await run('--resume');
    expect(second.said).toContain('The cap of 6 tries is used up.');
    expect(provider.seen).toHaveLength(asked);
  });

  it('says which rows of the file stand beside the score of an earlier text when it ends between the two', async () => {
    await writeFile(join(folder, 'jokes.json'), JSON.stringify(designKeepingLow));
    provider.refuse({ text: 'joke number 5', status: 401 });
    const first = await run();
    expect(first.rows).toContainEqual(expect.stringContaining('joke number 5'));
    expect(first.said).toContain(
      '1 row holds values that are out of date: what they were made from has changed since.\n',
    );
    provider.refuse(undefined);
    const { said } = await run('--resume');
    expect(said).not.toContain('out of date');
  });

  it('says that no row is scored yet where the judge gives no score', async () => {
    isJudgeMute = true;
    const { said, code } = await run();
    expect(said).toContain('Judged: no row has been scored yet.\n');
    expect(code).toBe(1);
  });
});
