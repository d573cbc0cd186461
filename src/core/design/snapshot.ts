/**
 * The first door for untrusted values: an iterative copy that counts values, depth and characters and
 * leaves out keys that could reach a prototype. Everything after it sees plain data of bounded size.
 */
import type { Diagnostic, JsonPath, PathSegment } from '#core/base/diagnostic.ts';
import { isForbiddenKey } from '#core/base/json.ts';
import { limits } from '#core/base/limits.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import type { NoticeList } from './notice-list.ts';
import type { RawRecord } from './raw.ts';

interface Visit {
  readonly source: object;
  readonly target: RawRecord | unknown[];
  readonly depth: number;
  readonly key: PathSegment | undefined;
  readonly parent: Visit | undefined;
}

interface Tally {
  nodes: number;
  characters: number;
}

/** A deep copy of objects and arrays; other values are kept as they are. Refuses what exceeds the limits of a design. Never throws. */
export function snapshotOf(input: unknown, notices: NoticeList): Result<unknown, Diagnostic> {
  try {
    return copy(input, notices);
  } catch {
    // A getter or proxy of the caller threw; such a value is no document.
    return refuse('unreadable', 'This value cannot be read as a document.');
  }
}

function copy(input: unknown, notices: NoticeList): Result<unknown, Diagnostic> {
  const tally: Tally = { nodes: 0, characters: 0 };
  const root: unknown[] = [];
  const stack: Visit[] = [];
  const take = (value: unknown, key: PathSegment, from: Visit | undefined): unknown => {
    tally.nodes += 1;
    if (typeof value === 'string') tally.characters += value.length;
    if (Object.is(value, -0)) {
      notices.add('warning', 'negative-zero', {
        path: [...pathOf(from), key],
        message: 'Minus zero was read as 0.',
      });
      return 0;
    }
    if (typeof value !== 'object' || value === null) return value;
    if (ArrayBuffer.isView(value)) return null;
    const target = Array.isArray(value) ? [] : {};
    stack.push({ source: value, target, depth: (from?.depth ?? 0) + 1, key, parent: from });
    return target;
  };
  root.push(take(input, '', undefined));
  for (let visit = stack.pop(); visit !== undefined; visit = stack.pop()) {
    const problem = exceeds(visit, tally);
    if (problem !== undefined) return problem;
    if (Array.isArray(visit.target)) copyList(visit, take);
    else copyRecord(visit, { take, tally, notices });
  }
  return tally.characters > limits.designLength ? tooLarge() : success(root[0]);
}

type Take = (value: unknown, key: PathSegment, from: Visit) => unknown;

function copyList(visit: Visit, take: Take): void {
  const source = visit.source as readonly unknown[];
  const target = visit.target as unknown[];
  for (let index = 0; index < source.length; index += 1)
    target.push(take(source[index], index, visit));
}

function copyRecord(
  visit: Visit,
  { take, tally, notices }: { take: Take; tally: Tally; notices: NoticeList },
): void {
  const target = visit.target as RawRecord;
  for (const [key, value] of Object.entries(visit.source)) {
    tally.characters += key.length;
    if (isForbiddenKey(key))
      notices.add('warning', 'forbidden-key', {
        path: [...pathOf(visit), key],
        message: `A key called “${key}” is not allowed and was left out.`,
      });
    else if (value !== undefined) target[key] = take(value, key, visit);
  }
}

function exceeds(visit: Visit, tally: Tally): Result<never, Diagnostic> | undefined {
  if (visit.depth > limits.designDepth)
    return refuse(
      'too-deep',
      `The document is nested more than ${limits.designDepth} levels deep. Nothing was loaded.`,
    );
  const length = Array.isArray(visit.source) ? visit.source.length : 0;
  if (tally.nodes + length > limits.designNodes)
    return refuse(
      'too-many-values',
      `The document holds more than ${limits.designNodes.toLocaleString('en')} values. Nothing was loaded.`,
    );
  return tally.characters > limits.designLength ? tooLarge() : undefined;
}

function tooLarge(): Result<never, Diagnostic> {
  return refuse(
    'too-large',
    `The document has more than ${limits.designLength.toLocaleString('en')} characters. Nothing was loaded.`,
  );
}

function refuse(code: string, message: string): Result<never, Diagnostic> {
  return failure({ path: [], code, severity: 'error', message });
}

function pathOf(visit: Visit | undefined): JsonPath {
  const path: PathSegment[] = [];
  for (let at = visit; at?.parent !== undefined; at = at.parent)
    if (at.key !== undefined) path.unshift(at.key);
  return path;
}
