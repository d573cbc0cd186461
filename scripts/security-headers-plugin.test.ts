import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview, type InlineConfig, type PreviewServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headersFor } from '../src/runtime/security-headers.ts';
import { securityHeaders } from './security-headers-plugin.ts';

const files = {
  'index.html':
    '<!doctype html><html lang="en"><head><title>x</title></head><body><script type="module" src="/main.js"></script></body></html>',
  'main.js': `new Worker(new URL('./engine.worker.js', import.meta.url), { type: 'module' });
new Worker(new URL('./evaluator.worker.js', import.meta.url), { type: 'module' });`,
  'engine.worker.js': 'postMessage(1);',
  'evaluator.worker.js': 'postMessage(2);',
};

let root = '';
let server: PreviewServer;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'rowsmith-headers-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  const config: InlineConfig = {
    root,
    configFile: false,
    logLevel: 'silent',
    appType: 'mpa',
    plugins: [securityHeaders()],
    worker: { format: 'es' },
    preview: { port: 0 },
  };
  await build(config);
  server = await preview(config);
}, 30_000);

afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

function assetPath(start: string): string {
  const file = readdirSync(join(root, 'dist/assets')).find((name) => name.startsWith(start));
  return `/assets/${file ?? 'missing'}`;
}

async function headersAt(path: string): Promise<Headers> {
  const base = server.resolvedUrls?.local[0] ?? '';
  const response = await fetch(new URL(path, base));
  await response.arrayBuffer();
  return response.headers;
}

describe('vite preview', () => {
  it.each(['/', '/index.html', 'engine.worker-', 'evaluator.worker-', '/missing'])(
    'sends the headers of the table with %s',
    async (name) => {
      const path = name.startsWith('/') ? name : assetPath(name);
      const headers = await headersAt(path);
      const expected = headersFor(path);
      const sent = Object.keys(expected).map((key) => [key, headers.get(key)]);
      expect(Object.fromEntries(sent)).toEqual(expected);
    },
  );
});

describe('vite build', () => {
  it('writes a headers file that names the built workers', () => {
    const text = readFileSync(join(root, 'dist/_headers'), 'utf8');
    expect(text).toContain(`${assetPath('engine.worker-')}\n  Content-Security-Policy: `);
    expect(text).toContain(`${assetPath('evaluator.worker-')}\n  Content-Security-Policy: `);
  });

  it('puts the policy first in the head of the page', () => {
    const html = readFileSync(join(root, 'dist/index.html'), 'utf8');
    expect(html).toMatch(/<head>\s*<meta http-equiv="Content-Security-Policy"/);
    expect(html).not.toContain('frame-ancestors');
  });
});
