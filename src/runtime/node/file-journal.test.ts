import {
  appendFile,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StorageError, type JournalRecord } from '#core/engine/journal.ts';
import { openFileJournal } from './file-journal.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rowsmith-'));
  path = join(folder, 'rows.jsonl.journal');
});

afterEach(() => rm(folder, { recursive: true }));

function slice(row: number): JournalRecord {
  const rows = [{ row, cells: { title: `Naïve “tag” ${row}\n` } }];
  return { kind: 'slice', requestId: 'r', callId: 'write', rows };
}

async function writeJournal(...transactions: JournalRecord[][]): Promise<void> {
  const journal = await openFileJournal(path);
  for (const records of transactions) await journal.append(records);
  await journal.close();
}

async function reopen() {
  const journal = await openFileJournal(path);
  await journal.close();
  return journal;
}

describe('a journal file', () => {
  it('gives back what was appended, in order', async () => {
    await writeJournal([slice(0), slice(1)], [slice(2)]);
    expect((await reopen()).records).toEqual([slice(0), slice(1), slice(2)]);
  });

  it('goes on where it ended', async () => {
    await writeJournal([slice(0)]);
    await writeJournal([slice(1)]);
    expect((await reopen()).records).toEqual([slice(0), slice(1)]);
  });

  it('cuts a torn last line, at whatever byte it was torn', async () => {
    await writeJournal([slice(0)], [slice(1)]);
    const whole = await readFile(path);
    const firstLine = whole.indexOf(10) + 1;
    for (let size = firstLine; size < whole.length; size += 7) {
      await writeFile(path, whole.subarray(0, size));
      expect((await reopen()).records).toEqual([slice(0)]);
      expect((await stat(path)).size).toBe(firstLine);
    }
  });

  it('goes on cleanly after a torn line', async () => {
    await writeJournal([slice(0)], [slice(1)]);
    await truncate(path, (await stat(path)).size - 3);
    await writeJournal([slice(2)]);
    expect((await reopen()).records).toEqual([slice(0), slice(2)]);
  });

  it('skips a damaged line in the middle and counts it', async () => {
    await writeJournal([slice(0)], [slice(1)], [slice(2)]);
    const lines = (await readFile(path, 'utf8')).split('\n');
    lines[1] = lines[1]!.replace('"row":1', '"row":7');
    await writeFile(path, lines.join('\n'));
    const journal = await reopen();
    expect(journal.records).toEqual([slice(0), slice(2)]);
    expect(journal.damagedLines).toBe(1);
  });

  it('cuts garbage at the end', async () => {
    await writeJournal([slice(0)]);
    await appendFile(path, 'garbage\n\n{}\n');
    expect((await reopen()).records).toEqual([slice(0)]);
  });

  it('disappears when it is removed', async () => {
    const journal = await openFileJournal(path);
    await journal.append([slice(0)]);
    await journal.remove();
    expect(await readdir(folder)).toEqual([]);
  });

  it('says what is wrong when its folder does not exist', async () => {
    const opening = openFileJournal(join(folder, 'missing', 'x.journal'));
    await expect(opening).rejects.toThrow(StorageError);
    await expect(opening).rejects.toMatchObject({ kind: 'unavailable' });
  });
});
