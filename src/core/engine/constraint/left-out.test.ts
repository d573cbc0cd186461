import { describe, expect, it } from 'vitest';
import { designSchema } from '#core/design/design-schema.ts';
import { createDataset } from '#core/engine/dataset.ts';
import { createLeftOut } from './left-out.ts';

const severities = ['must', 'should'] as const;
const rule = { id: 'r', kind: 'range', column: 'stars', low: 1, high: 5 };

function written(constraint: object, stars: number) {
  const created = createDataset(
    designSchema.parse({
      version: 1,
      columns: [
        {
          id: 'stars',
          name: 'stars',
          type: 'integer',
          fill: { kind: 'generated', call: 'a' },
        },
      ],
      models: [{ alias: 'writer' }],
      calls: [{ id: 'a', name: 'a', model: 'writer' }],
      constraints: [{ ...rule, ...constraint }],
    }),
  );
  if (!created.ok) throw new Error('The design is sound.');
  const dataset = created.value;
  dataset.resize(1);
  const [verdict] = dataset.offer('a', [{ row: 0, values: { stars } }]);
  dataset.commit('a', [{ row: 0, cells: { stars } }]);
  return { isAccepted: verdict?.kind === 'accepted', isLeftOut: createLeftOut(dataset)?.(0) };
}

describe('what happens to a row that breaks a rule', () => {
  it.for(severities)('is the choice of the author, whatever the severity: %s', (severity) => {
    const after = (onFailure: string) => written({ severity, onFailure }, 9);
    expect(after('retry')).toEqual({ isAccepted: false, isLeftOut: undefined });
    expect(after('mark')).toEqual({ isAccepted: true, isLeftOut: undefined });
    expect(after('drop')).toEqual({ isAccepted: true, isLeftOut: true });
  });

  it('is asking again for must and marking for should without a choice', () => {
    expect(written({ severity: 'must' }, 9).isAccepted).toBe(false);
    expect(written({ severity: 'should' }, 9).isAccepted).toBe(true);
  });

  it.for(['retry', 'mark', 'drop'])('is nothing to a row that keeps it: %s', (onFailure) => {
    const { isAccepted, isLeftOut } = written({ onFailure }, 4);
    expect([isAccepted, isLeftOut ?? false]).toEqual([true, false]);
  });
});
