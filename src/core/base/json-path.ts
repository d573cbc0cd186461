/** Reading the notation that `formatPath` writes: `columns[0].fill["low"]`. */
import type { JsonPath, PathSegment } from './diagnostic.ts';

const segmentPattern =
  /\.?([A-Za-z_$][\w$-]*)|\[(\d{1,9})\]|\["((?:[^"\\]|\\.)*)"\]|\['([^']*)'\]/y;

/** The segments of a written path; undefined when the text is not one. The empty text is the whole document. */
export function parsePath(text: string): JsonPath | undefined {
  const path: PathSegment[] = [];
  let index = 0;
  while (index < text.length) {
    segmentPattern.lastIndex = index;
    const match = segmentPattern.exec(text);
    if (match === null || (index === 0 && match[0].startsWith('.'))) return undefined;
    path.push(segmentOf(match));
    index = segmentPattern.lastIndex;
  }
  return path;
}

/** Whether a written path (`columns[2].fill.low`) names the place or something inside it. */
export function isWrittenWithin(path: string, place: string): boolean {
  if (!path.startsWith(place)) return false;
  const next = path.charAt(place.length);
  return next === '' || next === '.' || next === '[';
}

function segmentOf(match: RegExpExecArray): PathSegment {
  const [, name, index, quoted, single] = match;
  if (index !== undefined) return Number(index);
  return name ?? quoted?.replace(/\\(.)/g, '$1') ?? single ?? '';
}
