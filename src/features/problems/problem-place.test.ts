import { describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import { editorOf, placeWords, whereabouts } from './problem-place.ts';

const design = createDesign({
  columns: [
    {
      id: 'c1',
      name: 'price',
      description: '',
      type: 'decimal',
      fill: { kind: 'formula', expression: '1' },
      nullRate: 0,
      drop: false,
    },
  ],
});

describe('placeWords', () => {
  it('names the column and the setting', () => {
    expect(placeWords(['columns', 0, 'fill', 'expression'], design)).toBe('price, expression');
  });

  it('writes compound keys as words', () => {
    expect(placeWords(['variety', 'avoidRecent'], design)).toBe('variety, avoid recent');
  });

  it('survives places that are gone', () => {
    expect(placeWords(['columns', 9, 'name'], design)).toBe('columns, name');
    expect(placeWords([], design)).toBe('');
  });
});

describe('editorOf', () => {
  it('opens the editor of the item a path leads into', () => {
    expect(editorOf(['columns', 0, 'fill'], design)).toEqual({ kind: 'column', id: 'c1' });
  });

  it('opens nothing for settings of the whole design', () => {
    expect(editorOf(['rows'], design)).toBeUndefined();
  });
});

describe('whereabouts', () => {
  const form = { designTab: 'form' } as const;

  it('shows a problem of the rows and of a chart beside the rows', () => {
    expect(whereabouts(['rows'], design, form)).toEqual({ phonePane: 'data' });
    expect(whereabouts(['charts', 0, 'x'], design, form)).toMatchObject({ dataTab: 'charts' });
  });

  it('leaves the map, which has no fields, and keeps the code', () => {
    const path = ['columns', 0, 'fill'];
    expect(whereabouts(path, design, { designTab: 'map' }).designTab).toBe('form');
    expect(whereabouts(path, design, { designTab: 'code' })).not.toHaveProperty('designTab');
  });

  it('makes room for the panel of combinations', () => {
    expect(whereabouts(['combinations', 0], design, form)).toHaveProperty('openEditor', undefined);
  });
});
