import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JournalRecord } from '#core/engine/journal.ts';
import { createJournalStorage } from './run-journal.ts';
import { fillDisk, openEmptyDatabase } from './testing/memory-database.ts';

const run = { runId: 'run', documentId: 'document', startedAtMs: 1, writerId: 'tab-1' };

function resumed(rowCount: number): JournalRecord {
  return { kind: 'resume', rowCount, startedAtMs: 0 };
}

async function emptyJournals() {
  return createJournalStorage(await openEmptyDatabase());
}

describe('a journal', () => {
  it('gives back all records in the order they were written, however they were grouped', async () => {
    const journals = await emptyJournals();
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(fc.nat(9), { maxLength: 4 })), async (groups) => {
        const runId = `run-${(runs += 1)}`;
        const journal = await journals.open({ ...run, runId }, []);
        await Promise.all(groups.map((group) => journal.append(group.map(resumed))));
        expect(await journals.read(runId)).toEqual(groups.flat().map(resumed));
      }),
      { numRuns: 25 },
    );
  });

  it('holds the records of its own run only', async () => {
    const journals = await emptyJournals();
    const first = await journals.open(run, []);
    const second = await journals.open({ ...run, runId: 'other' }, []);
    await second.append([resumed(2)]);
    await first.append([resumed(1)]);
    expect(await journals.read('run')).toEqual([resumed(1)]);
  });

  it('takes all records of an append or none', async () => {
    const journals = await emptyJournals();
    const journal = await journals.open(run, []);
    const broken = { kind: 'resume', rowCount: () => 1 } as unknown as JournalRecord;
    await expect(journal.append([resumed(1), broken])).rejects.toMatchObject({
      name: 'StorageError',
    });
    expect(await journals.read('run')).toEqual([]);
  });

  it('says that the disk is full, keeps what it holds and goes on when there is space', async () => {
    let isFull = false;
    const journals = createJournalStorage(fillDisk(await openEmptyDatabase(), () => isFull));
    const journal = await journals.open(run, []);
    await journal.append([resumed(1)]);
    isFull = true;
    await expect(journal.append([resumed(2)])).rejects.toMatchObject({ kind: 'quota' });
    isFull = false;
    await journal.append([resumed(3)]);
    expect(await journals.read('run')).toEqual([resumed(1), resumed(3)]);
  });

  it('refuses the writer that had it before another opened it', async () => {
    const journals = await emptyJournals();
    const first = await journals.open(run, []);
    const second = await journals.open({ ...run, writerId: 'tab-2' }, []);
    await expect(first.append([resumed(1)])).rejects.toMatchObject({ kind: 'blocked' });
    await second.append([resumed(2)]);
    expect(await journals.read('run')).toEqual([resumed(2)]);
  });

  it('refuses to grow after its run was deleted', async () => {
    const journals = await emptyJournals();
    const journal = await journals.open(run, []);
    await journals.deleteRun('run');
    await expect(journal.append([resumed(1)])).rejects.toMatchObject({ kind: 'blocked' });
    expect(await journals.read('run')).toEqual([]);
  });
});

describe('a run', () => {
  it('is not there without its beginning', async () => {
    const database = await openEmptyDatabase();
    const full = createJournalStorage(fillDisk(database));
    await expect(full.open(run, [resumed(1)])).rejects.toMatchObject({ kind: 'quota' });
    expect(await createJournalStorage(database).writerOf('run')).toBeUndefined();
    expect(await createJournalStorage(database).read('run')).toEqual([]);
  });

  it('begins its journal with its first records', async () => {
    const journals = await emptyJournals();
    const journal = await journals.open(run, [resumed(1)]);
    await journal.append([resumed(2)]);
    expect(await journals.read('run')).toEqual([resumed(1), resumed(2)]);
  });
});

describe('the runs of a document', () => {
  it('come newest first, without those of other documents', async () => {
    const journals = await emptyJournals();
    await journals.open({ ...run, runId: 'old', startedAtMs: 1 }, []);
    await journals.open({ ...run, runId: 'new', startedAtMs: 3 }, []);
    await journals.open({ ...run, runId: 'foreign', documentId: 'other', startedAtMs: 4 }, []);
    await journals.open({ ...run, runId: 'middle', startedAtMs: 2 }, []);
    expect(await journals.runsOf('document')).toEqual(['new', 'middle', 'old']);
  });

  it('lose the records of a deleted run and no others', async () => {
    const journals = await emptyJournals();
    await (await journals.open({ ...run, runId: 'gone' }, [])).append([resumed(1)]);
    await (await journals.open({ ...run, runId: 'kept' }, [])).append([resumed(2)]);
    await journals.deleteRun('gone');
    expect(await journals.runsOf('document')).toEqual(['kept']);
    expect(await journals.read('kept')).toEqual([resumed(2)]);
    expect(await journals.read('gone')).toEqual([]);
  });
});
