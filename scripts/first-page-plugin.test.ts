import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compileHint, firstPage } from './first-page-plugin.ts';

const files = {
  'index.html':
    '<!doctype html><html lang="en"><head><title>x</title></head><body><script type="module" src="/start.js"></script></body></html>',
  'start.js': "import { one } from './shared.js';\none();\nvoid import('./main.js');",
  'shared.js': 'export const one = () => document.title;',
  'main.js':
    "import './main.css';\nimport { one } from './shared.js';\none();\nvoid import('./later.js');",
  'main.css': 'body { margin: 0 }',
  'later.js': "import { one } from './shared.js';\nconsole.log(one());",
};

let root = '';

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'rowsmith-first-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  const codeSplitting = { groups: [{ name: 'shared', test: /shared/ }] };
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [firstPage()],
    build: { rolldownOptions: { output: { codeSplitting } } },
  });
});

afterAll(() => rmSync(root, { recursive: true }));

/** Names of built files without their hashes. */
function plain(paths: readonly string[]): readonly string[] {
  return paths.map((path) => path.replace(/^.*\/|-[^-]*(?=\.\w+$)/g, '')).sort();
}

it('opens the scripts of the entry and of the page that it loads with the hint, and no other', () => {
  const folder = join(root, 'dist/assets');
  const hinted = readdirSync(folder).filter((name) =>
    readFileSync(join(folder, name), 'utf8').startsWith(compileHint),
  );
  expect(plain(hinted).filter((name) => name !== 'rolldown-runtime.js')).toEqual([
    'index.js',
    'main.js',
    'shared.js',
  ]);
});

it('has the page named in the document, so that nothing waits for the entry to ask', () => {
  const html = readFileSync(join(root, 'dist/index.html'), 'utf8');
  const linked = [...html.matchAll(/<link rel="(\w+)"[^>]*href="([^"]+)"/g)];
  const of = (rel: string) => linked.filter((link) => link[1] === rel).map((link) => link[2] ?? '');
  expect(plain(of('modulepreload'))).toEqual(expect.arrayContaining(['main.js', 'shared.js']));
  expect(plain(of('modulepreload'))).not.toContain('later.js');
  expect(plain(of('stylesheet'))).toEqual(['main.css']);
  expect(new Set(linked.map((link) => link[2])).size).toBe(linked.length);
});
