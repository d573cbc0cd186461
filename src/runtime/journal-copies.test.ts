import { describe, expect, it } from 'vitest';
import { createFakeClock } from '#core/base/fake-clock.ts';
import { encodeJournalLine } from '#core/engine/journal-lines.ts';
import type { JournalRecord } from '#core/engine/journal.ts';
import { createJournalCopies } from './journal-copies.ts';
import { createMemoryFiles } from './testing/memory-files.ts';

const run = { documentId: 'document', runId: 'run' };
const path = 'document/run.journal';

function resumed(rowCount: number): JournalRecord {
  return { kind: 'resume', rowCount, startedAtMs: 0 };
}

const whole =
  (...records: JournalRecord[]) =>
  () =>
    Promise.resolve(records);

function setUp() {
  const files = createMemoryFiles();
  const clock = createFakeClock();
  return { files, clock, copies: createJournalCopies(files, clock) };
}

describe('the second copy of a journal', () => {
  it('begins with the run so far and goes on with what is appended', async () => {
    const { clock, copies } = setUp();
    copies.open(run, whole(resumed(1)));
    copies.append('run', [resumed(2)]);
    await clock.advance(0);
    copies.append('run', [resumed(3)]);
    expect(await copies.read(run)).toEqual([resumed(1), resumed(2), resumed(3)]);
    copies.close('run');
    expect(clock.pendingSleeps).toBe(0);
  });

  it('goes on after a torn last line, which it cuts', async () => {
    const { files, clock, copies } = setUp();
    const line = encodeJournalLine([resumed(1)]);
    const torn = line.subarray(0, 20);
    files.contents.set(path, Uint8Array.from([...line, ...torn]));
    copies.open(run, whole());
    await clock.advance(0);
    copies.append('run', [resumed(2)]);
    expect(await copies.read(run)).toEqual([resumed(1), resumed(2)]);
  });

  it('is forced to the disk every five seconds, when asked, and at the end, if there is anything new', async () => {
    const { files, clock, copies } = setUp();
    copies.open(run, whole(resumed(1)));
    await clock.advance(4_999);
    expect(files.flushes()).toBe(0);
    await clock.advance(1);
    expect(files.flushes()).toBe(1);
    await clock.advance(20_000);
    expect(files.flushes()).toBe(1);
    copies.append('run', [resumed(2)]);
    copies.flush();
    expect(files.flushes()).toBe(2);
    copies.append('run', [resumed(3)]);
    copies.close('run');
    expect(files.flushes()).toBe(3);
    expect(files.opened.size).toBe(0);
  });

  it('waits for the tab that still has the file, and loses nothing meanwhile', async () => {
    const { files, clock, copies } = setUp();
    const other = await files.open('document', 'run.journal');
    copies.open(run, whole(resumed(1)));
    copies.append('run', [resumed(2)]);
    await clock.advance(600);
    other.close();
    await clock.advance(600);
    expect(await copies.read(run)).toEqual([resumed(1), resumed(2)]);
  });

  it('ends where the disk is full, and costs nothing else', async () => {
    const { files, clock, copies } = setUp();
    copies.open(run, whole(resumed(1)));
    await clock.advance(0);
    files.fill();
    copies.append('run', [resumed(2)]);
    copies.append('run', [resumed(3)]);
    expect(await copies.read(run)).toEqual([resumed(1)]);
    expect(files.opened.size).toBe(0);
  });

  it('is begun anew once there is room again, with all that was missed', async () => {
    const { files, clock, copies } = setUp();
    const records = [resumed(1)];
    const append = (record: JournalRecord): void => {
      records.push(record);
      copies.append('run', [record]);
    };
    copies.open(run, () => Promise.resolve([...records]));
    await clock.advance(0);
    files.fill();
    for (let row = 2; row < 300; row += 1) append(resumed(row));
    await clock.advance(30_000);
    expect(await copies.read(run)).toHaveLength(1);
    files.empty();
    append(resumed(300));
    await clock.advance(60_000);
    append(resumed(301));
    expect(await copies.read(run)).toEqual(records);
    copies.close('run');
    expect(clock.pendingSleeps).toBe(0);
    expect(files.opened.size).toBe(0);
  });

  it('is deleted with its run', async () => {
    const { files, clock, copies } = setUp();
    copies.open(run, whole(resumed(1)));
    await clock.advance(0);
    expect(await copies.runsOf('document')).toEqual(['run']);
    await copies.remove(run);
    expect(await copies.runsOf('document')).toEqual([]);
    expect(files.opened.size).toBe(0);
  });
});
