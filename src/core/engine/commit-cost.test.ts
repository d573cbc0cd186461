import { describe, expect, it } from 'vitest';
import { createFakeClock } from '#core/base/fake-clock.ts';
import { createFakeModel } from './testing/fake-model.ts';
import { createRunFixture } from './testing/run-fixture.ts';

/** Rows come one by one, requests last 200 to 2,000 ms. */
async function transactionsPerRequest(concurrency: number, rowMs: number): Promise<number> {
  const clock = createFakeClock();
  const model = createFakeModel((_, number) => ({
    beforeRow: (signal) => clock.sleep(rowMs + (number % 5), signal),
  }));
  const fixture = createRunFixture({
    ...{ model, clock, concurrency, rowCount: 640 },
    calls: [{ callId: 'write', rowsPerRequest: 10 }],
    host: { widths: new Map([['["fake","fake-1"]', concurrency]]) },
  });
  expect(await fixture.finish()).toEqual({ kind: 'complete' });
  return fixture.journal.transactions.length / model.requests.length;
}

describe('what durability costs', () => {
  it('is at most one and a half transactions for a request of ten rows that come fast', async () => {
    for (const concurrency of [1, 4, 16])
      expect(await transactionsPerRequest(concurrency, 8)).toBeLessThanOrEqual(1.5);
  });

  it('is at most ten transactions a second, however many requests are in flight', async () => {
    // 640 rows in 40 waves of 16 requests: 4 waves of 10 rows at 150 ms each, 6 s in all.
    expect((await transactionsPerRequest(16, 150)) * 64).toBeLessThanOrEqual(10 * 7 + 64);
  });
});
