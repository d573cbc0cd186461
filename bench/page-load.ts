// How soon a stranger sees rows: first visits of the built page, its main thread slowed down four
// times, nothing cached. The ratio is the part of the goal that the rows take; a machine that does
// other work meanwhile says nothing about it.
// Run: npm run build && npx tsx bench/page-load.ts [visits] [slowdown] [folder of the build]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { preview } from 'vite';
import { median } from './support/median.ts';
import { startPlainBrowser, type PlainBrowser, type PlainPage } from './support/plain-browser.ts';

const visits = Number(process.argv[2] ?? 7);
const slowdown = Number(process.argv[3] ?? 4);
const build = process.argv[4] ?? 'dist';
const goalMs = 2_000;
const lookEveryMs = 100;

/** Milliseconds since the navigation began. */
interface Marks {
  readonly frame: number;
  readonly rows: number;
  readonly ready: number;
  /** Longest task of the main thread. */
  readonly longest: number;
  /** Paths of the scripts that were asked for before there were rows. */
  readonly scripts: readonly string[];
}

/** Runs in the page: notes when the frame, the first rows and the loaded page are there. */
const watch = `
  globalThis.seen = { longest: 0 };
  const mark = (name, isThere) => {
    if (isThere) seen[name] ??= performance.now();
  };
  new MutationObserver(() => {
    const isFilled = (cell) => Number(cell.ariaColIndex) > 2 && cell.textContent !== '';
    mark('frame', document.querySelector('main') !== null);
    mark('rows', [...document.querySelectorAll('[role=gridcell]')].filter(isFilled).length > 10);
    mark('ready', seen.frame !== undefined && document.querySelector('[aria-busy=true]') === null);
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
  }).observe({ type: 'longtask', buffered: true });
`;

const readMarks = `({
  ...seen,
  scripts: performance.getEntriesByType('resource')
    .filter(({ name, startTime }) => name.endsWith('.js') && startTime < seen.rows)
    .map(({ name }) => new URL(name).pathname),
})`;

async function visit(browser: PlainBrowser, address: string): Promise<Marks> {
  const page = await browser.open();
  await page.send('Page.enable');
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source: watch });
  await page.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.send('Page.navigate', { url: address });
  await isReady(page);
  const marks = (await page.evaluate(readMarks)) as Marks;
  await page.close();
  return marks;
}

async function isReady(page: PlainPage): Promise<void> {
  while ((await page.evaluate('globalThis.seen?.ready !== undefined')) !== true)
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
}

function compressed(scripts: readonly string[]): number {
  return scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join(build, path))).length, 0);
}

const server = await preview({ build: { outDir: build }, preview: { port: 0 } });
const address = server.resolvedUrls?.local[0] ?? '';
const browser = startPlainBrowser();
try {
  const seen: Marks[] = [];
  // The first visit warms the server and the browser's own files, and is not counted.
  await visit(browser, address);
  for (let turn = 0; turn < visits; turn += 1) seen.push(await visit(browser, address));
  const of = (name: 'frame' | 'rows' | 'ready' | 'longest') => seen.map((one) => one[name]);
  for (const name of ['frame', 'rows', 'ready', 'longest'] as const)
    console.log(
      `${name.padEnd(8)} ${median(of(name)).toFixed(0).padStart(6)} ms, least ${Math.min(...of(name)).toFixed(0)}`,
    );
  const scripts = seen[0]?.scripts ?? [];
  const isWorker = (path: string) => path.includes('.worker-');
  const [workers, page] = [scripts.filter(isWorker), scripts.filter((path) => !isWorker(path))];
  console.log(`page scripts before rows   ${(compressed(page) / 1_000).toFixed(0)} kB gz`);
  console.log(`worker scripts before rows ${(compressed(workers) / 1_000).toFixed(0)} kB gz`);
  console.log(`rows against the goal of ${goalMs} ms: ${(median(of('rows')) / goalMs).toFixed(2)}`);
} finally {
  await browser.close();
  await server.close();
}
