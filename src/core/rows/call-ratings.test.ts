import { describe, expect, it } from 'vitest';
import { restoreDesign } from '#core/design/restore.ts';
import { callRatings, canImprovePrompt, dislikedCells } from './call-ratings.ts';
import type { RowMarks } from './row-marks.ts';

function things() {
  const restored = restoreDesign({
    models: [{ alias: 'writer', provider: 'demo', model: '' }],
    columns: [
      { id: 't', name: 'title', fill: { kind: 'generated', call: 'write' } },
      { id: 'o', name: 'other', fill: { kind: 'generated', call: 'else' } },
    ],
    calls: [
      { id: 'write', model: 'writer', examples: [{ facts: {}, values: { title: 'Shown' } }] },
      { id: 'else', model: 'writer' },
    ],
  });
  const call = restored.ok ? restored.value.design.calls[0] : undefined;
  if (!restored.ok || call === undefined) throw new Error('The design is wrong.');
  return { design: restored.value.design, call };
}

const marks: RowMarks = {
  cells: {
    t: {
      0: { value: 'Shown', isEdited: true },
      1: { value: 'Kept', isLocked: true },
      2: { disliked: 'Bad' },
      3: { disliked: 'Worse', value: 'Mended', isEdited: true },
      4: { disliked: 'Deleted' },
    },
    o: { 0: { disliked: 'Of another call' } },
  },
  excluded: [4],
};

describe('the ratings of a call', () => {
  it('are its locks, dislikes and edits; an edit that became an example is told once, deleted rows never', () => {
    const { design, call } = things();
    const { liked, disliked, edited } = callRatings(design, marks, call);
    expect(liked).toEqual([{ column: 'title', value: 'Kept' }]);
    expect(disliked.map(({ value }) => value)).toEqual(['Bad', 'Worse']);
    expect(edited.map(({ after }) => after)).toEqual(['Shown', 'Mended']);
  });

  it('stand the newest first: what was done last, then marks that do not know when', () => {
    const { design, call } = things();
    const cells = {
      t: {
        0: { disliked: 'Old' },
        1: { disliked: 'First', act: 1 },
        2: { disliked: 'Third', act: 3 },
        3: { disliked: 'Second', act: 2 },
      },
    };
    const examples = ['Early', 'Late'].map((title) => ({ facts: {}, values: { title } }));
    const ratings = callRatings(design, { cells, excluded: [] }, { ...call, examples });
    expect(ratings.disliked.map(({ value }) => value)).toEqual(['Third', 'Second', 'First', 'Old']);
    expect(ratings.liked.map(({ value }) => value)).toEqual(['Late', 'Early']);
  });

  it('have cells to write again where the disliked value still stands and nobody wrote over it', () => {
    const { design, call } = things();
    const ratings = callRatings(design, marks, call);
    const cell = { columnId: 't', row: 2 };
    expect(dislikedCells(ratings, marks, () => 'Bad')).toEqual([cell]);
    expect(dislikedCells(ratings, marks, () => undefined)).toEqual([cell]);
    expect(dislikedCells(ratings, marks, () => 'New')).toEqual([]);
  });
});

describe('a prompt', () => {
  it('can be improved unless the call holds conversations or answers of tools', () => {
    const { call } = things();
    expect(canImprovePrompt(call)).toBe(true);
    expect(canImprovePrompt({ ...call, messages: [{ role: 'tool', content: 'x' }] })).toBe(false);
  });
});
