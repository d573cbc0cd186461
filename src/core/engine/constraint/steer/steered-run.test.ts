import { describe, expect, it } from 'vitest';
import { pearson, spearman } from '#core/base/correlation.ts';
import { ratioOf } from '#core/rows/group-ratio.ts';
import { pairsByGroup, type RowReader } from '#core/rows/row-reader.ts';
import { steeredRun } from './testing/steered-run.ts';

const pair = { x: 'size', y: 'price' };
const pairsOf = (rows: RowReader) => pairsByGroup(rows, pair).get('') ?? [];
const shareOf = (rows: RowReader): number => {
  const grades = Array.from({ length: rows.rowCount }, (_, row) => rows.value('grade', row));
  return grades.filter((one) => one === 'a').length / rows.rowCount;
};
const ratio = {
  kind: 'ratio',
  column: 'price',
  by: 'type',
  of: 'QLED',
  to: 'OLED',
  low: 2,
  high: 3,
} as const;

describe('a run whose model does what it is told', () => {
  it.for([
    {
      rule: { kind: 'correlation', ...pair, low: 0.5, high: 0.8 },
      measure: (rows: RowReader) => pearson(pairsOf(rows)) ?? 0,
      holds: [0.5, 0.8],
    },
    {
      rule: { kind: 'linear', ...pair, minR: 0.8 },
      measure: (rows: RowReader) => Math.abs(pearson(pairsOf(rows)) ?? 0),
      holds: [0.8, 1],
    },
    {
      rule: { kind: 'monotone', ...pair, minRho: 0.8 },
      measure: (rows: RowReader) => spearman(pairsOf(rows)) ?? 0,
      holds: [0.8, 1],
    },
    {
      rule: ratio,
      measure: (rows: RowReader) =>
        ratioOf({ id: 'r', ...ratio, severity: 'must', inPrompt: true, chart: true }, rows) ?? 0,
      holds: [2, 3],
    },
    {
      rule: { kind: 'share', column: 'grade', value: 'a', share: 0.6, tolerance: 0.05 },
      measure: shareOf,
      holds: [0.55, 0.65],
    },
  ] as const)(
    'ends with $rule.kind as wanted, and without being told does not',
    async ({ rule, measure, holds }) => {
      const steered = await steeredRun(rule);
      const alone = await steeredRun({ ...rule, inPrompt: false });
      const isHeld = (value: number) => value >= holds[0] && value <= holds[1];
      expect(isHeld(measure(steered.rows))).toBe(true);
      expect(isHeld(measure(alone.rows))).toBe(false);
      expect(steered.told.length).toBeGreaterThan(0);
      expect(alone.told).toEqual([]);
    },
  );
});

describe('a run with eight requests in flight', () => {
  const wide = { rowCount: 200, concurrency: 8 };
  const correlationOf = (rows: RowReader) => pearson(pairsOf(rows)) ?? 0;

  it.each([
    ...[0.4, 0.6].map((share) => ({
      rule: { kind: 'share', column: 'grade', value: 'a', share, tolerance: 0.04 },
      measure: shareOf,
      holds: [share - 0.04, share + 0.04] as const,
    })),
    {
      rule: { kind: 'correlation', ...pair, low: 0.55, high: 0.75 },
      measure: correlationOf,
      holds: [0.55, 0.75] as const,
    },
  ])(
    'ends with a $rule.kind within $holds, as each counts on the others, and does not where they do not know of each other',
    async ({ rule, measure, holds }) => {
      const isHeld = (value: number) => value >= holds[0] && value <= holds[1];
      const knowing = await steeredRun(rule, wide);
      const blind = await steeredRun(rule, { ...wide, isBlind: true });
      expect([isHeld(measure(knowing.rows)), isHeld(measure(blind.rows))]).toEqual([true, false]);
    },
  );
});
