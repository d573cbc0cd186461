import { describe, expect, it } from 'vitest';
import type { JournalRecord } from '#core/engine/journal.ts';
import type { RunEvent } from '#core/engine/run-event.ts';
import { foldJournal } from '#core/engine/checkpoint.ts';
import { changeMarks, noMarks } from '#core/rows/row-marks.ts';
import { jokesModel, judgedRun } from './testing/judged-run.ts';

const isRound = ({ kind }: RunEvent): boolean => kind === 'round-started';
const roundsOf = (events: readonly RunEvent[]) => events.filter(isRound);
/** Texts that were written, those of rounds among them. */
const writings = ({ tasks }: ReturnType<typeof jokesModel>): number =>
  tasks.filter(({ callId }) => callId === 'write').reduce((sum, { rows }) => sum + rows.length, 0);

describe('a cap on the tries of a whole run', () => {
  it('has rows written again until all score high enough, however often one takes', async () => {
    const model = jokesModel((row, version) => (row === 2 && version < 7 ? 1 : 3));
    const { end, column } = await judgedRun(model, { judge: { rewrites: 0, tries: 12 } });
    expect(column('wit')).toEqual([3, 3, 3, 3]);
    expect(writings(model)).toBe(10);
    expect(end).toMatchObject({
      end: { kind: 'complete' },
      judged: { passedRows: 4, lowRows: 0, cappedRows: 0, tries: { made: 10, most: 12 } },
    });
  });

  it('ends the run when it is used up, and says that it did', async () => {
    const model = jokesModel((row) => (row < 3 ? 1 : 3));
    const { end } = await judgedRun(model, { judge: { tries: 8 } });
    expect(writings(model)).toBe(8);
    expect(end).toMatchObject({
      end: { kind: 'complete' },
      judged: { passedRows: 1, lowRows: 3, cappedRows: 3, tries: { made: 8, most: 8 } },
    });
  });

  it('gives the last tries to rows that have had the fewest', async () => {
    const model = jokesModel((row) => (row < 3 ? 1 : 3));
    const { journal } = await judgedRun(model, { judge: { tries: 9 } });
    expect(foldJournal(journal.records).rewritten).toEqual({ 0: 2, 1: 2, 2: 1 });
  });

  it('is told with each round as far as it is used', async () => {
    const model = jokesModel((_, version) => (version < 3 ? 1 : 3));
    const { events } = await judgedRun(model, { judge: { tries: 20 } });
    expect(roundsOf(events)).toMatchObject([
      { rows: 4, tries: { made: 4, most: 20 } },
      { rows: 4, tries: { made: 8, most: 20 } },
    ]);
  });

  it.each([
    ['as soon as a round has begun', isRound],
    [
      'with new texts stored that nobody has scored',
      ((seen: { isRound: boolean }) => (event: RunEvent) => {
        seen.isRound ||= isRound(event);
        return seen.isRound && event.kind === 'rows-committed' && event.callId === 'write';
      })({ isRound: false }),
    ],
  ])('counts once over a stop %s', async (_, stopAt) => {
    const model = jokesModel(() => 1);
    const parts: JournalRecord[] = [];
    const first = await judgedRun(model, { judge: { tries: 7 }, stopAt });
    parts.push(...first.journal.records);
    expect(first.end.end.kind).toBe('stopped');
    const told = first.end.judged?.tries?.made ?? 0;
    expect(told).toBeGreaterThan(4);
    const counted = Object.values(foldJournal(parts).rewritten).reduce((sum, one) => sum + one, 4);
    expect(counted).toBe(told);
    const second = await judgedRun(model, { judge: { tries: 7 }, earlier: parts });
    parts.push(...second.journal.records);
    expect(second.end.judged).toMatchObject({ lowRows: 4, tries: { made: 7, most: 7 } });
    const third = await judgedRun(model, { judge: { tries: 7 }, earlier: parts });
    expect(roundsOf(third.events)).toEqual([]);
    expect(writings(model)).toBeLessThanOrEqual(7);
  });

  it('gives texts their own scores after a stop that left them with those of earlier ones', async () => {
    let hasRound = false;
    const stopAt = (event: RunEvent): boolean => {
      hasRound ||= isRound(event);
      return hasRound && event.kind === 'rows-committed' && event.callId === 'write';
    };
    const model = jokesModel((_, version) => (version < 2 ? 1 : 3));
    const first = await judgedRun(model, { judge: { tries: 8 }, stopAt });
    expect(first.column('joke')[0]).toBe('joke 0 version 2');
    expect(first.column('quality')[0]).toEqual({ wit: { reasoning: 'Because of 1.', score: 1 } });
    const earlier = first.journal.records;
    const { column, end } = await judgedRun(model, { judge: { tries: 8 }, earlier });
    expect(column('joke')[0]).toBe('joke 0 version 2');
    expect(column('quality')[0]).toEqual({ wit: { reasoning: 'Because of 2.', score: 3 } });
    expect(end).toMatchObject({ end: { kind: 'complete' }, judged: { passedRows: 4 } });
  });

  it('yields to the cap on spending, and goes on where it was when that is raised', async () => {
    const model = jokesModel(() => 1, { inputTokens: 400, outputTokens: 100 });
    const judge = { tries: 40 };
    const first = await judgedRun(model, { judge, cap: { tokens: 9_000 } });
    expect(first.end.end).toMatchObject({ kind: 'paused' });
    const { tries } = first.end.judged ?? {};
    expect(tries?.made).toBeGreaterThan(4);
    expect(tries?.made).toBeLessThan(40);
    expect(tries?.made).toBe(writings(model));
    const parts = first.journal.records;
    const second = await judgedRun(model, { judge, earlier: parts, cap: { tokens: 1e9 } });
    expect(second.end).toMatchObject({
      end: { kind: 'complete' },
      judged: { cappedRows: 4, tries: { made: 40, most: 40 } },
    });
    expect(writings(model)).toBe(40);
  });

  it('spends nothing on rows that are locked or taken out', async () => {
    const marks = changeMarks(noMarks, [
      { columnId: 'joke', row: 1, mark: { value: 'Mine, version 1', isLocked: true } },
    ]);
    const model = jokesModel((row, version) => (row < 3 && version < 2 ? 1 : 3));
    const { end } = await judgedRun(model, {
      judge: { tries: 20 },
      marks: { ...marks, excluded: [0] },
    });
    expect(end.judged).toMatchObject({
      passedRows: 2,
      lowRows: 1,
      heldRows: 1,
      cappedRows: 0,
      tries: { made: 5, most: 20 },
    });
  });
});

