import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldJournal } from './checkpoint.ts';
import type { JournalRecord } from './journal.ts';

const beginning: JournalRecord = {
  kind: 'run',
  version: 1,
  runId: 'run-1',
  design: { name: 'Shop' },
  rowCount: 20,
  startedAtMs: 5,
};

function intent(requestId: string, rows: readonly number[], provider = 'demo'): JournalRecord {
  return { kind: 'intent', requestId, callId: 'write', rows, attempt: 1, provider, model: 'm' };
}

function slice(requestId: string, rows: readonly number[]): JournalRecord {
  const accepted = rows.map((row) => ({ row, cells: { title: `${requestId} ${row}` } }));
  return { kind: 'slice', requestId, callId: 'write', rows: accepted };
}

function end(requestId: string): JournalRecord {
  return { kind: 'end', requestId, usage: { inputTokens: 10, outputTokens: 3 }, durationMs: 1 };
}

function failure(rows: readonly number[]): JournalRecord {
  return { kind: 'fail', callId: 'write', rows, reason: 'Dull.' };
}

describe('the fold of a journal', () => {
  it('tells the design, the rows in order, and what the requests used', () => {
    const records = [beginning, intent('a', [3, 1]), slice('a', [3, 1]), end('a')];
    expect(foldJournal(records)).toEqual({
      runId: 'run-1',
      design: { name: 'Shop' },
      rowCount: 20,
      startedAtMs: 5,
      rows: {
        write: [
          { row: 1, cells: { title: 'a 1' } },
          { row: 3, cells: { title: 'a 3' } },
        ],
      },
      openIntents: [],
      failed: [],
      usage: [
        {
          callId: 'write',
          provider: 'demo',
          model: 'm',
          requests: 1,
          open: 0,
          openRows: 0,
          unmetered: 0,
          metered: 1,
          meteredRows: 2,
          inputTokens: 10,
          outputTokens: 3,
          durationMs: 1,
        },
      ],
      spent: { tokens: 13, costUsd: 0 },
      rewritten: {},
      writtenFor: [],
      skippedRecords: 0,
    });
  });

  it('counts what ended requests have cost, and what is set aside for those that never ended', () => {
    const reserve = (requestId: string): JournalRecord => {
      return { kind: 'reserve', requestId, tokens: 1_000, costUsd: 0.5 };
    };
    const spent = { tokens: 13, costUsd: 0.25 };
    const records = [
      ...[beginning, intent('a', [0]), reserve('a'), intent('b', [1]), reserve('b')],
      { ...end('a'), spent },
    ];
    expect(foldJournal(records).spent).toEqual({ tokens: 1_013, costUsd: 0.75 });
  });

  it('names requests that never ended', () => {
    const records = [beginning, intent('a', [0]), intent('b', [1]), end('a')];
    expect(foldJournal(records).openIntents).toEqual([
      { requestId: 'b', callId: 'write', rows: [1], provider: 'demo', model: 'm' },
    ]);
  });

  it('keeps the first acceptance of a row', () => {
    const { rows } = foldJournal([beginning, slice('a', [0]), slice('b', [0])]);
    expect(rows.write).toEqual([{ row: 0, cells: { title: 'a 0' } }]);
  });

  it('forgets a failure once the row is accepted', () => {
    const { failed } = foldJournal([beginning, failure([0, 1]), slice('b', [0])]);
    expect(failed).toEqual([{ callId: 'write', row: 1, reason: 'Dull.' }]);
  });

  it('takes the number of rows from the last resumption', () => {
    const resumed: JournalRecord = { kind: 'resume', rowCount: 50, startedAtMs: 9 };
    expect(foldJournal([beginning, resumed]).rowCount).toBe(50);
  });

  it('skips and counts what it cannot read, and keeps the rest', () => {
    const records = [beginning, null, { kind: 'invented' }, { kind: 'slice' }, slice('a', [0])];
    const { skippedRecords, rows } = foldJournal(records);
    expect(skippedRecords).toBe(3);
    expect(rows.write).toHaveLength(1);
  });

  it('never throws, whatever the records are', () => {
    const kinds = ['run', 'resume', 'intent', 'slice', 'reject', 'end', 'fail'];
    const hostile = fc.record({
      kind: fc.constantFrom(...kinds),
      callId: fc.oneof(fc.constant('__proto__'), fc.string(), fc.anything()),
      requestId: fc.anything(),
      rows: fc.anything(),
      usage: fc.anything(),
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.anything(), hostile)), (records) => {
        expect(foldJournal(records).runId).toBeTypeOf('string');
      }),
    );
  });

  it('of any beginning of a journal is a valid state that only grows', () => {
    const records = [
      beginning,
      intent('a', [0, 1]),
      slice('a', [0]),
      slice('a', [1]),
      end('a'),
      intent('b', [2]),
      failure([2]),
      end('b'),
    ];
    const counts = records.map(
      (_, index) => foldJournal(records.slice(0, index + 1)).rows.write?.length ?? 0,
    );
    expect(counts).toEqual([0, 0, 1, 2, 2, 2, 2, 2]);
  });
});

