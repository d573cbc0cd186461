import { cutRun } from './support/cut-runs.ts';
import { OwnBrowser } from './support/own-browser.ts';
import { expect, test } from './support/test.ts';

test('a browser killed in the middle of a run, three times, loses and doubles no row', async ({
  provider,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const browser = await OwnBrowser.create();
  provider.behave({ kind: 'drip', delayMs: 40 });
  try {
    const account = await cutRun({
      browser,
      provider,
      address: `${baseURL ?? ''}/`,
      rows: 120,
      concurrency: 2,
      cuts: [350, 700, 520].map((afterMs) => ({ kind: 'kill', afterMs })),
    });
    expect(account).toMatchObject({ lostRows: 0, finishedRows: 120 });
    expect(account.repeatedRequests).toBeLessThanOrEqual(account.inFlight);
  } finally {
    await browser.dispose();
  }
});
