import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carryOutCommandLine } from './command-line.ts';
import { createTestHost } from './testing/test-host.ts';

const config = {
  data_designer: {
    columns: [
      {
        name: 'loaf',
        column_type: 'sampler',
        sampler_type: 'category',
        params: { values: ['rye', 'spelt'] },
      },
      {
        name: 'label',
        column_type: 'llm-text',
        model_alias: 'baker',
        prompt: '{{ town }}: {{ loaf }}',
      },
      { name: 'photo', column_type: 'image', model_alias: 'baker', prompt: '{{ loaf }}' },
    ],
    model_configs: [{ alias: 'baker', provider: 'openai', model: 'm', inference_parameters: {} }],
    seed_config: { source: { seed_type: 'local', path: 'towns.csv' } },
  },
};

let folder: string;
const at = (name: string) => join(folder, name);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rowsmith-'));
  await writeFile(at('bakery.json'), JSON.stringify(config, undefined, 2));
  await writeFile(at('towns.csv'), 'town\nBonn\nUlm\n');
});
afterEach(() => rm(folder, { recursive: true }));

async function call(...words: readonly string[]) {
  const host = createTestHost();
  const code = await carryOutCommandLine(words, host);
  return { code, errors: host.errors() };
}

describe('a configuration of Data Designer on the command line', () => {
  it('runs with the seed data that lie beside it, and names what is not used, by line', async () => {
    const { code, errors } = await call(
      ...['run', at('bakery.json'), '--provider', 'demo', '--rows', '2', '--out', at('out.jsonl')],
    );
    expect(code).toBe(0);
    expect(errors).toMatch(
      /bakery\.json:\d\d: warning kept-for-data-designer: photo: image columns/,
    );
    const rows = (await readFile(at('out.jsonl'), 'utf8')).trim().split('\n');
    expect(rows.map((row) => (JSON.parse(row) as { town: string }).town)).toEqual(['Bonn', 'Ulm']);
  });

  it('comes back as JSON, or as YAML where the file is called so', async () => {
    for (const name of ['again.json', 'again.yaml'])
      expect(
        (await call('convert', at('bakery.json'), '--to', 'data-designer', '--out', at(name))).code,
      ).toBe(0);
    expect(JSON.parse(await readFile(at('again.json'), 'utf8'))).toMatchObject({
      data_designer: { columns: [{}, {}, { name: 'photo', column_type: 'image' }] },
    });
    expect(await readFile(at('again.yaml'), 'utf8')).toContain('- name: "photo"');
  });
});
