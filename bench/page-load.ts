// How soon a stranger sees rows: first visits of the built page, its main thread slowed down four
// times, nothing cached. The ratio is the part of the goal that the rows take; a machine that does
// other work meanwhile says nothing about it.
// Run: npm run build && npx tsx bench/page-load.ts [visits] [slowdown]
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser } from '@playwright/test';
import { preview } from 'vite';
import { launchOptions } from '../e2e/support/browser.ts';

const visits = Number(process.argv[2] ?? 5);
const slowdown = Number(process.argv[3] ?? 4);
const goalMs = 2_000;

/** Milliseconds since the navigation began. */
interface Visit {
  readonly frame: number;
  readonly rows: number;
  readonly ready: number;
  /** Longest task of the main thread. */
  readonly longest: number;
  readonly pageBytes: number;
  readonly workerBytes: number;
}

/** Runs in the page: notes when the frame, the first rows and the loaded page are there. */
function watch(): void {
  const mark = (name: string, isThere: boolean): void => {
    if (isThere && performance.getEntriesByName(name).length === 0) performance.mark(name);
  };
  const look = (): void => {
    const filled = [...document.querySelectorAll('[role=gridcell]')].filter(
      (cell) => Number(cell.ariaColIndex) > 2 && cell.textContent !== '',
    );
    mark('frame', document.querySelector('main') !== null);
    mark('rows', filled.length > 10);
    mark(
      'ready',
      document.querySelector('main') !== null &&
        document.querySelector('[aria-busy=true]') === null,
    );
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
}

async function visit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const loaded = new Map<string, number>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('.js')) loaded.set(pathname, Date.now());
  });
  // The runner of this file wraps named functions in a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (named) => named;');
  await page.addInitScript(watch);
  const devTools = await context.newCDPSession(page);
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(address);
  const rowsSeen = page.waitForFunction(() => performance.getEntriesByName('rows').length > 0);
  const rowsAt = rowsSeen.then(() => Date.now());
  await page.waitForFunction(() => performance.getEntriesByName('ready').length > 0);
  const marks = await page.evaluate(() => {
    const at = (name: string): number => performance.getEntriesByName(name)[0]?.startTime ?? NaN;
    const tasks = new PerformanceObserver(() => undefined);
    tasks.observe({ type: 'longtask', buffered: true });
    const longest = Math.max(0, ...tasks.takeRecords().map(({ duration }) => duration));
    return { frame: at('frame'), rows: at('rows'), ready: at('ready'), longest };
  });
  const until = await rowsAt;
  await context.close();
  return { ...marks, ...bytesBefore(loaded, until) };
}

function bytesBefore(loaded: ReadonlyMap<string, number>, untilMs: number) {
  let [pageBytes, workerBytes] = [0, 0];
  for (const [path, atMs] of loaded) {
    if (atMs > untilMs) continue;
    const bytes = gzipSync(readFileSync(`dist${path}`)).length;
    if (path.includes('.worker-')) workerBytes += bytes;
    else pageBytes += bytes;
  }
  return { pageBytes, workerBytes };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

const server = await preview({ preview: { port: 0 } });
const address = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch(launchOptions());
try {
  const seen: Visit[] = [];
  for (let turn = 0; turn < visits; turn += 1) seen.push(await visit(browser, address));
  const of = (name: keyof Visit): number => median(seen.map((one) => one[name]));
  for (const name of ['frame', 'rows', 'ready', 'longest'] as const)
    console.log(`${name.padEnd(8)} ${of(name).toFixed(0).padStart(6)} ms`);
  console.log(`page scripts before rows   ${(of('pageBytes') / 1_000).toFixed(0)} kB gz`);
  console.log(`worker scripts before rows ${(of('workerBytes') / 1_000).toFixed(0)} kB gz`);
  console.log(`rows against the goal of ${goalMs} ms: ${(of('rows') / goalMs).toFixed(2)}`);
} finally {
  await browser.close();
  await server.close();
}
