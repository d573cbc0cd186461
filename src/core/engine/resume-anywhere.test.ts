import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashText } from '#core/base/random.ts';
import { ProviderError } from '#core/llm/provider-error.ts';
import type { RowTask } from '#core/llm/row-task.ts';
import { foldJournal, type Checkpoint } from './checkpoint.ts';
import { encodeJournalLine, readJournalLines } from './journal-lines.ts';
import type { JournalRecord } from './journal.ts';
import { run } from './run.ts';
import { createFakeDataset, type FakeDataset } from './testing/fake-dataset.ts';
import { createFakeModel, type FakeAnswer, type FakeModel } from './testing/fake-model.ts';
import { createRunFixture, type RunFixture } from './testing/run-fixture.ts';

const rowCount = 11;
const calls = [
  { callId: 'one', rowsPerRequest: 4 },
  { callId: 'two', rowsPerRequest: 3, dependsOn: ['one'] },
];
const beginning: JournalRecord = {
  kind: 'run',
  version: 1,
  runId: 'run-1',
  design: { name: 'Shop' },
  rowCount,
  startedAtMs: 0,
};

/** A model with bad days: short answers, cut streams and refused rows, the same for the same seed. */
function moodyModel(seed: number): FakeModel {
  return createFakeModel((task: RowTask, number): FakeAnswer => {
    const mood = hashText(`${seed} ${number} ${task.callId}`) % 6;
    const rows = task.rows.map(({ row }) => ({ row, values: { title: `${task.callId} ${row}` } }));
    if (mood === 0) return { rows: rows.slice(0, Math.ceil(rows.length / 2)) };
    if (mood === 1)
      return {
        rows: rows.slice(0, 1),
        error: new ProviderError({ provider: 'fake', kind: 'cut-off', message: 'Cut.' }),
      };
    return { rows };
  });
}

function fixtureOf(model: FakeModel, dataset: FakeDataset): RunFixture {
  return createRunFixture({ model, dataset, concurrency: 3, rowCount, maxAttemptsPerRow: 20 });
}

function emptyDataset(): FakeDataset {
  const refused = new Set<string>();
  return createFakeDataset({
    calls,
    // Every fifth row is refused the first time.
    judge(callId, { row }) {
      const name = `${callId} ${row}`;
      if (row % 5 !== 0 || refused.has(name)) return [];
      refused.add(name);
      return [`The title of row ${row} of ${callId} is too plain.`];
    },
  });
}

/** Bad luck may pause a run for want of progress; then it is resumed, as a user would. */
async function finishAll(model: FakeModel, dataset: FakeDataset): Promise<RunFixture> {
  for (let pauses = 0; pauses < 10; pauses += 1) {
    const fixture = fixtureOf(model, dataset);
    const end = await fixture.finish();
    if (end.kind === 'complete') return fixture;
    expect(end).toMatchObject({ kind: 'paused', problem: { kind: 'no-progress' } });
  }
  throw new Error('The run never came to its end.');
}

/** The bytes of the journal of a run from its beginning to its end. */
async function wholeJournal(seed: number): Promise<Uint8Array> {
  const fixture = fixtureOf(moodyModel(seed), emptyDataset());
  await fixture.finish();
  const lines = [[beginning], ...fixture.journal.transactions].map(encodeJournalLine);
  return Uint8Array.from(lines.flatMap((line) => [...line]));
}

/** Goes on from a checkpoint in a fresh dataset, as after a crash; checks what may never happen. */
async function resumeFrom(checkpoint: Checkpoint, seed: number): Promise<void> {
  const dataset = emptyDataset();
  for (const [callId, rows] of Object.entries(checkpoint.rows)) await dataset.restore(callId, rows);
  const model = moodyModel(seed);
  await finishAll(model, dataset);
  expect(dataset.doubleCommits).toBe(0);
  for (const { callId } of calls) {
    const kept = new Set(checkpoint.rows[callId]?.map(({ row }) => row));
    const asked = model.tasks.filter((task) => task.callId === callId);
    expect(asked.flatMap(({ rows }) => rows).filter(({ row }) => kept.has(row))).toEqual([]);
    const rows = [...(dataset.stored.get(callId) ?? [])].toSorted(([a], [b]) => a - b);
    expect(rows).toEqual(
      Array.from({ length: rowCount }, (_, row) => [row, { title: `${callId} ${row}` }]),
    );
  }
}

describe('a run that was cut', () => {
  it('anywhere in the bytes of its journal comes to the same rows, none asked for twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(50), fc.nat(), fc.nat(50), async (seed, cut, nextSeed) => {
        const content = await wholeJournal(seed);
        const torn = content.subarray(0, cut % (content.length + 1));
        await resumeFrom(foldJournal(readJournalLines(torn).records), nextSeed);
      }),
      { numRuns: 100 },
    );
  });

  it('at every one of its events comes to the same rows', async () => {
    const whole = fixtureOf(moodyModel(3), emptyDataset());
    await whole.finish();
    for (let last = 0; last < whole.events.length; last += 1) {
      const fixture = fixtureOf(moodyModel(3), emptyDataset());
      await fixture.clock.runUntil(leaveAfter(fixture, last));
      await resumeFrom(foldJournal([beginning, ...fixture.journal.records]), 4);
    }
  });

  it('keeps requests without an end as ones that may have been charged', async () => {
    const content = await wholeJournal(1);
    const records = readJournalLines(content).records as unknown as readonly JournalRecord[];
    for (let length = 0; length <= records.length; length += 1) {
      const { openIntents, usage } = foldJournal(records.slice(0, length));
      const open = usage.reduce((sum, tally) => sum + tally.open, 0);
      expect(open).toBe(openIntents.length);
      expect(open).toBeLessThanOrEqual(3);
    }
  });
});

async function leaveAfter(fixture: RunFixture, last: number): Promise<void> {
  const options = { runId: 'run-1', rowCount, maxAttemptsPerRow: 20 };
  const events = run(fixture.host, options, fixture.stop.signal);
  for (let number = 0; number <= last; number += 1) if ((await events.next()).done === true) return;
  await events.return();
}
