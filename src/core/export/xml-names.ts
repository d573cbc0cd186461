/** Names of columns and keys as names of XML elements. */
import { freeName } from './export-rows.ts';

/** What a name of XML 1.0 may begin with, without the colon, which would mean a namespace. */
const start =
  String.raw`A-Z_a-z\u{c0}-\u{d6}\u{d8}-\u{f6}\u{f8}-\u{2ff}\u{370}-\u{37d}\u{37f}-\u{1fff}\u{200c}-\u{200d}` +
  String.raw`\u{2070}-\u{218f}\u{2c00}-\u{2fef}\u{3001}-\u{d7ff}\u{f900}-\u{fdcf}\u{fdf0}-\u{fffd}\u{10000}-\u{effff}`;
const startsName = new RegExp(`^[${start}]`, 'u');
/** What no name may hold, wherever it stands. */
const outsideNames = new RegExp(
  String.raw`[^\u{300}-\u{36f}${start}\-.0-9\u{b7}\u{203f}-\u{2040}]`,
  'gu',
);
/** Names that the standard keeps for itself. */
const reserved = /^xml/i;

/**
 * One element name for each of these distinct texts, in their order and distinct themselves. What is a
 * name already stays; in others `_` stands for what no name may hold, with a number where that is taken.
 */
export function elementNames(texts: readonly string[]): readonly string[] {
  const alike = texts.map(likeName);
  const taken = texts.filter((text, index) => alike[index] === text);
  return alike.map((name, index) => {
    if (name === texts[index]) return name;
    const free = freeName(name, taken);
    taken.push(free);
    return free;
  });
}

/** The text itself where it is a name. */
function likeName(text: string): string {
  const name = text.replace(outsideNames, '_');
  return startsName.test(name) && !reserved.test(name) ? name : `_${name}`;
}
