import { cutRun } from './support/cut-runs.ts';
import { OwnBrowser } from './support/own-browser.ts';
import { expect, test } from './support/test.ts';

test('a browser killed in the middle of a run, twice, loses and doubles no row', async ({
  provider,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const browser = await OwnBrowser.create();
  // However slow the machine is, the run is not done before the last cut.
  provider.behave({ kind: 'hold', afterRows: 4 });
  try {
    const account = await cutRun({
      browser,
      provider,
      address: `${baseURL ?? ''}/`,
      rows: 80,
      concurrency: 2,
      cuts: [1_000, 1_500].map((afterMs) => ({ kind: 'kill', afterMs })),
    });
    expect(account).toMatchObject({ cuts: 2, lostRows: 0, finishedRows: 80 });
    expect(account.repeatedRequests, JSON.stringify(account)).toBeLessThanOrEqual(account.inFlight);
  } finally {
    await browser.dispose();
  }
});
