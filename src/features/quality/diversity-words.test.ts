import { expect, it } from 'vitest';
import { readColumns } from '#core/rows/row-reader.ts';
import { measureDiversity } from '#core/analysis/text-diversity.ts';
import { diversityWords } from './diversity-words.ts';

const wordsOf = (texts: readonly string[]) =>
  diversityWords(measureDiversity(readColumns({ text: texts }), 'text'));

it('says what repeats and how texts begin', () => {
  expect(wordsOf(['Emma', 'emma', 'Noah', 'Mia'])).toBe(
    '75% distinct, 0% near repeats, as varied as 2.8 different texts',
  );
  expect(wordsOf(['Made for bright rooms.', 'Made for bright halls and stairs.'])).toMatch(
    /, 2 begin “Made for bright”$/,
  );
  expect(wordsOf(['Emma', 'Emma'])).toMatch(/, as varied as 1 text,|, as varied as 1 text$/);
  expect(wordsOf([])).toBe('no texts yet');
});
