import { expect, it } from 'vitest';
import { designSchema } from '#core/design/design-schema.ts';
import { createDataset } from '#core/engine/dataset.ts';
import { brokenRules } from './broken-rules.ts';

it('names each rule that does not hold with what was measured, set rules among them', () => {
  const uniform = { kind: 'number', distribution: { kind: 'uniform', low: 0, high: 1 } };
  const created = createDataset(
    designSchema.parse({
      version: 1,
      seed: 5,
      columns: [
        { id: 'x', name: 'size', type: 'decimal', fill: uniform },
        { id: 'y', name: 'price', type: 'decimal', fill: uniform },
      ],
      constraints: [
        { id: 'a', kind: 'range', column: 'x', low: 0, high: 1 },
        { id: 'b', kind: 'monotone', x: 'x', y: 'y', severity: 'should' },
        { id: 'c', kind: 'share', column: 'x', value: 2, share: 0.5, severity: 'must' },
      ],
    }),
  );
  if (!created.ok) throw new Error('The design is sound.');
  created.value.plan(50);
  expect(brokenRules(created.value)).toEqual([
    expect.stringMatching(/^Should hold and does not: price rises with size \(ρ −?0\.\d\d\)\.$/),
    'Must hold and does not: 50 % of rows have size 2 (0.0 %).',
  ]);
});
