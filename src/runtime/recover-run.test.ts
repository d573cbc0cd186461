import { afterEach, describe, expect, it } from 'vitest';
import { createFakeClock } from '#core/base/fake-clock.ts';
import { encodeJournalLine } from '#core/engine/journal-lines.ts';
import type { JournalRecord } from '#core/engine/journal.ts';
import type { Database } from './database.ts';
import type { EngineServiceHost } from './engine-service-host.ts';
import { createJournalCopies } from './journal-copies.ts';
import { createMirroredJournals } from './mirrored-journals.ts';
import { loadRun, recoverDesigns } from './recover-run.ts';
import { createJournalStorage } from './run-journal.ts';
import { acquireRunLock } from './run-lock.ts';
import { createFakeLocks } from './testing/fake-locks.ts';
import { openEmptyDatabase } from './testing/memory-database.ts';
import { createMemoryFiles } from './testing/memory-files.ts';

const path = 'document/run.journal';
const run = { runId: 'run', documentId: 'document', startedAtMs: 1, writerId: 'tab' };
const beginning: JournalRecord = {
  kind: 'run',
  version: 1,
  runId: 'run',
  design: { name: 'Lamps' },
  rowCount: 50,
  startedAtMs: 1,
};

function slice(first: number, count = 10): JournalRecord {
  const rows = Array.from({ length: count }, (_, index) => ({
    row: first + index,
    cells: { title: `Lamp ${first + index}` },
  }));
  return { kind: 'slice', requestId: `r${first}`, callId: 'write', rows };
}

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A run of fifty rows, written to a database and to its second copy. */
async function writeRun(slices = [0, 10, 20, 30, 40]) {
  const database = await openEmptyDatabase();
  const files = createMemoryFiles();
  const copies = createJournalCopies(files, createFakeClock());
  const journals = createMirroredJournals(createJournalStorage(database), copies);
  const journal = await journals.open(run, [beginning]);
  for (const first of slices) await journal.append([slice(first)]);
  await untilCopied(files, slices.length);
  journals.release('run');
  stops.push(() => {
    copies.close('run');
  });
  return { database, files };
}

/** Copies are written behind the run's back; a test that waits for nothing times out. */
async function untilCopied(files: ReturnType<typeof createMemoryFiles>, slices: number) {
  const text = (): string => new TextDecoder().decode(files.contents.get(path));
  while (text().split('"kind":"slice"').length <= slices)
    await new Promise((resolve) => setTimeout(resolve, 0));
}

interface Place {
  readonly database: Database | undefined;
  readonly files?: ReturnType<typeof createMemoryFiles>;
  readonly locks?: LockManager;
}

function hostOf({ database, files, locks }: Place): EngineServiceHost {
  const copies = files === undefined ? undefined : createJournalCopies(files, createFakeClock());
  const journals =
    database === undefined
      ? () => Promise.reject(new DOMException('It is damaged.', 'UnknownError'))
      : () => Promise.resolve(createJournalStorage(database));
  let ids = 0;
  return {
    clock: createFakeClock(),
    journals,
    copies,
    locks,
    createId: () => `made-${(ids += 1)}`,
  } as unknown as EngineServiceHost;
}

const expected = { runId: 'run', rows: 50 };
const load = { documentId: 'document', expected };

async function forgetSlices(database: Database, from: number): Promise<void> {
  const keys = await database.getAllKeys('journal');
  for (const key of keys.slice(from)) await database.delete('journal', key);
}

