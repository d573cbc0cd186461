import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/base/json.ts';
import { carryOutCommandLine } from './command-line.ts';
import { shopDesign } from './testing/shop-design.ts';
import { createTestHost } from './testing/test-host.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rowsmith-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function batch(words: readonly string[], parts: JsonObject = {}) {
  await writeFile(join(folder, 'shop.json'), shopDesign(parts));
  const host = createTestHost();
  const out = join(folder, 'out.jsonl');
  const code = await carryOutCommandLine(
    ['batch', join(folder, 'shop.json'), '--out', out, ...words],
    host,
  );
  return {
    code,
    errors: host.errors(),
    read: (name: string) => readFile(join(folder, name), 'utf8'),
  };
}

describe('rowsmith batch', () => {
  it('writes a line for each request of a run and asks nobody', async () => {
    const { code, errors, read } = await batch(['--provider', 'openai', '--model', 'small']);
    expect(code).toBe(0);
    expect(errors).toContain('3 requests for 6 rows.');
    const lines = (await read('out.jsonl')).trim().split('\n');
    expect(lines).toHaveLength(3);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      ...{ method: 'POST', url: '/v1/chat/completions' },
      body: { model: 'small' },
    });
  });

  it('writes one file for each alias where there are several', async () => {
    const models = ['a', 'b'].map((alias) => ({ alias, provider: 'openai', model: alias }));
    const { code } = await batch([], {
      models,
      columns: ['a', 'b'].map((id) => ({
        ...{ id, name: id, fill: { kind: 'generated', call: id } },
      })),
      calls: ['a', 'b'].map((id) => ({ id, name: id, model: id })),
    });
    expect(code).toBe(0);
    expect(await readdir(folder)).toEqual(['out.a.jsonl', 'out.b.jsonl', 'shop.json']);
  });

  it('says that the demo model takes none', async () => {
    const { code, errors } = await batch([]);
    expect(code).toBe(1);
    expect(errors).toContain('demo model runs here');
  });

  it('needs a file and a name', async () => {
    const host = createTestHost();
    expect(await carryOutCommandLine(['batch'], host)).toBe(2);
    expect(await carryOutCommandLine(['batch', 'x.json'], host)).toBe(2);
  });
});
