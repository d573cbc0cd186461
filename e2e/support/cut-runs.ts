// A run that is cut again and again, and the account of it: what was on screen before each cut and
// after it, which requests were in flight, and what was asked for twice.
import { expect, type Page } from '@playwright/test';
import { ModelSettings } from '../pages/model-settings.ts';
import { Workbench } from '../pages/workbench.ts';
import { hashOf, shopDesign } from './designs.ts';
import type { OwnBrowser } from './own-browser.ts';
import type { ScriptedProvider } from './scripted-provider.ts';

/** How a run is cut: the whole browser by signal, the tab's process, or the tab by its user. */
export type Cut = 'kill' | 'crash' | 'reload' | 'close';

export interface CutRunOptions {
  readonly browser: OwnBrowser;
  readonly provider: ScriptedProvider;
  readonly address: string;
  readonly rows: number;
  readonly concurrency: number;
  /** The cuts, in order, each after so many milliseconds of running. */
  readonly cuts: readonly { readonly kind: Cut; readonly afterMs: number }[];
  readonly log?: (line: string) => void;
}

export interface CutRunAccount {
  /** Cuts that were made: none after the last row has come. */
  readonly cuts: number;
  /** Rows that had been shown as done and were not there after a cut, all cuts together. */
  readonly lostRows: number;
  /** Rows at the end. */
  readonly finishedRows: number;
  /** Requests that asked again for a row of an earlier request. */
  readonly repeatedRequests: number;
  /** Requests that were in flight at the cuts, or had ended within the last commit before. */
  readonly inFlight: number;
  readonly repeatedRows: number;
  /** From the reload to a Resume that can be clicked. */
  readonly slowestResumeMs: number;
}

const rowsPerRequest = 10;
const slow = { timeout: 20_000 };
const commitMs = 400;

export async function cutRun(options: CutRunOptions): Promise<CutRunAccount> {
  const { browser, provider, rows, cuts } = options;
  let page = await begin(options);
  let made = 0;
  let lostRows = 0;
  let inFlight = 0;
  let slowestResumeMs = 0;
  for (const [index, cut] of cuts.entries()) {
    await page.waitForTimeout(cut.afterMs);
    const shown = await finishedRows(page);
    if (shown >= rows) break;
    made += 1;
    const cutAtMs = Date.now();
    page = await perform(cut.kind, { browser, page, address: options.address });
    const startedAt = Date.now();
    await expect(new Workbench(page).button('Resume')).toBeEnabled({ timeout: 30_000 });
    slowestResumeMs = Math.max(slowestResumeMs, Date.now() - startedAt);
    // Nothing is asked before Resume. Until the cut something was: only now is the count complete.
    inFlight += openAt(provider, cutAtMs);
    const kept = await finishedRows(page);
    lostRows += Math.max(0, shown - kept);
    const repeatedNow = repeats(provider).requests;
    options.log?.(
      `${index + 1} ${cut.kind}: ${shown} rows before, ${kept} after; ${repeatedNow} requests repeated, ${inFlight} were in flight`,
    );
    // What is left after the last cut may come at once.
    if (index === cuts.length - 1) provider.behave({ kind: 'answer' });
    await startRun(page, provider, 'Resume');
  }
  await expect.poll(() => finishedRows(page), { timeout: 120_000 }).toBe(rows);
  const repeated = repeats(provider);
  return {
    cuts: made,
    lostRows,
    finishedRows: await finishedRows(page),
    repeatedRequests: repeated.requests,
    inFlight,
    repeatedRows: repeated.rows,
    slowestResumeMs,
  };
}

async function begin(options: CutRunOptions): Promise<Page> {
  const { browser, provider, address, rows, concurrency } = options;
  const page = await browser.open(address + (await hashOf(shopDesign({ rows, rowsPerRequest }))));
  await new ModelSettings(page).connect({ baseUrl: provider.baseUrl, concurrency });
  await startRun(page, provider, 'Generate');
  return page;
}

/** Starts the run and waits for its first request, from which the time to the cut is counted. */
async function startRun(page: Page, provider: ScriptedProvider, button: string): Promise<void> {
  const before = provider.asked.length;
  await new Workbench(page).button(button).click();
  const asks = () => provider.asked.length > before;
  const { dialog } = new ModelSettings(page);
  await expect.poll(async () => asks() || (await dialog.isVisible()), slow).toBe(true);
  // The consent to an address is in a storage that forgets its last seconds; then it is asked for again.
  if (!asks()) await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(asks, slow).toBe(true);
}

interface Place {
  readonly browser: OwnBrowser;
  readonly page: Page;
  readonly address: string;
}

async function perform(kind: Cut, { browser, page, address }: Place): Promise<Page> {
  if (kind === 'reload') {
    await page.reload();
    return page;
  }
  if (kind === 'kill') await browser.kill();
  else if (kind === 'close') await page.close();
  else {
    const session = await page.context().newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    void session.send('Page.crash').catch(() => undefined);
    await crashed;
  }
  return browser.open(address);
}

/** The line of progress follows at once; when the run is done it is gone and the status says the rest. */
async function finishedRows(page: Page): Promise<number> {
  const bar = page.getByRole('progressbar', { name: 'Run progress' });
  // It may go between two questions, so there is only one.
  const [shown] = await bar.evaluateAll((bars) => bars.map((one) => one.ariaValueNow));
  if (shown !== undefined) return Number(shown);
  const text = await new Workbench(page).runStatus.textContent();
  return Number(/([\d,]+) of/.exec(text ?? '')?.[1]?.replaceAll(',', '') ?? 0);
}

/** Requests that had not ended at the cut, and those whose last rows may not have been written by then. */
function openAt(provider: ScriptedProvider, cutAtMs: number): number {
  const surelyWritten = cutAtMs - commitMs;
  return provider.asked.filter(
    ({ endedAtMs }) => endedAtMs === undefined || endedAtMs > surelyWritten,
  ).length;
}

function repeats(provider: ScriptedProvider): { readonly requests: number; readonly rows: number } {
  const seen = new Set<number>();
  let requests = 0;
  let rows = 0;
  for (const { rows: asked } of provider.asked) {
    const again = asked.filter((row) => seen.has(row));
    if (again.length > 0) requests += 1;
    rows += again.length;
    for (const row of asked) seen.add(row);
  }
  return { requests, rows };
}
