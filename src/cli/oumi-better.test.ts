import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openConfig } from '#core/codecs/oumi/oumi-yaml.ts';
import { createDataset } from '#core/engine/dataset.ts';
import { estimateRun } from '#core/engine/estimate.ts';
import { carryOutCommandLine } from './command-line.ts';
import { startEchoProvider, type EchoProvider, type EchoRequest } from './testing/echo-provider.ts';
import { createTestHost } from './testing/test-host.ts';

const moods = ['calm', 'brisk', 'wry', 'solemn'].map(
  (id) => `{id: ${id}, name: ${id}, description: It sounds ${id}}`,
);
const config = `num_samples: 4
strategy_params:
  input_examples: [{examples: [{town: Bonn}, {town: Ulm}, {town: Kiel}, {town: Jena}]}]
  sampled_attributes:
    - {id: mood, name: Mood, description: How it sounds, possible_values: [${moods.join(', ')}]}
  generated_attributes:
    - {id: note, instruction_messages: [{role: USER, content: "A note about {town}."}]}
    - {id: title, instruction_messages: [{role: USER, content: "A title for {town}."}]}
inference_config: {engine: OPENAI, model: {model_name: m}, generation: {temperature: 1.0}, remote_params: {num_workers: 4}}
`;
const oneTitle = 'A title for Kiel.';

let folder: string;
let echo: EchoProvider | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rowsmith-'));
});
afterEach(async () => {
  await echo?.close();
  await rm(folder, { recursive: true });
});

async function start(answer?: (request: EchoRequest) => string): Promise<EchoProvider> {
  echo = await startEchoProvider(answer);
  return echo;
}

type Row = Readonly<Record<string, string>>;

async function carryOut(content: string, ...more: readonly string[]) {
  const file = join(folder, 'c_synth.yaml');
  const out = join(folder, 'rows.jsonl');
  await writeFile(file, content);
  const host = createTestHost();
  const target = echo === undefined ? [] : ['--base-url', echo.baseUrl];
  const code = await carryOutCommandLine(['run', file, '--out', out, ...target, ...more], host);
  const written = await readFile(out, 'utf8').catch(() => '');
  const rows = written.split('\n').filter(Boolean);
  return { code, rows: rows.map((row) => JSON.parse(row) as Row), errors: host.errors() };
}

const model = ['--model', 'm'];

