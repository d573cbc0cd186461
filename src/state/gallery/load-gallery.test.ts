import { describe, expect, it } from 'vitest';
import { checkDesign } from '#core/design/check.ts';
import { restoreDesign } from '#core/design/restore.ts';
import { createDataset } from '#core/engine/dataset.ts';
import { isFound, loadGallery } from './load-gallery.ts';

describe('the gallery', () => {
  it('has at least sixteen designs, each with three rows of columns that it has', async () => {
    const gallery = await loadGallery();
    expect(gallery.length).toBeGreaterThanOrEqual(16);
    for (const { id, sample, design } of gallery) {
      expect([id, sample.length]).toEqual([id, 3]);
      const names = design.columns.map(({ name }) => name);
      for (const row of sample) expect(names).toEqual(expect.arrayContaining(Object.keys(row)));
    }
  });

  it('has designs that need no mending, have no errors and can be opened', async () => {
    for (const { id, design } of await loadGallery()) {
      const restored = restoreDesign(design);
      const problems = checkDesign(design).map(({ code, path }) => [code, path.join('.')]);
      const opened = createDataset(design);
      const notices = restored.ok ? restored.value.notices.map(({ message }) => message) : ['lost'];
      expect({ id, problems, notices, isOpened: opened.ok }).toEqual({
        id,
        problems: [],
        notices: [],
        isOpened: true,
      });
    }
  });

  it('is searched by title, purpose and column', async () => {
    const gallery = await loadGallery();
    const found = (search: string) =>
      gallery.filter((entry) => isFound(entry, search)).map(({ id }) => id);
    expect(found('medical')).toEqual(['medical-billing']);
    expect(found('tv_type price')).toEqual(['televisions-constraints']);
    expect(found('')).toHaveLength(gallery.length);
    expect(found('oumi')).toHaveLength(7);
    expect(found('museum tools')).toEqual(['tool-use']);
    expect(found('nothing like it')).toEqual([]);
  });
});
