import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carryOutCommandLine } from './command-line.ts';
import { shopDesign } from './testing/shop-design.ts';
import { createTestHost, type TestHostOptions } from './testing/test-host.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rowsmith-'));
});

afterEach(() => rm(folder, { recursive: true }));

async function fileOf(text: string): Promise<string> {
  const path = join(folder, 'shop.json');
  await writeFile(path, text);
  return path;
}

async function carryOut(words: readonly string[], options: TestHostOptions = {}) {
  const host = createTestHost(options);
  const code = await carryOutCommandLine(words, host);
  return { code, output: host.output(), errors: host.errors() };
}

const broken = shopDesign().replace('"low": 1,', '"low": 100,');

describe('rowsmith check', () => {
  it('is silent about a good design', async () => {
    expect(await carryOut(['check', await fileOf(shopDesign())])).toEqual({
      code: 0,
      output: '',
      errors: '',
    });
  });

  it('names file, line, severity, code and path of each problem', async () => {
    const { code, output } = await carryOut(['check', await fileOf(broken)]);
    expect(code).toBe(1);
    const line = broken.split('\n').findIndex((text) => text.includes('"low": 100')) + 1;
    expect(output).toMatch(new RegExp(`shop\\.json:${line}: error [a-z-]+: .+\\(columns\\[0\\]`));
  });

  it('prints plain data with --json', async () => {
    const file = await fileOf(broken);
    const { output } = await carryOut(['check', file, '--json']);
    expect(JSON.parse(output)).toMatchObject([
      { file, diagnostics: [{ severity: 'error', code: expect.any(String) }] },
    ]);
  });

  it('takes the rows of a file that is attached, and of no other', async () => {
    const design = {
      version: 1,
      sources: [{ id: 'towns', name: 'towns', kind: 'file', path: 'towns.csv' }],
      columns: [
        { id: 'town', name: 'town', fill: { kind: 'source', source: 'towns', field: 'town' } },
      ],
    };
    const file = await fileOf(JSON.stringify(design));
    const other = join(folder, 'other.csv');
    await writeFile(other, 'town\nBonn\n');
    await writeFile(join(folder, 'towns.csv'), 'town\nUlm\n');
    const without = await carryOut(['check', file]);
    expect(without).toMatchObject({ code: 1 });
    expect(without.output).toContain('The file towns.csv has not been attached yet.');
    const attached = await carryOut(['check', file, '--attach', `towns.csv=${other}`]);
    expect(attached).toMatchObject({ code: 0, output: '' });
  });

  it('says which attached file nobody asks for', async () => {
    const file = await fileOf(shopDesign());
    const { output, code } = await carryOut(['check', file, '--attach', 'rows.csv=rows.csv']);
    expect(code).toBe(0);
    expect(output).toContain('the design asks for no file, not for “rows.csv”');
  });

  it.for([
    ['{"version": 1,\n "rows": x}', 'json-syntax'],
    ['[1, 2]', 'not-a-design'],
    ['hello', 'format-unknown'],
    ['', 'format-unknown'],
    ['['.repeat(100_000), 'json-too-deep'],
    [`{"brief":"${'x'.repeat(2_000_000)}"}`, 'json-too-long'],
    ['#d=1.broken', 'link-incomplete'],
    ['#d=99.abc', 'version-newer'],
  ] as const)('tells what is wrong with hostile text (%#)', async ([stdin, problem]) => {
    const { code, output } = await carryOut(['check', '-'], { stdin });
    expect(code).toBe(1);
    expect(output).toContain(problem);
  });

  it('reads a share link as FILE', async () => {
    const { output } = await carryOut(['convert', await fileOf(shopDesign()), '--to', 'link']);
    expect(await carryOut(['check', output.trim()])).toMatchObject({ code: 0 });
  });

  it('says that a file is missing', async () => {
    const { code, output } = await carryOut(['check', join(folder, 'none.json')]);
    expect(code).toBe(1);
    expect(output).toContain('file-unreadable');
  });

  it('obeys no control characters of a design', async () => {
    const text = shopDesign().replace('"model": "writer"', '"model": "\\u001b[31m"');
    const { output } = await carryOut(['check', await fileOf(text)]);
    expect(output).not.toBe('');
    expect(output).not.toContain('\u001b');
  });
});

describe('rowsmith convert', () => {
  it('gives back the same design through a link', async () => {
    const file = await fileOf(shopDesign());
    const plain = await carryOut(['convert', file, '--to', 'rowsmith']);
    const link = await carryOut(['convert', file, '--to', 'link']);
    const back = await carryOut(['convert', link.output.trim(), '--to', 'rowsmith']);
    expect(back.output).toBe(plain.output);
  });

  it('writes to --out and leaves standard output clean', async () => {
    const out = join(folder, 'schema.json');
    const file = await fileOf(shopDesign());
    const { output, code } = await carryOut(['convert', file, '--to', 'json-schema', '--out', out]);
    expect({ output, code }).toEqual({ output: '', code: 0 });
    const schema: unknown = JSON.parse(await readFile(out, 'utf8'));
    expect(schema).toMatchObject({ properties: { size: { type: 'integer' } } });
  });

  it('names the forms it knows', async () => {
    const { code, errors } = await carryOut(['convert', 'x', '--to', 'pascal']);
    expect(code).toBe(2);
    expect(errors).toContain('rowsmith, oumi, data-designer, json-schema, link');
  });
});

describe('the command line', () => {
  it.for([[['--help']], [['run', '--help']], [['help']]] as const)('helps: %j', async ([words]) => {
    const { code, output } = await carryOut([...words]);
    expect(code).toBe(0);
    expect(output).toContain('Usage: rowsmith');
  });

  it.for([[[]], [['frobnicate']], [['check']], [['check', '--frob', 'x']]] as const)(
    'says where help is and ends with 2: %j',
    async ([words]) => {
      const { code, errors } = await carryOut([...words]);
      expect(code).toBe(2);
      expect(errors).toMatch(/Usage: rowsmith|rowsmith check --help tells the options/);
    },
  );
});
