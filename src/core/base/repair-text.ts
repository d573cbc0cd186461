/** Text that came broken, and the mark that stays where it was mended. */

/** U+FFFD: what decoders write for bytes that are no text. */
const replacementMark = '\ufffd';

/** Unpaired halves of UTF-16 pairs cannot be stored as UTF-8, and NUL ends texts elsewhere: both become the mark. */
export function repairText(text: string): string {
  // eslint-disable-next-line no-control-regex -- NUL is what is looked for
  return text.replace(/[\p{Surrogate}\u0000]/gu, replacementMark);
}

/** Whether something of the text was lost before it was stored. A text may also hold the mark of itself. */
export function wasRepaired(text: string): boolean {
  return text.includes(replacementMark);
}
