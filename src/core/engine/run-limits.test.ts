import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFakeClock } from '#core/base/fake-clock.ts';
import type { Usage } from '#core/llm/language-model.ts';
import { ProviderError } from '#core/llm/provider-error.ts';
import { foldJournal } from './checkpoint.ts';
import type { RequestPrice, Spend, SpendCap } from './cost-cap.ts';
import type { JournalRecord } from './journal.ts';
import { run } from './run.ts';
import { createFakeDataset } from './testing/fake-dataset.ts';
import { createFakeJournal } from './testing/fake-journal.ts';
import { createFakeModel, type FakeAnswer, type FakeModel } from './testing/fake-model.ts';
import { createRunFixture } from './testing/run-fixture.ts';

/** A dollar for a million tokens read, four for a million written. */
const price: RequestPrice = ({ usage }) => ({
  kind: 'known',
  costUsd: ((usage.inputTokens ?? 0) + 4 * (usage.outputTokens ?? 0)) / 1_000_000,
});

/** What the provider puts on its bill: every request it has seen, those that were cut too. */
function billOf(usages: readonly Usage[]): Spend {
  const tokens = usages.reduce(
    (sum, { inputTokens = 0, outputTokens = 0 }) => sum + inputTokens + outputTokens,
    0,
  );
  const costUsd = usages.reduce((sum, usage) => {
    const cost = price({ providerId: 'fake', model: 'fake-1', usage });
    return sum + (cost.kind === 'known' ? cost.costUsd : 0);
  }, 0);
  return { tokens, costUsd };
}

interface Bounded {
  readonly cap: SpendCap;
  /** Events after which the first part of the run is cut, as by a crash. */
  readonly cutAfter: number;
  readonly outputTokens: readonly number[];
}

/** Runs under a cap with 32 requests at once, cuts the run, goes on, and gives the provider's bill. */
async function spendUnder({ cap, cutAfter, outputTokens }: Bounded) {
  const bill: Usage[] = [];
  const clock = createFakeClock();
  const model = createFakeModel((task, number): FakeAnswer => {
    const written = outputTokens[number % outputTokens.length] ?? 0;
    const usage = { inputTokens: 500 + task.rows.length, outputTokens: written };
    bill.push(usage);
    return { usage, beforeRow: (signal) => clock.sleep(10 + (number % 7), signal) };
  });
  const dataset = createFakeDataset({ calls: [{ callId: 'write', rowsPerRequest: 5 }] });
  const journal = createFakeJournal();
  const fixture = createRunFixture({ model, clock, dataset, journal, concurrency: 32 });
  const host = { ...fixture.host, price, widths: new Map([['["fake","fake-1"]', 32]]) };
  const options = { runId: 'run-1', rowCount: 2_000, maxAttemptsPerRow: 3, cap };
  const first = run(host, options, new AbortController().signal);
  await clock.runUntil(take(first, cutAfter));
  const beginning: JournalRecord = {
    ...{ kind: 'run', version: 1, runId: 'run-1', design: {} },
    ...{ rowCount: 2_000, startedAtMs: 0 },
  };
  const { spent } = foldJournal([beginning, ...journal.records]);
  const rest: string[] = [];
  const going = async (): Promise<void> => {
    const resumed = { ...options, spentBefore: spent };
    for await (const event of run(host, resumed, new AbortController().signal))
      if (event.kind === 'run-ended')
        rest.push(event.end.kind === 'paused' ? (event.end.problem.kind ?? '') : event.end.kind);
  };
  await clock.runUntil(going());
  return { bill: billOf(bill), end: rest[0], rows: dataset.stored.get('write')!.size, model };
}

async function take(events: AsyncGenerator, count: number): Promise<void> {
  for (let taken = 0; taken < count; taken += 1) if ((await events.next()).done === true) return;
  await events.return(undefined);
}

