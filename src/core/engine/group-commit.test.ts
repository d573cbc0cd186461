import { describe, expect, it } from 'vitest';
import { createFakeClock } from '#core/base/fake-clock.ts';
import { createGroupCommit } from './group-commit.ts';
import type { JournalRecord } from './journal.ts';
import { createFakeJournal, type FakeJournal } from './testing/fake-journal.ts';

function record(row: number): JournalRecord {
  return { kind: 'reject', requestId: 'r', row, reasons: [] };
}

function rowsOf(journal: FakeJournal): number[][] {
  return journal.transactions.map((records) =>
    records.map((entry) => (entry.kind === 'reject' ? entry.row : -1)),
  );
}

function createFixture(refuse?: (transaction: number) => boolean) {
  const clock = createFakeClock();
  const journal = createFakeJournal(refuse);
  const failures: unknown[] = [];
  const commit = createGroupCommit({
    journal,
    clock,
    delayMs: 100,
    onFailure: (error) => failures.push(error),
  });
  const applied: number[] = [];
  const add = (row: number): void =>
    commit.add({ collect: () => [record(row)], apply: () => void applied.push(row) });
  return { clock, journal, commit, failures, applied, add };
}

describe('the group commit', () => {
  it('writes what was added within 100 ms as one transaction', async () => {
    const { clock, journal, add } = createFixture();
    add(1);
    await clock.advance(60);
    add(2);
    await clock.advance(39);
    expect(journal.transactions).toEqual([]);
    await clock.advance(1);
    expect(rowsOf(journal)).toEqual([[1, 2]]);
  });

  it('writes at once what is urgent, and takes along what waits', async () => {
    const { clock, journal, commit, add } = createFixture();
    add(1);
    await clock.runUntil(commit.write([record(2)]));
    expect(rowsOf(journal)).toEqual([[1, 2]]);
    expect(clock.pendingSleeps).toBe(0);
  });

  it('keeps one transaction open at a time: what comes meanwhile joins the next', async () => {
    const { clock, journal, commit } = createFixture();
    const first = commit.write([record(1)]);
    await Promise.resolve();
    await Promise.resolve();
    const others = [commit.write([record(2)]), commit.write([record(3)])];
    await clock.runUntil(Promise.all([first, ...others]));
    expect(rowsOf(journal)).toEqual([[1], [2, 3]]);
    expect(journal.overlaps).toBe(0);
  });

  it('applies entries in order, and only when they are durable', async () => {
    const { clock, commit, applied, add } = createFixture();
    add(1);
    add(2);
    expect(applied).toEqual([]);
    const write = commit.write([record(3)]).then(() => expect(applied).toEqual([1, 2]));
    await clock.runUntil(write);
  });

  it('refuses urgent records when the journal fails, and all that follow', async () => {
    const { clock, commit, failures } = createFixture(() => true);
    await expect(clock.runUntil(commit.write([record(1)]))).rejects.toThrow('disk is full');
    await expect(clock.runUntil(commit.write([record(2)]))).rejects.toThrow('disk is full');
    expect(failures).toHaveLength(1);
  });

  it('keeps entries of a failed transaction for a last try at the end', async () => {
    const { clock, commit, applied, add, journal } = createFixture((number) => number === 0);
    add(1);
    commit.flush();
    await clock.advance(0);
    expect(applied).toEqual([]);
    await clock.runUntil(commit.close());
    expect(applied).toEqual([1]);
    expect(rowsOf(journal)).toEqual([[1]]);
  });

  it('ends although the journal keeps failing, and drops nothing that was accepted', async () => {
    const { clock, commit, failures, add, applied } = createFixture(() => true);
    add(1);
    await clock.runUntil(commit.close());
    expect(applied).toEqual([1]);
    expect(failures).toHaveLength(1);
    expect(clock.pendingSleeps).toBe(0);
  });
});
