import { describe, expect, it } from 'vitest';
import { designChanges } from '#core/design/changes/design-changes.ts';
import { createDesign } from '#core/design/defaults.ts';
import { restoreDesign } from '#core/design/restore.ts';
import { possibleChanges } from './possible-changes.ts';

const before = createDesign();
const restored = restoreDesign({
  ...before,
  models: [{ alias: 'writer' }],
  columns: [
    { name: 'kind', fill: { kind: 'uuid' } },
    { name: 'note', fill: { kind: 'generated', call: 'writer' } },
  ],
  calls: [{ id: 'writer', model: 'writer' }],
  constraints: [
    { id: 'short', kind: 'length', column: 'note', high: 9 },
    { id: 'own', kind: 'unique', columns: ['kind'] },
  ],
});
const after = restored.ok ? restored.value.design : before;
const changes = designChanges(before, after);
const without = (...left: string[]) => [...possibleChanges(changes, after, new Set(left))];

describe('the changes that are taken', () => {
  it('are all of them at first', () => {
    expect(without()).toEqual(changes.map(({ id }) => id));
  });

  it('are without the rules of a column that does not come', () => {
    expect(without('columns/note')).not.toContain('constraints/short');
    expect(without('columns/note')).toContain('constraints/own');
  });

  it('are without a model that no call asks', () => {
    expect(without('calls/writer')).not.toContain('models/writer');
    expect(without('columns/kind')).toContain('models/writer');
  });
});