describe('beyond the original: an Oumi configuration', () => {
  it('gives the same rows for the same seed, and others for another', async () => {
    const of = async (seed: number) =>
      (await carryOut(config, '--provider', 'demo', '--seed', String(seed))).rows;
    const [seven, again, eight] = [await of(7), await of(7), await of(8)];
    expect(again).toEqual(seven);
    expect(eight.map(({ mood }) => mood)).not.toEqual(seven.map(({ mood }) => mood));
  });

  it('keeps what was written when one row fails, and retries that row alone', async () => {
    const provider = await start();
    provider.refuse({ text: oneTitle, status: 400 });
    const broken = await carryOut(config, ...model, '--concurrency', '1');
    expect(broken.code).toBe(1);
    expect(broken.rows.map(({ town }) => town)).toEqual(['Bonn', 'Ulm', 'Jena']);
    const before = provider.seen.length;
    provider.refuse(undefined);
    const whole = await carryOut(config, ...model, '--concurrency', '1', '--resume');
    expect(whole.code).toBe(0);
    expect(whole.rows.map(({ town }) => town)).toEqual(['Bonn', 'Ulm', 'Kiel', 'Jena']);
    expect(provider.seen.slice(before).map(({ prompt }) => prompt)).toEqual([oneTitle]);
  });

  it('resumes when the provider gave up, and pays for nothing twice', async () => {
    const provider = await start();
    provider.refuse({ text: oneTitle, status: 401 });
    const broken = await carryOut(config, ...model, '--concurrency', '1');
    expect(broken.code).toBe(1);
    const paid = provider.seen.map(({ prompt }) => prompt).filter((prompt) => prompt !== oneTitle);
    expect(paid.length).toBeGreaterThan(0);
    const before = provider.seen.length;
    provider.refuse(undefined);
    const whole = await carryOut(config, ...model, '--concurrency', '1', '--resume');
    expect({ code: whole.code, errors: whole.errors }).toMatchObject({ code: 0 });
    expect(whole.rows).toHaveLength(4);
    const again = provider.seen.slice(before).map(({ prompt }) => prompt);
    expect(again).toContain(oneTitle);
    expect(again.filter((prompt) => paid.includes(prompt))).toEqual([]);
  });

  it('asks for several texts in one request where that is wanted', async () => {
    const provider = await start(({ prompt }) => {
      const rows = [...prompt.matchAll(/Row (\d+)\n[^]*?<task>\n(.*)\n/g)];
      return rows.length === 0
        ? prompt
        : JSON.stringify({ rows: rows.map(([, row, note]) => ({ row: Number(row), note })) });
    });
    const set = ['--set', 'calls[0].rowsPerRequest=2'];
    const { code, rows } = await carryOut(config, ...model, ...set);
    expect(code).toBe(0);
    const notes = ['Bonn', 'Ulm', 'Kiel', 'Jena'].map((town) => `A note about ${town}.`);
    expect(rows.map(({ note }) => note)).toEqual(notes);
    expect(provider.seen.filter(({ prompt }) => prompt.includes('A note'))).toHaveLength(2);
    expect(provider.seen.filter(({ prompt }) => prompt.startsWith('A title'))).toHaveLength(4);
  });

  it('refuses a text that was written before', async () => {
    let count = 0;
    await start(({ prompt }) =>
      prompt.startsWith('A note') ? `Note ${Math.floor((count += 1) / 2)}` : prompt,
    );
    const extras = { constraints: [{ id: 'u', kind: 'unique', columns: ['note'], level: 'must' }] };
    const { code, rows } = await carryOut(
      `# rowsmith: ${JSON.stringify(extras)}\n${config}`,
      ...model,
      ...['--concurrency', '1'],
    );
    expect(code).toBe(0);
    expect(count).toBeGreaterThan(4);
    expect(new Set(rows.map(({ note }) => note)).size).toBe(4);
  });

  it('asks a model of its own for an attribute, told in a comment that Oumi does not mind', async () => {
    const provider = await start();
    const models = ['writer', 'second'].map((alias) => ({
      alias,
      provider: 'openai-compatible',
      model: `model of ${alias}`,
    }));
    const extras = JSON.stringify({ models, callModels: { title: 'second' } });
    const { code } = await carryOut(`# rowsmith: ${extras}\n${config}`);
    expect(code).toBe(0);
    const asked = new Set(
      provider.seen.map(({ model: name, prompt }) => `${prompt.split(' ')[1] ?? ''}: ${name}`),
    );
    expect(asked).toEqual(new Set(['note: model of writer', 'title: model of second']));
  });

  it('has its cost estimated, and a cap ends the run with every row that was paid for', async () => {
    const opened = openConfig(config);
    const created = opened.ok ? createDataset(opened.value.design) : opened;
    if (!created.ok) throw new Error(created.error[0]?.message);
    expect(estimateRun(created.value, 4)).toMatchObject({ rows: 4, requests: 8 });
    const provider = await start();
    const capped = await carryOut(config, ...model, '--concurrency', '1', '--max-tokens', '40000');
    expect({ code: capped.code, errors: capped.errors }).toMatchObject({ code: 0 });
    const before = provider.seen.length;
    const stopped = await carryOut(config, ...model, '--max-tokens', '1');
    expect(stopped).toMatchObject({ code: 1, errors: expect.stringContaining('cap') as string });
    expect(provider.seen).toHaveLength(before);
  });

  it('that names a column that nobody fills costs no call at all', async () => {
    const provider = await start();
    const wrong = config.replace('A title for {town}', 'A title for {city}');
    const { code, errors } = await carryOut(wrong, ...model);
    expect(code).toBe(1);
    expect(errors).toContain('city');
    expect(provider.seen).toEqual([]);
  });

  it('sends a failed request again as often as it says, and no more', async () => {
    const provider = await start();
    provider.refuse({ text: oneTitle, status: 500 });
    const once = config.replace('num_workers: 4', 'num_workers: 1, max_retries: 0');
    const { rows } = await carryOut(once, ...model);
    expect(rows).toHaveLength(3);
    expect(provider.seen.filter(({ prompt }) => prompt === oneTitle)).toHaveLength(1);
  });
});
