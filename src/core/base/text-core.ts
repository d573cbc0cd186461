/** What is left of a text when everything that hides a repeat is taken away. */

/**
 * The letters of a text in one case, words separated by one blank: case, punctuation, digits, blanks and
 * compatibility forms (NFKC) make no difference. A text without letters keeps its digits and signs.
 */
export function textCore(text: string): string {
  // Upper and then lower case folds what lower case alone keeps apart, such as ß and ss.
  const folded = text.normalize('NFKC').toUpperCase().toLowerCase();
  const letters = folded.replace(/[^\p{L}\p{M}]+/gu, ' ').trim();
  return letters === '' ? folded.replace(/\s+/g, ' ').trim() : letters;
}