describe('a cap on spending, with 32 requests at once and a crash between', () => {
  const lengths = fc.array(fc.integer({ min: 0, max: 4_000 }), { minLength: 1, maxLength: 40 });

  it('in money: the bill never passes it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(400), lengths, async (cutAfter, outputTokens) => {
        const cap = { costUsd: 0.4 };
        const { bill, end, rows } = await spendUnder({ cap, cutAfter, outputTokens });
        expect(bill.costUsd).toBeLessThanOrEqual(0.4);
        expect(rows === 2_000 ? 'complete' : 'cost-cap').toBe(end);
      }),
      { numRuns: 15 },
    );
  });

  it('in tokens: the bill never passes it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(400), lengths, async (cutAfter, outputTokens) => {
        const cap = { tokens: 200_000 };
        const { bill, end, rows } = await spendUnder({ cap, cutAfter, outputTokens });
        expect(bill.tokens).toBeLessThanOrEqual(200_000);
        expect(rows === 2_000 ? 'complete' : 'cost-cap').toBe(end);
      }),
      { numRuns: 15 },
    );
  });

  it('sends nothing at all when the first request could pass it', async () => {
    const { bill, end, rows, model } = await spendUnder({
      cap: { tokens: 100 },
      cutAfter: 1_000,
      outputTokens: [10],
    });
    expect({ bill: bill.tokens, end, rows, requests: model.requests.length }).toEqual({
      ...{ bill: 0, end: 'cost-cap', rows: 0, requests: 0 },
    });
  });
});

describe('two endpoints in one run', () => {
  const calls = [
    { callId: 'broken', alias: 'a', rowsPerRequest: 5 },
    { callId: 'sound', alias: 'b', rowsPerRequest: 5 },
  ];

  function runBoth(broken: FakeModel, sound: FakeModel) {
    return createRunFixture({
      model: sound,
      calls,
      rowCount: 60,
      host: {
        resolveModel: (alias) => ({
          model: alias === 'a' ? broken : sound,
          modelName: alias,
          parameters: {},
          concurrency: 2,
          origin: `https://${alias}.example`,
        }),
      },
    });
  }

  it('one refuses its key: the other goes on to its last row, and the reason is told at once', async () => {
    const error = new ProviderError({ provider: 'fake', kind: 'auth', message: 'No such key.' });
    const broken = createFakeModel(() => ({ rows: [], error }));
    const fixture = runBoth(broken, createFakeModel());
    expect(await fixture.finish()).toMatchObject({ kind: 'paused', problem: { kind: 'auth' } });
    expect(fixture.dataset.stored.get('sound')!.size).toBe(60);
    expect(fixture.of('endpoint-paused')[0]!.problem.message).toBe('No such key.');
    expect(broken.requests.length).toBeLessThanOrEqual(2);
  });

  it('one is down for a while: the other is not slowed, and all rows come', async () => {
    const error = new ProviderError({ provider: 'fake', kind: 'server', message: 'Down.' });
    const broken = createFakeModel((_, number) => (number < 8 ? { rows: [], error } : {}));
    const fixture = runBoth(broken, createFakeModel());
    expect(await fixture.finish()).toEqual({ kind: 'complete' });
    const last = fixture.of('request-ended').filter(({ atMs }) => atMs > 0);
    expect(last.length).toBeGreaterThan(0);
    const ofSound = fixture.of('request-started').filter(({ callId }) => callId === 'sound');
    expect(ofSound.every(({ atMs }) => atMs === 0)).toBe(true);
  });
});

describe('what a session learns of an endpoint', () => {
  it('is where its next run begins: no request is refused again', async () => {
    const widths = new Map<string, number>();
    const clock = createFakeClock();
    const refused: number[] = [];
    const runOnce = async (): Promise<void> => {
      let open = 0;
      let refusals = 0;
      const error = new ProviderError({ provider: 'fake', kind: 'rate-limit', message: 'Full.' });
      const model = createFakeModel(() => {
        if (open === 3) {
          refusals += 1;
          return { rows: [], error };
        }
        open += 1;
        const beforeRow = async (signal: AbortSignal): Promise<void> => {
          await clock.sleep(100, signal);
          open -= 1;
        };
        return { beforeRow };
      });
      const fixture = createRunFixture({
        ...{ model, clock, concurrency: 16, rowCount: 12, host: { widths } },
        calls: [{ callId: 'write', rowsPerRequest: 1 }],
      });
      expect(await fixture.finish()).toEqual({ kind: 'complete' });
      refused.push(refusals);
    };
    await runOnce();
    expect([...widths.values()]).toEqual([3]);
    await runOnce();
    expect(refused[0]).toBeGreaterThan(0);
    expect(refused[1]).toBeLessThanOrEqual(1);
  });
});
