// What the built page does with rows in the browser, against the limits that people feel: an edit until
// its 200 rows are drawn again, a scatter of a million rows until it is drawn, and the longest task of the
// page while a million rows are profiled. Then what a key costs beside 100,000 rows of twelve columns and
// their chart: the longest task while twenty are typed, in time on the processor. Each ratio is the part of its limit that was taken.
// The index of the machine is made as Lighthouse makes its own; DevTools takes 1,000 for a mid-range phone.
// Run: npm run build && npx tsx bench/page-work.ts [turns]
import { chromium, type Browser, type Page } from '@playwright/test';
import { preview } from 'vite';
import { encodeShareLink } from '#core/codecs/share-link.ts';
import { designSchema } from '#core/design/design-schema.ts';
import { launchOptions } from '../e2e/support/browser.ts';
import { number, table } from './support/columns.ts';
import { median } from './support/median.ts';
import { longestWhileTyping, wideDesign } from './support/typing.ts';

const turns = Number(process.argv[2] ?? 7);
const limits = { edit: 100, scatter: 150, longest: 50 } as const;

function linkTo(rows: number): Promise<{ readonly link: string }> {
  const design = designSchema.parse({
    version: 1,
    rows,
    columns: [
      table('kind', ['desk', 'floor', 'wall']),
      table('maker', ['Avora', 'Belm', 'Corda', 'Dorn']),
      number('size', 40, 80),
      number('weight', 1, 30),
      number('watts', 4, 60),
      {
        id: 'price',
        name: 'price',
        type: 'decimal',
        fill: { kind: 'formula', expression: 'size * 12' },
      },
      { id: 'sold', name: 'sold', type: 'boolean', fill: { kind: 'boolean', probability: 0.3 } },
      {
        id: 'day',
        name: 'day',
        type: 'date',
        fill: { kind: 'datetime', start: '2026-01-01', end: '2027-01-01' },
      },
      { id: 'n', name: 'n', type: 'integer', fill: { kind: 'sequence' } },
      number('long', 0, 9),
    ],
    charts: [{ id: 'c', kind: 'scatter', x: 'size', y: 'price', by: 'kind' }],
  });
  return encodeShareLink(design, '');
}

/** Fields by where they are, the column to open first, and their name. */
const typedInto = [
  { what: 'the brief', name: 'Dataset brief' },
  { what: 'a value of a category', column: 'kind', name: 'Value 1' },
  { what: 'a prompt', column: 'praise', name: 'Message' },
] as const;

async function typeBeside(browser: Browser, page: Page, address: string): Promise<void> {
  const { link } = await encodeShareLink(wideDesign(100_000), '');
  await page.goto('about:blank');
  await page.goto(address + link);
  await page.locator('[aria-label="Pinned chart"] svg path[fill]').first().waitFor();
  for (const { what, name, ...place } of typedInto) {
    if ('column' in place)
      await page.getByRole('button', { name: place.column, exact: true }).click();
    const field = page.getByRole('textbox', { name, exact: true });
    // Once, so that its scripts are there.
    await longestWhileTyping(browser, page, field);
    const times: number[] = [];
    for (let turn = 0; turn < 3; turn += 1)
      times.push(await longestWhileTyping(browser, page, field));
    tell(`longest task while typing into ${what}`, median(times), limits.longest);
  }
}

async function open(page: Page, address: string, rows: number): Promise<void> {
  const { link } = await linkTo(rows);
  await page.goto(address + link);
  await page.waitForFunction(() =>
    [...document.querySelectorAll('[role=gridcell]')].some(
      (cell) => Number(cell.ariaColIndex) > 2 && cell.textContent !== '',
    ),
  );
}

