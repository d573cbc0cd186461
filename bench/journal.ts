// How long a stored run takes to open: the fold of a journal of 100,000 rows in 10,000 records, against the
// time that JSON.parse takes for the same bytes (limit 2 s), and against a tenth of it (linear: ratio near 10).
// Run: npx tsx bench/journal.ts
import { foldJournal } from '#core/engine/checkpoint.ts';
import { encodeJournalLine, readJournalLines } from '#core/engine/journal-lines.ts';
import type { JournalRecord } from '#core/engine/journal.ts';

const text =
  'A slim frame and a matte back with no logo; the price leaves room for good speakers. ';

function journalOf(rowCount: number): readonly JournalRecord[] {
  const records: JournalRecord[] = [
    { kind: 'run', version: 1, runId: 'r', design: {}, rowCount, startedAtMs: 0 },
  ];
  for (let first = 0; first < rowCount; first += 10) {
    const requestId = `q${first}`;
    const rows = Array.from({ length: 10 }, (_, index) => first + index);
    const asked = { requestId, callId: 'w', rows };
    records.push({ kind: 'intent', ...asked, attempt: 1, provider: 'p', model: 'm' });
    const accepted = rows.map((row) => ({
      row,
      cells: { title: `${row}`, story: text.repeat(4) },
    }));
    records.push({ kind: 'slice', requestId, callId: 'w', rows: accepted });
    records.push({ kind: 'end', requestId, usage: { inputTokens: 9 }, durationMs: 1 });
  }
  return records;
}

function bestMs(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

const [small, large] = [10_000, 100_000].map(journalOf) as [JournalRecord[], JournalRecord[]];
const lines = Buffer.concat(large.map((record) => encodeJournalLine([record])));
const json = JSON.stringify(large);
const foldMs = bestMs(() => foldJournal(large));
console.log(`fold of 100,000 rows: ${foldMs.toFixed(0)} ms`);
console.log(`time of 10,000 rows = 1: ${(foldMs / bestMs(() => foldJournal(small))).toFixed(1)}`);
const readMs = bestMs(() => readJournalLines(lines));
console.log(
  `reading and checking ${(lines.length / 1e6).toFixed(0)} MB of lines: ${readMs.toFixed(0)} ms`,
);
console.log(
  `time of JSON.parse = 1: ${(readMs / bestMs(() => JSON.parse(json) as unknown)).toFixed(1)}`,
);