describe('loading a run', () => {
  it('reads the database alone while nothing is missing', async () => {
    const { database } = await writeRun();
    const loaded = await loadRun(hostOf({ database }), load);
    expect(loaded.checkpoint?.rows.write).toHaveLength(50);
    expect(loaded.recovery).toBeUndefined();
  });

  it('recovers everything from the copy when the database was emptied, and puts it back', async () => {
    const { files } = await writeRun();
    const database = await openEmptyDatabase();
    const loaded = await loadRun(hostOf({ database, files }), load);
    expect(loaded.recovery).toEqual({ recoveredRows: 50, expectedRows: 50 });
    expect(loaded.checkpoint).toMatchObject({ runId: 'run', rowCount: 50 });
    const again = await loadRun(hostOf({ database }), load);
    expect(again.recovery).toBeUndefined();
    expect(again.checkpoint?.rows.write).toHaveLength(50);
  });

  it('recovers from a database that cannot be opened at all', async () => {
    const { files } = await writeRun();
    const loaded = await loadRun(hostOf({ database: undefined, files }), load);
    expect(loaded.recovery).toEqual({ recoveredRows: 50, expectedRows: 50 });
  });

  it('joins what either of the two still holds', async () => {
    const { database, files } = await writeRun();
    await forgetSlices(database, 3);
    files.contents.set(path, encodeJournalLine([slice(20), slice(40)]));
    const loaded = await loadRun(hostOf({ database, files }), load);
    expect(loaded.recovery).toEqual({ recoveredRows: 40, expectedRows: 50 });
    expect(loaded.checkpoint?.runId).toBe('run');
  });

  it.each([
    ['cut in its last line', (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 5), 40],
    ['changed in one byte of its last line', (bytes: Uint8Array) => flip(bytes, -20), 40],
    ['cut to nothing', () => new Uint8Array(), 0],
    ['overwritten by zeros from the middle on', (bytes: Uint8Array) => zeros(bytes), 20],
  ])('counts what is missing from a copy that was %s', async (_, damage, least) => {
    const { files } = await writeRun();
    files.contents.set(path, damage(files.contents.get(path) ?? new Uint8Array()));
    const database = await openEmptyDatabase();
    const { recovery } = await loadRun(hostOf({ database, files }), load);
    expect(recovery?.expectedRows).toBe(50);
    expect(recovery?.recoveredRows).toBeGreaterThanOrEqual(least);
    expect(recovery?.recoveredRows).toBeLessThan(50);
  });

  it('says that nothing could be recovered where there is no copy', async () => {
    const database = await openEmptyDatabase();
    expect(await loadRun(hostOf({ database }), load)).toEqual({
      recovery: { recoveredRows: 0, expectedRows: 50 },
      isLocked: false,
    });
  });

  it('finds the copy of a run although nobody remembers it', async () => {
    const { files } = await writeRun();
    const database = await openEmptyDatabase();
    const loaded = await loadRun(hostOf({ database, files }), { documentId: 'document' });
    expect(loaded.recovery).toEqual({ recoveredRows: 50, expectedRows: 50 });
  });

  it('takes a memory of a run that was deleted on purpose for an old one', async () => {
    const { database, files } = await writeRun();
    const old = { documentId: 'document', expected: { runId: 'older', rows: 900 } };
    expect((await loadRun(hostOf({ database, files }), old)).recovery).toBeUndefined();
  });

  it('of a new document is nothing', async () => {
    const database = await openEmptyDatabase();
    const files = createMemoryFiles();
    expect(await loadRun(hostOf({ database, files }), { documentId: 'new' })).toEqual({
      isLocked: false,
    });
  });

  it('tells that another tab is writing it, and leaves the journal to that tab', async () => {
    const { database, files } = await writeRun();
    await forgetSlices(database, 1);
    const locks = createFakeLocks();
    await acquireRunLock(locks, { runId: 'run', steal: false, onStolen: () => undefined });
    const loaded = await loadRun(hostOf({ database, files, locks }), load);
    expect(loaded.isLocked).toBe(true);
    expect(loaded.checkpoint?.rows.write).toHaveLength(50);
    expect(await database.count('journal')).toBe(1);
  });
});

describe('recovering designs', () => {
  it('gives back the design of every copied run', async () => {
    const { files } = await writeRun();
    const copies = createJournalCopies(files, createFakeClock());
    expect(await recoverDesigns(copies)).toEqual([
      { documentId: 'document', design: { name: 'Lamps' } },
    ]);
    expect(await recoverDesigns(undefined)).toEqual([]);
  });
});

function flip(bytes: Uint8Array, at: number): Uint8Array {
  const damaged = Uint8Array.from(bytes);
  const index = bytes.length + at;
  damaged[index] = (damaged[index] ?? 0) ^ 1;
  return damaged;
}

function zeros(bytes: Uint8Array): Uint8Array {
  const damaged = Uint8Array.from(bytes);
  return damaged.fill(0, Math.floor(bytes.length * 0.6));
}
