import { describe, expect, it } from 'vitest';
import { markedParts, matches, type PaletteEntry } from './palette-entry.ts';

function entry(label: string, note?: string): PaletteEntry {
  const noted = note === undefined ? {} : { note };
  return { id: label, group: 'Do', label, ...noted, keys: '', perform: () => undefined };
}

const preview = entry('Preview the first 10 rows');

describe('matches', () => {
  it('takes everything while nothing is typed', () => {
    expect(matches(preview, '  ')).toBe(true);
  });

  it('finds words by their beginnings, in any order and case', () => {
    expect(matches(preview, 'ROW prev')).toBe(true);
  });

  it('does not find the inside of a word', () => {
    expect(matches(preview, 'view')).toBe(false);
  });

  it('needs every word that was typed', () => {
    expect(matches(preview, 'preview all')).toBe(false);
  });

  it('reads the note too', () => {
    expect(matches(entry('price', 'decimal, formula'), 'formula')).toBe(true);
  });

  it('finds a name of several parts as a whole and by each part', () => {
    expect(matches(entry('unit_price'), 'unit_pr')).toBe(true);
    expect(matches(entry('unit_price'), 'price')).toBe(true);
  });
});

describe('markedParts', () => {
  const marked = (label: string, typed: string) =>
    markedParts(label, typed)
      .filter(({ isMarked }) => isMarked)
      .map(({ text }) => text);

  it('marks the beginnings that were typed, wherever they stand', () => {
    expect(marked('Preview the first 10 rows', 'ro pre')).toEqual(['Pre', 'ro']);
    expect(marked('unit_price', 'pr')).toEqual(['pr']);
  });

  it('loses nothing of the label', () => {
    const parts = markedParts('Save as batch file', 'ba');
    expect(parts.map(({ text }) => text).join('')).toBe('Save as batch file');
  });
});
