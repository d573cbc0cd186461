import { describe, expect, it } from 'vitest';
import { createProgressGuard, mostCommonReason, type ProgressGuard } from './progress-guard.ts';

function noteFruitless(guard: ProgressGuard, mainReason: string, rows: readonly number[]): void {
  guard.noteRequest('write', { rows, acceptedRows: 0, mainReason });
}

describe('the progress guard', () => {
  it('says nothing before fifty rows were read', () => {
    const guard = createProgressGuard();
    for (let row = 0; row < 49; row += 1) guard.noteRow('Too long.');
    expect(guard.problem()).toBeUndefined();
  });

  it('speaks up when more than four of five rows were refused, naming the usual reason', () => {
    const guard = createProgressGuard();
    for (let row = 0; row < 50; row += 1)
      guard.noteRow(row < 9 ? undefined : row < 20 ? 'Not unique.' : `Has ${row} words.`);
    expect(guard.problem()).toMatchObject({ kind: 'no-progress' });
    expect(guard.problem()?.message).toMatch(
      /^41 of the last 50 rows were refused.*Has 20 words\./,
    );
  });

  it('keeps quiet when one row in five is good', () => {
    const guard = createProgressGuard();
    for (let row = 0; row < 100; row += 1) guard.noteRow(row % 5 === 0 ? undefined : 'Dull.');
    expect(guard.problem()).toBeUndefined();
  });

  it('speaks up after three fruitless requests of one call for one reason', () => {
    const guard = createProgressGuard();
    for (const count of [7, 9, 12]) noteFruitless(guard, `It has ${count} words.`, [0, 1, 2]);
    expect(guard.problem()?.message).toContain('It has 12 words.');
  });

  it('leaves one or two stubborn rows to their attempts', () => {
    const guard = createProgressGuard();
    for (let request = 0; request < 4; request += 1) noteFruitless(guard, 'Dull.', [7, 9]);
    expect(guard.problem()).toBeUndefined();
  });

  it('keeps quiet when the calls or the reasons differ', () => {
    const guard = createProgressGuard();
    noteFruitless(guard, 'Dull.', [0, 1, 2]);
    noteFruitless(guard, 'Dull.', [3, 4, 5]);
    guard.noteRequest('judge', { rows: [6], acceptedRows: 0, mainReason: 'Dull.' });
    noteFruitless(guard, 'Too long.', [0, 1, 2]);
    noteFruitless(guard, 'Too long.', [0, 1, 2]);
    expect(guard.problem()).toBeUndefined();
  });

  it('counts anew after a request that brought a row', () => {
    const guard = createProgressGuard();
    noteFruitless(guard, 'Dull.', [0, 1, 2]);
    noteFruitless(guard, 'Dull.', [0, 1, 2]);
    guard.noteRequest('write', { rows: [0, 1, 2], acceptedRows: 1, mainReason: 'Dull.' });
    noteFruitless(guard, 'Dull.', [0, 1]);
    expect(guard.problem()).toBeUndefined();
  });
});

describe('the most common reason', () => {
  it('counts reasons alike that differ in numbers and quoted values only', () => {
    const reasons = [
      'Dull.',
      'Dull.',
      '“a” is 1 too long.',
      '“b” is 2 too long.',
      '“c” is 3 too long.',
    ];
    expect(mostCommonReason(reasons)).toBe('“a” is 1 too long.');
  });

  it('is undefined when there is none', () => {
    expect(mostCommonReason([])).toBeUndefined();
  });
});
