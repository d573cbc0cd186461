/** Names of columns and keys as names of XML elements. */
import { freeName } from './export-rows.ts';

type Range = readonly [first: number, last: number];

/** Code points that a name of XML 1.0 may begin with, without the colon, which would mean a namespace. */
const starts: readonly Range[] = [
  ...([
    [0x41, 0x5a],
    [0x5f, 0x5f],
    [0x61, 0x7a],
    [0xc0, 0xd6],
    [0xd8, 0xf6],
  ] as const),
  ...([
    [0xf8, 0x2ff],
    [0x370, 0x37d],
    [0x37f, 0x1fff],
    [0x200c, 0x200d],
  ] as const),
  ...([
    [0x2070, 0x218f],
    [0x2c00, 0x2fef],
    [0x3001, 0xd7ff],
    [0xf900, 0xfdcf],
  ] as const),
  ...([
    [0xfdf0, 0xfffd],
    [0x1_0000, 0xe_ffff],
  ] as const),
];
/** Those that may only follow. */
const others: readonly Range[] = [
  ...([
    [0x2d, 0x2e],
    [0x30, 0x39],
    [0xb7, 0xb7],
    [0x300, 0x36f],
    [0x203f, 0x2040],
  ] as const),
];
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
  const characters = Array.from(text, (character) => (canFollow(character) ? character : '_'));
  const name = characters.join('');
  const [first] = characters;
  return first !== undefined && isIn(first, starts) && !reserved.test(name) ? name : `_${name}`;
}

function canFollow(character: string): boolean {
  return isIn(character, starts) || isIn(character, others);
}

function isIn(character: string, ranges: readonly Range[]): boolean {
  const code = character.codePointAt(0) ?? 0;
  return ranges.some(([first, last]) => code >= first && code <= last);
}
