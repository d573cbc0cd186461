/** Ranges and replacements in the editor's text, by offset. */
import type { Monaco } from './load-monaco.ts';

export type TextModel = ReturnType<Monaco['editor']['createModel']>;

export interface TextRange {
  readonly startLineNumber: number;
  readonly startColumn: number;
  readonly endLineNumber: number;
  readonly endColumn: number;
}

/** At least one character wide, so that a marker can be seen. */
export function rangeOf(model: TextModel, startOffset: number, endOffset: number): TextRange {
  return spanOf(model, startOffset, Math.max(startOffset + 1, endOffset));
}

/** Replaces only what differs, so that caret and scroll stay where they were. */
export function replaceText(model: TextModel, next: string): void {
  const current = model.getValue();
  let start = 0;
  while (start < current.length && current[start] === next[start]) start += 1;
  let end = 0;
  const shortest = Math.min(current.length, next.length) - start;
  while (end < shortest && current.at(-1 - end) === next.at(-1 - end)) end += 1;
  const range = spanOf(model, start, current.length - end);
  model.pushEditOperations([], [{ range, text: next.slice(start, next.length - end) }], () => null);
}

function spanOf(model: TextModel, startOffset: number, endOffset: number): TextRange {
  const start = model.getPositionAt(startOffset);
  const end = model.getPositionAt(endOffset);
  return {
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: end.lineNumber,
    endColumn: end.column,
  };
}