describe('a cap for each row', () => {
  it('counts over all parts of a run, from the first request that leaves', async () => {
    const model = jokesModel((row) => (row === 1 ? 1 : 3));
    const judge = { rewrites: 2 };
    const stopped = await judgedRun(model, { judge, stopAt: isRound });
    const parts = [...stopped.journal.records];
    const second = await judgedRun(model, { judge, earlier: parts });
    const counted = foldJournal(parts).rewritten[1] ?? 0;
    expect(roundsOf(second.events)).toHaveLength(2 - counted);
    parts.push(...second.journal.records);
    expect(foldJournal(parts).rewritten).toEqual({ 1: 2 });
    const third = await judgedRun(model, { judge, earlier: parts });
    expect(roundsOf(third.events)).toHaveLength(0);
    expect(third.end).toMatchObject({ judged: { rewrittenRows: 0, lowRows: 1, cappedRows: 1 } });
  });

  it('begins anew for a row that a person has written again', async () => {
    const model = jokesModel((row) => (row === 1 ? 1 : 3));
    const judge = { rewrites: 1 };
    const first = await judgedRun(model, { judge });
    const selection = { id: 'mine', cells: [{ row: 1, columnId: 'joke' }] };
    const second = await judgedRun(model, { judge, earlier: first.journal.records, selection });
    expect(roundsOf(second.events)).toHaveLength(1);
  });
});
