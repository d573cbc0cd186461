import { expect, it } from 'vitest';
import { fitText } from './picture.ts';

it('cuts a long text with an ellipsis, never inside a character', () => {
  expect(fitText('short', 60)).toBe('short');
  expect(fitText('Donaudampfschiff', 62)).toBe('Donaudamp…');
  expect(fitText('\u{1f389}'.repeat(5), 20)).toBe('\u{1f389}\u{1f389}…');
});
