import { describe, expect, it } from 'vitest';
import { createFakeClock } from '#core/base/fake-clock.ts';
import { createProgressLine } from './progress-line.ts';

function createFixture(isTerminal: boolean) {
  const clock = createFakeClock();
  const written: string[] = [];
  const output = { isTerminal, write: (text: string) => void written.push(text) };
  const line = createProgressLine(output, clock);
  line.show({ kind: 'run-started', runId: 'r', rowCount: 100, finishedRows: 10, concurrency: 1 });
  const commit = (finishedRows: number): void =>
    line.show({ kind: 'rows-committed', callId: 'c', rows: [0], finishedRows });
  return { clock, written, line, commit };
}

describe('the progress line', () => {
  it('tells rows, rate and what is left, in place', async () => {
    const { clock, written, commit } = createFixture(true);
    await clock.advance(2_000);
    commit(30);
    expect(written.at(-1)).toBe('\r30/100 rows · 10 rows/s · 7 s left');
  });

  it('writes a fast rate in plain digits', async () => {
    const { clock, written, commit } = createFixture(true);
    await clock.advance(100);
    commit(56);
    expect(written.at(-1)).toContain('460 rows/s');
  });

  it('covers a longer line with blanks', async () => {
    const { clock, written, line } = createFixture(true);
    line.show({ kind: 'run-throttled', waitMs: 7_000, reason: 'Slow down.', concurrency: 1 });
    await clock.advance(200);
    line.show({ kind: 'rows-committed', callId: 'c', rows: [], finishedRows: 10 });
    expect(written.at(-1)).toMatch(/^\r10\/100 rows +$/);
  });

  it('is not drawn more than ten times a second', () => {
    const { written, commit } = createFixture(true);
    for (let row = 11; row < 60; row += 1) commit(row);
    expect(written).toHaveLength(1);
  });

  it('is one plain line at the end where nobody watches', () => {
    const { written, line, commit } = createFixture(false);
    commit(100);
    line.show({
      kind: 'run-ended',
      end: { kind: 'complete' },
      finishedRows: 100,
      failedRows: 0,
      durationMs: 1,
    });
    line.close();
    expect(written).toEqual(['100/100 rows\n']);
  });

  it('shows a provider’s words without obeying them', () => {
    const { written, line } = createFixture(true);
    line.show({ kind: 'run-throttled', waitMs: 1, reason: '\u001b[2Jslow', concurrency: 1 });
    expect(written.at(-1)).not.toContain('\u001b');
  });
});
