import { describe, expect, it } from 'vitest';
import { loadGallery } from '#state/gallery/load-gallery.ts';
import { isLong, sampleTracks, sampleWords } from './sample-words.ts';

describe('sample rows on a card', () => {
  it('tell moments shortly, and all else as the grid does', () => {
    expect(sampleWords('2026-03-03 08:14', undefined)).toBe('03 Mar 08:14');
    expect(sampleWords('2026-12-31T23:59:30', undefined)).toBe('31 Dec 23:59');
    expect(sampleWords('2026-03-03', undefined)).toBe('2026-03-03');
    expect(sampleWords(undefined, undefined)).toBe('null');
  });

  it('leave the room beside names and short values to long texts', () => {
    const sample = [{ kind: 'card', text: 'Longer than the twenty-two that stand whole.' }];
    expect(sampleTracks(sample, ['kind', 'text'])).toBe('minmax(0, auto) minmax(96px, 1fr)');
  });

  it('have no more columns than fit whole on the narrowest card', async () => {
    // Pixels of 12 px letters, a tile and the gap to the next column, on 292 of a card of 320.
    const widthOf = (length: number) => length * 6.4 + 10;
    for (const { id, sample } of await loadGallery()) {
      const names = Object.keys(sample[0] ?? {});
      const widths = names.map((name) => {
        const longest = Math.max(...sample.map((row) => sampleWords(row[name], undefined).length));
        const head = widthOf(name.length) + 20;
        return Math.max(head, isLong(sample, name) ? 96 : widthOf(longest));
      });
      expect(
        widths.reduce((sum, width) => sum + width, 0),
        id,
      ).toBeLessThan(340);
    }
  });
});
