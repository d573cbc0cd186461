/**
 * Cuts a template into text, `{{ }}` outputs and `{% %}` tags. Comments vanish, `{% raw %}` becomes text
 * and whitespace control (`{{-`, `-%}`) is applied here, so that the parser sees only what matters.
 */
import type { Span } from './ast.ts';
import { problemAt } from './problem.ts';
import { tokenize, type Token } from './tokenize.ts';

export interface TextSegment extends Span {
  readonly kind: 'text';
  readonly text: string;
}

export interface OutputSegment extends Span {
  readonly kind: 'output';
  readonly tokens: readonly Token[];
}

export interface TagSegment extends Span {
  readonly kind: 'tag';
  /** First word of the tag: `if`, `endfor`, … */
  readonly word: string;
  /** Tokens behind the word. */
  readonly tokens: readonly Token[];
}

export type Segment = TextSegment | OutputSegment | TagSegment;

/** What one construct leaves behind: at most one segment, and where reading goes on. */
interface Step {
  readonly segment: Segment | undefined;
  readonly end: number;
  readonly trimsAfter: boolean;
}

/** Throws an `ExpressionError` on a delimiter that is never closed and on characters without meaning. */
export function segmentTemplate(text: string): readonly Segment[] {
  const segments: Segment[] = [];
  let position = 0;
  let trimsStart = false;
  for (;;) {
    const open = nextOpening(text, position);
    const until = open ?? text.length;
    const trimsEnd = open !== undefined && text[open + 2] === '-';
    pushText(
      segments,
      textBetween(text, { start: position, end: until }, { trimsStart, trimsEnd }),
    );
    if (open === undefined) return segments;
    const step = readConstruct(text, open);
    if (step.segment !== undefined) segments.push(step.segment);
    position = step.end;
    trimsStart = step.trimsAfter;
  }
}

function nextOpening(text: string, from: number): number | undefined {
  for (let at = text.indexOf('{', from); at >= 0; at = text.indexOf('{', at + 1)) {
    const following = text[at + 1];
    if (following === '{' || following === '%' || following === '#') return at;
  }
  return undefined;
}

interface Trim {
  readonly trimsStart: boolean;
  readonly trimsEnd: boolean;
}

function textBetween(source: string, span: Span, { trimsStart, trimsEnd }: Trim): TextSegment {
  let text = source.slice(span.start, span.end);
  if (trimsStart) text = text.trimStart();
  if (trimsEnd) text = text.trimEnd();
  return { kind: 'text', text, start: span.start, end: span.end };
}

function pushText(segments: Segment[], segment: TextSegment): void {
  if (segment.text !== '') segments.push(segment);
}

function readConstruct(text: string, open: number): Step {
  if (text[open + 1] === '#') return readComment(text, open);
  const sign = text[open + 2];
  const from = sign === '-' || sign === '+' ? open + 3 : open + 2;
  if (text[open + 1] === '%') return readTag(text, open, from);
  const { tokens, end, trimsAfter } = tokenize(text, {
    from: outputStart(text, open),
    close: '}}',
  });
  return { segment: { kind: 'output', tokens, start: open, end }, end, trimsAfter };
}

/** `{{-x}}` trims, but `{{ -x }}` is a sign; a plus behind the braces is always a sign. */
function outputStart(text: string, open: number): number {
  return text[open + 2] === '-' ? open + 3 : open + 2;
}

function readComment(text: string, open: number): Step {
  const close = text.indexOf('#}', open + 2);
  if (close < 0)
    throw problemAt(
      { start: open, end: open + 2 },
      'expression-syntax',
      'This comment is never closed. Add “#}”.',
    );
  return { segment: undefined, end: close + 2, trimsAfter: text[close - 1] === '-' };
}

function readTag(text: string, open: number, from: number): Step {
  const { tokens, end, trimsAfter } = tokenize(text, { from, close: '%}' });
  const [first, ...rest] = tokens;
  if (first?.kind !== 'name')
    throw problemAt(
      { start: open, end },
      'expression-syntax',
      'Expected a tag such as “if”, “for” or “set” after “{%”.',
    );
  if (first.text === 'raw') return readRaw(text, { start: open, end }, trimsAfter);
  const segment: Segment = { kind: 'tag', word: first.text, tokens: rest, start: open, end };
  return { segment, end, trimsAfter };
}

function readRaw(text: string, opening: Span, trimsStart: boolean): Step {
  const pattern = /\{%([-+]?)\s*endraw\s*([-+]?)%\}/g;
  pattern.lastIndex = opening.end;
  const closing = pattern.exec(text);
  if (closing === null)
    throw problemAt(
      opening,
      'expression-syntax',
      '“{% raw %}” is never closed. Add “{% endraw %}”.',
    );
  const span = { start: opening.end, end: closing.index };
  const segment = textBetween(text, span, { trimsStart, trimsEnd: closing[1] === '-' });
  return { segment, end: pattern.lastIndex, trimsAfter: closing[2] === '-' };
}