/** Milliseconds from a typed weight to the frame after the first cell that it changed. */
async function editTurn(page: Page, weight: number): Promise<number> {
  return page.getByRole('textbox', { name: 'Weight of desk' }).evaluate((field, value) => {
    const grid = document.querySelector('[role=grid]');
    const before = grid?.textContent;
    return new Promise<number>((resolve) => {
      const startMs = performance.now();
      const seen = new MutationObserver(() => {
        if (grid?.textContent === before) return;
        seen.disconnect();
        requestAnimationFrame(() => {
          resolve(performance.now() - startMs);
        });
      });
      if (grid !== null)
        seen.observe(grid, { subtree: true, childList: true, characterData: true });
      const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
      setter?.set?.call(field, String(value));
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }, weight);
}

/** Milliseconds from choosing a tab to the frame in which what it selects is there. */
async function showTurn(page: Page, tab: string, selector: string): Promise<number> {
  return page.getByRole('tab', { name: tab, exact: true }).evaluate((button, wanted) => {
    return new Promise<number>((resolve) => {
      const startMs = performance.now();
      const look = (): void => {
        if (document.querySelector(wanted) === null) requestAnimationFrame(look);
        else resolve(performance.now() - startMs);
      };
      (button as HTMLElement).click();
      requestAnimationFrame(look);
    });
  }, selector);
}

/** The mean of two loops, as in Lighthouse: one makes texts for the collector, one copies arrays; tenths of turns a second. */
async function machineIndex(page: Page): Promise<string> {
  const index = await page.evaluate(() => {
    const rate = (turn: (count: number) => void): number => {
      const startMs = performance.now();
      let count = 0;
      while (performance.now() - startMs < 500) turn(count++);
      return count / 10 / ((performance.now() - startMs) / 1_000);
    };
    const lists = [0, 1].map((shift) => Array.from({ length: 100_000 }, (_, at) => at + shift));
    const write = (): void => {
      let text = '';
      for (let at = 0; at < 10_000; at += 1) text += 'a';
      if (text.length === 1) throw new Error('The text is used, so that it is made.');
    };
    const copy = (count: number): void => {
      const [from = [], to = []] = count % 2 === 0 ? lists : lists.toReversed();
      for (let at = 0; at < from.length; at += 1) to[at] = from[at] ?? 0;
    };
    return (rate(write) + rate(copy)) / 2;
  });
  return Math.round(index).toLocaleString('en');
}

/** Longest task of the page since it was last asked, in ms; 0 where none took 50 ms. */
async function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => {
    const watched = globalThis as { tasks?: PerformanceObserver };
    const longest = Math.max(
      0,
      ...(watched.tasks?.takeRecords() ?? []).map(({ duration }) => duration),
    );
    watched.tasks ??= new PerformanceObserver(() => undefined);
    watched.tasks.observe({ type: 'longtask' });
    return longest;
  });
}

function tell(what: string, ms: number, limit: number): void {
  console.log(
    `${what.padEnd(52)} ${ms.toFixed(0).padStart(5)} ms  ${(ms / limit).toFixed(2)} of ${String(limit)}`,
  );
}

const server = await preview({ preview: { port: 0 } });
const address = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch(launchOptions());
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  // The runner of this file wraps named functions in a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (named) => named;');
  await open(page, address, 200);
  console.log(`this machine: ${await machineIndex(page)}`);
  await page.getByRole('button', { name: 'kind', exact: true }).click();
  // Far enough apart that each edit changes rows in view.
  let weight = 1;
  for (const pauseMs of [300, 0]) {
    const edits: number[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      await page.waitForTimeout(pauseMs);
      weight = 10 - weight;
      edits.push(await editTurn(page, weight));
    }
    const what =
      pauseMs > 0 ? 'edit of a weight until 200 rows are drawn again' : 'the same without a pause';
    tell(what, median(edits), limits.edit);
  }

  await page.goto('about:blank');
  await open(page, address, 1_000_000);
  // Once, so that its scripts are there.
  await showTurn(page, 'Charts', '#data-panel-charts figure circle');
  const charts: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    await showTurn(page, 'Rows', '[role=gridcell]');
    charts.push(await showTurn(page, 'Charts', '#data-panel-charts figure circle'));
  }
  tell('scatter over 1,000,000 rows until it is drawn', median(charts), limits.scatter);

  await showTurn(page, 'Rows', '[role=gridcell]');
  await longestTask(page);
  const firstMs = await showTurn(page, 'Quality', 'main [aria-label="Coverage"]');
  const restStartMs = performance.now();
  await page.getByRole('status').filter({ hasText: 'Measuring' }).waitFor({ state: 'detached' });
  const restMs = performance.now() - restStartMs;
  tell('longest task while 1,000,000 rows are profiled', await longestTask(page), limits.longest);
  const seconds = (ms: number): string => (ms / 1_000).toFixed(1);
  console.log(
    `the first part of the profile came after ${seconds(firstMs)} s, the last after ${seconds(firstMs + restMs)} s`,
  );
  await typeBeside(browser, page, address);
} finally {
  await browser.close();
  await server.close();
}
