/**
 * Where the values of a JSON text stand, for editor markers and line numbers. The scanner is tolerant
 * and iterative: broken text, comments and trailing commas give the places that can still be told.
 */
import type { JsonPath, PathSegment } from '#core/base/diagnostic.ts';
import { decodeJsonString, scanJsonTokens, type JsonToken } from './json-tokens.ts';

export interface TextLocation {
  /** Half-open, in UTF-16 code units of the text. */
  readonly startOffset: number;
  readonly endOffset: number;
  /** 1-based. */
  readonly line: number;
}

export interface DuplicateKey {
  readonly path: JsonPath;
  readonly startOffset: number;
}

export interface JsonLocator {
  /**
   * The value at the path, or the deepest part of the path that exists. `range` is a range inside the
   * decoded string value; escapes are accounted for.
   */
  locate(path: JsonPath, range?: { readonly start: number; readonly end: number }): TextLocation;
  /** Keys that occur again in the same object; the later value is the one that counts. */
  readonly duplicateKeys: readonly DuplicateKey[];
  /** Whole numbers with more digits than a number keeps. */
  readonly impreciseNumbers: readonly DuplicateKey[];
}

interface Node {
  readonly start: number;
  end: number;
  readonly parent: Node | undefined;
  readonly segment: PathSegment | undefined;
  readonly children: ReadonlyMap<PathSegment, Node>;
  readonly isList: boolean;
  key: string | undefined;
}

/** Scans once; each lookup then costs the length of its path. */
export function createJsonLocator(text: string): JsonLocator {
  const scan = scanTree(text);
  return {
    locate: (path, range) => {
      const found = findNode(scan.root, path);
      const place = found === undefined ? { start: 0, end: text.length } : found.node;
      const inside = range !== undefined && found?.isExact === true && text[place.start] === '"';
      const startOffset = inside ? offsetInString(text, place.start, range.start) : place.start;
      const endOffset = inside ? offsetInString(text, place.start, range.end) : place.end;
      return { startOffset, endOffset, line: lineOf(text, startOffset) };
    },
    duplicateKeys: scan.duplicateKeys,
    impreciseNumbers: scan.impreciseNumbers,
  };
}

/** One lookup; for many in the same text use `createJsonLocator`. */
export function locatePath(text: string, path: JsonPath): TextLocation {
  return createJsonLocator(text).locate(path);
}

/** Shared by all scalars, which are most of the nodes. */
const noChildren: ReadonlyMap<PathSegment, Node> = new Map();

interface Scan {
  root: Node | undefined;
  readonly stack: Node[];
  readonly duplicateKeys: DuplicateKey[];
  readonly impreciseNumbers: DuplicateKey[];
}

function scanTree(text: string): Scan {
  const scan: Scan = { root: undefined, stack: [], duplicateKeys: [], impreciseNumbers: [] };
  for (const token of scanJsonTokens(text)) readToken(scan, token, text);
  for (const open of scan.stack) open.end = text.length;
  return scan;
}

function readToken(scan: Scan, token: JsonToken, text: string): void {
  const parent = scan.stack.at(-1);
  if (token.kind === 'close') {
    if (parent !== undefined) parent.end = token.end;
    scan.stack.pop();
    return;
  }
  if (token.kind === 'string' && parent?.isList === false && parent.key === undefined) {
    parent.key = decodeJsonString(text.slice(token.start, token.end));
    if (parent.children.has(parent.key))
      scan.duplicateKeys.push({
        path: [...pathOf(parent), parent.key],
        startOffset: token.start,
      });
    return;
  }
  const node = addNode(scan, parent, token);
  if (token.kind === 'open-object' || token.kind === 'open-list') scan.stack.push(node);
  else if (token.kind === 'scalar' && isImprecise(text.slice(token.start, token.end)))
    scan.impreciseNumbers.push({ path: pathOf(node), startOffset: token.start });
}

function addNode(scan: Scan, parent: Node | undefined, token: JsonToken): Node {
  const segment: PathSegment | undefined =
    parent?.isList === false ? parent.key : parent?.children.size;
  const isContainer = token.kind === 'open-object' || token.kind === 'open-list';
  const node: Node = {
    start: token.start,
    end: token.end,
    parent,
    segment,
    children: isContainer ? new Map() : noChildren,
    isList: token.kind === 'open-list',
    key: undefined,
  };
  if (parent === undefined) scan.root ??= node;
  else {
    if (segment !== undefined) (parent.children as Map<PathSegment, Node>).set(segment, node);
    parent.key = undefined;
  }
  return node;
}

/** Built only when asked for, so that deep texts cost no more than flat ones. */
function pathOf(node: Node): JsonPath {
  const path: PathSegment[] = [];
  for (let at: Node | undefined = node; at?.segment !== undefined; at = at.parent)
    path.push(at.segment);
  return path.reverse();
}

/** A number prints as the shortest digits that give it back; other digits were not kept. */
function isImprecise(literal: string): boolean {
  return /^-?\d{16,}$/.test(literal) && String(Number(literal)) !== literal;
}

function findNode(
  root: Node | undefined,
  path: JsonPath,
): { readonly node: Node; readonly isExact: boolean } | undefined {
  if (root === undefined) return undefined;
  let node = root;
  for (const segment of path) {
    const child = node.children.get(segment);
    if (child === undefined) return { node, isExact: false };
    node = child;
  }
  return { node, isExact: true };
}

/** Offset in the text of a UTF-16 unit of the string that opens at `start`. */
function offsetInString(text: string, start: number, unit: number): number {
  let offset = start + 1;
  for (let seen = 0; seen < unit && offset < text.length && text[offset] !== '"'; seen += 1)
    offset += text[offset] !== '\\' ? 1 : text[offset + 1] === 'u' ? 6 : 2;
  return offset;
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1))
    line += 1;
  return line;
}
