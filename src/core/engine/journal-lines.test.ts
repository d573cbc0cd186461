import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeJournalLine, readJournalLines } from './journal-lines.ts';
import { unionOfJournals } from './journal-union.ts';

const records = fc.array(fc.array(fc.record({ kind: fc.string(), row: fc.nat(9) })), {
  maxLength: 6,
});

function joined(lines: readonly Uint8Array[]): Uint8Array {
  const bytes = lines.flatMap((line) => [...line]);
  return Uint8Array.from(bytes);
}

describe('the lines of a journal', () => {
  it('give back what was written', () => {
    fc.assert(
      fc.property(records, (transactions) => {
        const content = joined(transactions.map(encodeJournalLine));
        const read = readJournalLines(content);
        expect(read.records).toEqual(transactions.flat());
        expect(read.goodBytes).toBe(content.length);
      }),
    );
  });

  it('cut anywhere give back every whole line and say where the torn one begins', () => {
    fc.assert(
      fc.property(records, fc.nat(), (transactions, cut) => {
        const lines = transactions.map(encodeJournalLine);
        const content = joined(lines);
        const end = content.length === 0 ? 0 : cut % (content.length + 1);
        const read = readJournalLines(content.subarray(0, end));
        let goodBytes = 0;
        const whole: object[] = [];
        for (const [index, line] of lines.entries()) {
          if (goodBytes + line.length > end) break;
          goodBytes += line.length;
          whole.push(...(transactions[index] ?? []));
        }
        expect(read).toEqual({ records: whole, damagedLines: 0, goodBytes });
      }),
    );
  });

  it('skip and count a line whose bytes have changed', () => {
    const lines = [[{ row: 1 }], [{ row: 2 }], [{ row: 3 }]].map(encodeJournalLine);
    const content = joined(lines);
    const place = (lines[0]?.length ?? 0) + 30;
    content[place] = (content[place] ?? 0) ^ 1;
    const read = readJournalLines(content);
    expect(read.records).toEqual([{ row: 1 }, { row: 3 }]);
    expect(read.damagedLines).toBe(1);
  });
});

describe('the union of two journals', () => {
  const run = { kind: 'run' };
  const [a, b, c] = [{ row: 1 }, { row: 2 }, { row: 3 }];

  it('holds once what either of them holds', () => {
    expect(unionOfJournals([run, a, b], [run, a, c])).toEqual([run, a, b, c]);
  });

  it('is the one that is there when the other is empty', () => {
    expect(unionOfJournals([], [run, a])).toEqual([run, a]);
    expect(unionOfJournals([run, a], [])).toEqual([run, a]);
  });

  it('begins with the beginning, wherever it survived', () => {
    expect(unionOfJournals<object>([b], [run, a])).toEqual([run, b, a]);
  });
});
