import { describe, expect, it } from 'vitest';
import { escapeText } from './escape-text.ts';

describe('text for a terminal', () => {
  it('shows control characters in place of obeying them', () => {
    expect(escapeText('a\u001b[31mb\rc\nd\u202ee\u0007')).toBe(
      'a\\u001b[31mb\\rc\\nd\\u202ee\\u0007',
    );
  });

  it('leaves letters of all scripts alone', () => {
    expect(escapeText('Größe “5 ″” 価格 🙂')).toBe('Größe “5 ″” 価格 🙂');
  });
});
