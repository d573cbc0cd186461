/** Which texts a spreadsheet would run as a formula, and how a file is made safe against it. */

// Blanks may come first: spreadsheets drop them before they look for a formula.
const formulaStart = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^\s*[\t\r]/;
const plainNumber = /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

/**
 * True when a text begins like a formula: with `=`, `+`, `-`, `@`, a tab, a carriage return or a
 * full-width form of these, blanks before them allowed. Plain numbers such as `-12.5` do not count.
 */
export function couldRunAsFormula(text: string): boolean {
  const first = text.charCodeAt(0);
  // Letters and most digits begin nearly all texts; they decide without a pattern.
  if (first > 64 && first < 128) return false;
  return formulaStart.test(text) && !plainNumber.test(text);
}

/** The text with an apostrophe before it, which spreadsheets read as “this is text”. */
export function guardFormula(text: string): string {
  return `'${text}`;
}
