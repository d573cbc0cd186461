// The `test` of every journey: one watched page. A test fails on any violation of the security
// policy, any uncaught error and any console error that it did not say it expects.
import {
  expect,
  test as base,
  type BrowserContext,
  type ConsoleMessage,
  type Page,
} from '@playwright/test';
import { Workbench } from '../pages/workbench.ts';
import { ScriptedProvider } from './scripted-provider.ts';

/** What went wrong in the browser, as lines that a failing test prints. */
export interface BrowserLog {
  readonly faults: string[];
  /** Everything the console said, faults or not. */
  readonly lines: string[];
  /** Addresses outside the app that anything in the context asked for, workers included. */
  readonly foreignRequests: string[];
}

interface Options {
  /** Console errors the browser itself writes for the fault that a test provokes. */
  expectedErrors: readonly RegExp[];
}

interface Fixtures {
  browserLog: BrowserLog;
  workbench: Workbench;
  provider: ScriptedProvider;
}

export const policyMark = 'Security policy violated:';

/** Runs in every page before its own code; workers report through the console of the browser. */
function reportViolations(mark: string): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    // eslint-disable-next-line no-console -- how a page tells its test
    console.error(`${mark} ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`);
  });
}

export async function watch(
  context: BrowserContext,
  log: BrowserLog,
  options: { readonly baseURL: string; readonly expectedErrors: readonly RegExp[] },
): Promise<void> {
  const { origin } = new URL(options.baseURL);
  const isExpected = (text: string) => options.expectedErrors.some((known) => known.test(text));
  const watchPage = (page: Page): void => {
    page.on('pageerror', (error) => log.faults.push(`uncaught: ${error.stack ?? error.message}`));
  };
  await context.addInitScript(reportViolations, policyMark);
  for (const page of context.pages()) watchPage(page);
  context.on('page', watchPage);
  context.on('console', (message: ConsoleMessage) => {
    const text = `${message.type()}: ${message.text()} ${message.location().url}`;
    log.lines.push(text);
    if (message.type() === 'error' && !isExpected(text)) log.faults.push(text);
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    const isLocal = url.origin === origin || url.protocol === 'data:' || url.protocol === 'blob:';
    if (!isLocal) log.foreignRequests.push(`${request.method()} ${request.url()}`);
  });
}

export const test = base.extend<Options & Fixtures>({
  expectedErrors: [[], { option: true }],
  viewport: { width: 1600, height: 1000 },
  browserLog: [
    async ({ context, baseURL, expectedErrors }, provide) => {
      const log: BrowserLog = { faults: [], lines: [], foreignRequests: [] };
      await watch(context, log, { baseURL: baseURL ?? '', expectedErrors });
      await provide(log);
      if (log.faults.length > 0)
        throw new Error(`The browser complains:\n${log.faults.join('\n')}`);
    },
    { auto: true },
  ],
  workbench: async ({ page }, provide) => {
    await provide(new Workbench(page));
  },
  // eslint-disable-next-line no-empty-pattern -- the form in which Playwright reads dependencies
  provider: async ({}, provide) => {
    const provider = await ScriptedProvider.start();
    await provide(provider);
    await provider.stop();
  },
});

export { expect };
