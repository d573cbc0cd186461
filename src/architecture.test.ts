// Plants wrong code and sees it refused. A rule that is silently off looks like clean code.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const timeoutMs = 30_000;

// The rules under test need no types, and planted files belong to no TypeScript project.
const eslint = new ESLint({ cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked] });

function sourceFiles(folder = ''): string[] {
  return readdirSync(join(root, 'src', folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(join(root, 'src'), join(entry.parentPath, entry.name)))
    .sort();
}

function anyFileOf(folder: string): string {
  const file = sourceFiles(folder).find((name) => !name.includes('.test'));
  if (file === undefined) throw new Error(`src/${folder} has no file to import.`);
  return file;
}

function features(): string[] {
  return [...new Set(sourceFiles('features').map((file) => file.split('/')[1] ?? ''))];
}

async function messagesFor(path: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: join(root, 'src', path) });
  return result?.messages.map(({ ruleId, message }) => `${ruleId ?? 'none'}: ${message}`) ?? [];
}

function importOf(file: string, keyword = 'import'): string {
  return `${keyword} * as planted from '#${file}';\nexport const seen = planted;\n`;
}

const layerRefusal: unknown = expect.arrayContaining([
  expect.stringContaining('import-x/no-restricted-paths'),
]);

describe('the layer table', () => {
  it.for([
    ['core/engine', 'state'],
    ['core/engine', 'core/analysis'],
    ['core/base', 'core/design'],
    ['core/llm', 'core/design'],
    ['runtime', 'state'],
    ['ui', 'core/design'],
    ['ui', 'state'],
    ['cli', 'state'],
  ] as const)('refuses %s → %s', { timeout: timeoutMs }, async ([from, to]) => {
    const messages = await messagesFor(`${from}/planted.ts`, importOf(anyFileOf(to)));
    expect(messages).toEqual(layerRefusal);
  });

  it('refuses a type-only import of state in core/design', { timeout: timeoutMs }, async () => {
    const code = `import type * as planted from '#${anyFileOf('state')}';\nexport type Seen = typeof planted;\n`;
    expect(await messagesFor('core/design/planted.ts', code)).toEqual(layerRefusal);
  });

  it('refuses a feature that imports another feature', { timeout: timeoutMs }, async () => {
    const [one, other] = features();
    const code = importOf(anyFileOf(`features/${other ?? ''}`));
    expect(await messagesFor(`features/${one ?? ''}/planted.ts`, code)).toEqual(layerRefusal);
  });

  it.for([
    ['ui', 'core/base'],
    ['core/design', 'core/expression'],
    ['runtime', 'core/engine'],
    ['app', 'state'],
  ] as const)('lets %s import %s', { timeout: timeoutMs }, async ([from, to]) => {
    expect(await messagesFor(`${from}/planted.ts`, importOf(anyFileOf(to)))).toEqual([]);
  });

  it('refuses a cycle between two files', { timeout: timeoutMs }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'rowsmith-cycle-'));
    try {
      const files = {
        'package.json': '{ "name": "planted", "type": "module", "imports": { "#*": "./src/*" } }',
        'knip.json': readFileSync(join(root, 'knip.json'), 'utf8'),
        'bench/start.ts': "import { one } from '#one.ts';\none();\n",
        'src/one.ts': "import { two } from '#two.ts';\nexport const one = (): unknown => two;\n",
        'src/two.ts': "import { one } from './one.ts';\nexport const two = (): unknown => one;\n",
      };
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      const knip = join(root, 'node_modules/knip/bin/knip.js');
      const { status, stdout } = spawnSync(process.execPath, [knip], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(stdout).toContain('src/one.ts → src/two.ts');
      expect(status).toBe(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the bans', () => {
  it.for([
    ['core/engine/planted.ts', 'export const now = Date.now();'],
    ['core/engine/planted.ts', 'export const now = new Date();'],
    ['core/engine/planted.ts', 'export const luck = Math.random();'],
    ['core/engine/planted.ts', 'setTimeout(() => undefined, 1);'],
    ['core/engine/planted.ts', "import 'node:fs';"],
    ['core/codecs/planted.ts', "export const value: unknown = JSON.parse('1');"],
    ['core/design/planted.ts', 'export default 1;'],
    ['core/design/planted.ts', "export * from './design.ts';"],
    ['runtime/planted.ts', "void fetch('/');"],
    ['runtime/planted.ts', "void globalThis.fetch('/');"],
    ['runtime/planted.ts', "console.log('x');"],
    ['ui/planted.tsx', "document.body.innerHTML = '';"],
    ['ui/planted.tsx', "document.body.insertAdjacentHTML('beforeend', '');"],
    ['ui/planted.tsx', "export const x = <p dangerouslySetInnerHTML={{ __html: '' }} />;"],
    ['ui/planted.tsx', "alert('x');"],
    ['app/planted.ts', "eval('1');"],
    ['app/planted.ts', "export const make = new Function('return 1');"],
  ] as const)('refuse in %s: %s', { timeout: timeoutMs }, async ([path, code]) => {
    expect(await messagesFor(path, code)).toHaveLength(1);
  });

  it.for([
    ['runtime/provider-fetch.ts', "void fetch('/');"],
    ['core/base/json.ts', "export const value: unknown = JSON.parse('1');"],
    ['core/engine/planted.ts', 'export const then = new Date(0);'],
    ['cli/planted.ts', "console.log('x');"],
  ] as const)('allow in %s: %s', { timeout: timeoutMs }, async ([path, code]) => {
    expect(await messagesFor(path, code)).toEqual([]);
  });
});

describe('the files', () => {
  it('have names in kebab-case', () => {
    const named = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|http\.test|contract|worker|d))?\.tsx?$/;
    const odd = sourceFiles().filter((file) => !named.test(basename(file)));
    expect(odd).toEqual([]);
  });

  it('of core and runtime open by saying what they are for', () => {
    const silent = [...sourceFiles('core'), ...sourceFiles('runtime')]
      .filter((file) => !/\.(test|contract)\.ts$/.test(file))
      .filter((file) => !/^\/[/*]/.test(readFileSync(join(root, 'src', file), 'utf8')));
    expect(silent).toEqual([]);
  });
});
