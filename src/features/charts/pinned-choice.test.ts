import { expect, it } from 'vitest';
import { chartSchema } from '#core/design/chart.ts';
import { constraintSchema } from '#core/design/constraint.ts';
import { createDesign } from '#core/design/defaults.ts';
import { pinnedChoice } from './pinned-choice.ts';

const line = (id: string, y: string, chart = true) =>
  constraintSchema.parse({ id, kind: 'linear', x: 'size', y, leastR: 0.9, chart });
const design = createDesign({
  constraints: [
    line('price-law', 'price'),
    line('weight-law', 'weight'),
    line('quiet-law', 'depth', false),
    constraintSchema.parse({ id: 'one-each', kind: 'unique', columns: ['code'] }),
  ],
  charts: [chartSchema.parse({ id: 'sizes', kind: 'histogram', column: 'size' })],
});

it('is the first scatter chart, and the chart of a rule while its editor is open', () => {
  const ruleUnderRows = (open?: string) => pinnedChoice(design, open);
  expect(ruleUnderRows()).toMatchObject({ rule: 'price-law' });
  expect(ruleUnderRows('weight-law')).toMatchObject({ rule: 'weight-law' });
  expect(ruleUnderRows('quiet-law')).toMatchObject({ rule: 'quiet-law' });
  expect(ruleUnderRows('one-each')).toMatchObject({ rule: 'price-law' });
});

it('is none where no scatter chart is shown', () => {
  expect(pinnedChoice(createDesign({}), 'price-law')).toBeUndefined();
});
