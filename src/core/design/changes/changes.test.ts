import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import { arbitraryDesign } from '#core/design/arbitrary-design.contract.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { restoreDesign } from '#core/design/restore.ts';
import { changeWords } from './change-words.ts';
import { chooseChanges } from './choose-changes.ts';
import { designChanges } from './design-changes.ts';

function designOf(...names: readonly string[]): DatasetDesign {
  const columns = names.map((name) => ({ name, fill: { kind: 'uuid' } }));
  const restored = restoreDesign({ ...createDesign(), columns });
  if (!restored.ok) throw new Error(restored.error[0]?.message);
  return restored.value.design;
}

const before = designOf('a', 'b', 'c');
const namesOf = ({ columns }: DatasetDesign) => columns.map(({ name }) => name);

describe('changes between two designs', () => {
  it('tell added, changed and removed items and settings by name', () => {
    const after = {
      ...designOf('a', 'x', 'c'),
      brief: 'New.',
      columns: designOf('a', 'x', 'c').columns.map((column) =>
        column.name === 'c' ? { ...column, description: 'Now said.' } : column,
      ),
    };
    expect(designChanges(before, after)).toMatchObject([
      { id: 'settings/brief', change: 'changed' },
      { id: 'columns/x', change: 'added', name: 'x' },
      { id: 'columns/c', change: 'changed' },
      { id: 'columns/b', change: 'removed' },
    ]);
    expect(changeWords(designChanges(before, after))).toBe(
      'brief changed, x added, c changed, b removed',
    );
  });

  it('count what is too much to name', () => {
    expect(changeWords(designChanges(designOf(), before))).toBe('3 columns added');
  });

  it('are none between equal designs, whatever the order of their keys', () => {
    const same = JSON.parse(JSON.stringify(before)) as DatasetDesign;
    expect(designChanges(before, same)).toEqual([]);
  });
});

describe('a part of the changes', () => {
  it('keeps a column that was not to go where it stood', () => {
    expect(namesOf(chooseChanges(before, designOf('a', 'c', 'd'), new Set(['columns/d'])))).toEqual(
      ['a', 'b', 'c', 'd'],
    );
  });

  it('leaves out a column that was not to come', () => {
    const after = designOf('a', 'b', 'c', 'd', 'e');
    expect(namesOf(chooseChanges(before, after, new Set(['columns/e'])))).toEqual([
      'a',
      'b',
      'c',
      'e',
    ]);
  });

  it('gives the later design when all are chosen and the earlier when none is', () => {
    fc.assert(
      fc.property(arbitraryDesign, arbitraryDesign, (one, other) => {
        const all = new Set(designChanges(one, other).map(({ id }) => id));
        expect(designChanges(other, chooseChanges(one, other, all))).toEqual([]);
        expect(designChanges(one, chooseChanges(one, other, new Set()))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
