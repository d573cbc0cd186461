import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compileHint, compileHints } from './compile-hints-plugin.ts';

const files = {
  'index.html':
    '<!doctype html><html lang="en"><head><title>x</title></head><body><script type="module" src="/main.js"></script></body></html>',
  'main.js': "import { one } from './shared.js';\none();\nvoid import('./later.js');",
  'shared.js': 'export const one = () => document.title;',
  'later.js': "import { one } from './shared.js';\nconsole.log(one());",
};

let root = '';

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'rowsmith-hints-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  const codeSplitting = { groups: [{ name: 'shared', test: /shared/ }] };
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [compileHints()],
    build: { rolldownOptions: { output: { codeSplitting } } },
  });
});

afterAll(() => rmSync(root, { recursive: true }));

it('opens the scripts that are evaluated at once with the hint, and no other', () => {
  const folder = join(root, 'dist/assets');
  const hinted = readdirSync(folder)
    .filter((name) => readFileSync(join(folder, name), 'utf8').startsWith(compileHint))
    .map((name) => name.replace(/-[^-]*\.js$/, ''));
  expect(hinted.sort()).toEqual(['index', 'shared']);
});