describe('cells that are written again', () => {
  const written = { row: 0, cells: { title: 'Old', mood: 'calm' } };
  const slices: readonly JournalRecord[] = [
    beginning,
    { kind: 'slice', requestId: 'a', callId: 'write', rows: [written] },
  ];
  const again: JournalRecord = {
    kind: 'again',
    callId: 'write',
    cells: [{ row: 0, columnIds: ['title'] }],
  };
  const renewed: JournalRecord = {
    kind: 'slice',
    requestId: 'b',
    callId: 'write',
    rows: [{ row: 0, cells: { title: 'New', mood: 'loud' } }],
  };
  const rowOf = (records: readonly JournalRecord[]) => foldJournal(records).rows.write?.[0]?.cells;

  it('keep what they held until the new value is durable, wherever the run is cut', () => {
    const records = [...slices, again, renewed];
    expect(rowOf(records.slice(0, 3))).toEqual(written.cells);
    expect(rowOf(records)).toEqual({ title: 'New', mood: 'calm' });
  });

  it('count as rewritten for a judge, by row and round, until a person asks for the row anew', () => {
    const cells = [{ row: 0, columnIds: ['title'] }];
    const byJudge = (callId: string): JournalRecord => ({
      kind: 'again',
      callId,
      cells,
      byJudge: true,
    });
    const sent = (requestId: string, callId: string) => ({ ...intent(requestId, [0]), callId });
    const round = (name: string): JournalRecord[] => [
      byJudge('write'),
      byJudge('judge'),
      sent(`${name} write`, 'write'),
      sent(`${name} judge`, 'judge'),
    ];
    const rounds = [...slices, ...round('1'), ...round('2')];
    const countOf = (...records: JournalRecord[]) => foldJournal(records).rewritten;
    expect(countOf(...rounds)).toEqual({ 0: 2 });
    expect(countOf(...rounds, sent('3', 'write'))).toEqual({ 0: 2 });
    expect(countOf(...rounds, { ...again, isOutdated: true }, sent('3', 'write'))).toEqual({
      0: 2,
    });
    expect(countOf(...rounds, again)).toEqual({});
    expect(countOf(...slices, again)).toEqual({});
    const [reopened = again] = round('3');
    expect(countOf(...rounds, reopened)).toEqual({ 0: 2 });
    expect(countOf(...rounds, reopened, sent('3', 'write'))).toEqual({ 0: 3 });
    const unsent: JournalRecord = {
      kind: 'end',
      requestId: '3',
      usage: {},
      durationMs: 0,
      isUnsent: true,
    };
    expect(countOf(...rounds, reopened, sent('3', 'write'), unsent)).toEqual({ 0: 2 });
    expect(countOf(...rounds, reopened, sent('3', 'write'), unsent, sent('4', 'write'))).toEqual({
      0: 3,
    });
  });

  it('are replaced once: a second answer to the same request changes nothing', () => {
    const late: JournalRecord = {
      kind: 'slice',
      requestId: 'c',
      callId: 'write',
      rows: [{ row: 0, cells: { title: 'Later' } }],
    };
    expect(rowOf([...slices, again, renewed, late])).toEqual({ title: 'New', mood: 'calm' });
  });

  it('come back when the rewriting is taken back', () => {
    const back: JournalRecord = {
      kind: 'put-back',
      callId: 'write',
      rows: [{ row: 0, cells: { title: 'Old' } }],
    };
    expect(rowOf([...slices, again, renewed, back])).toEqual(written.cells);
    expect(foldJournal([...slices, again, renewed, back]).skippedRecords).toBe(0);
  });

  describe('after others were written from them', () => {
    const mark = (title: string): JournalRecord => ({
      kind: 'slice',
      requestId: `mark of ${title}`,
      callId: 'mark',
      rows: [{ row: 0, cells: { mark: `good: ${title}` } }],
    });
    const markAgain: JournalRecord = {
      kind: 'again',
      callId: 'mark',
      cells: [{ row: 0, columnIds: ['mark'] }],
    };
    /** Which of them reads which is known to the plan alone: what the journal says of others is left out here. */
    const outlived = (...records: JournalRecord[]) =>
      foldJournal([...slices, mark('Old'), again, ...records]).writtenFor.filter(
        ({ columnId }) => columnId === 'mark',
      );

    it('leave word of what those were written for', () => {
      const before = { title: 'Old' };
      expect(outlived(renewed)).toEqual([{ row: 0, columnId: 'mark', before }]);
      const newest: JournalRecord = {
        kind: 'slice',
        requestId: 'c',
        callId: 'write',
        rows: [{ row: 0, cells: { title: 'Newest' } }],
      };
      expect(outlived(renewed, again, newest)).toEqual([{ row: 0, columnId: 'mark', before }]);
    });

    it('leave none once those are written again too, or while nothing has changed', () => {
      expect(outlived()).toEqual([]);
      expect(outlived(renewed, markAgain)).toHaveLength(1);
      expect(outlived(renewed, markAgain, mark('New'))).toEqual([]);
    });
  });

  it('gain cells that the row did not have', () => {
    const other: JournalRecord = {
      kind: 'slice',
      requestId: 'b',
      callId: 'write',
      rows: [{ row: 0, cells: { text: 'More' } }],
    };
    expect(rowOf([...slices, other])).toEqual({ ...written.cells, text: 'More' });
  });
});
