/** Lists of sentences, written one per line. */

/** The lines of a text without blank ones and without indentation. */
export function lines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
