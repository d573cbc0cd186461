/**
 * A prompt for somebody to read: the messages in parts, of which each knows the column its words came
 * from. Works for a prompt as it would be sent now and for one that was sent earlier.
 */
import type { JsonValue } from '#core/base/json.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { parseTemplate } from '#core/expression/parse.ts';
import { ExpressionError } from '#core/expression/problem.ts';
import { compileMarkedTemplate } from '#core/expression/render.ts';
import type { Scope } from '#core/expression/scope.ts';
import type { ChatMessage } from '#core/llm/language-model.ts';
import type { TaskRow } from '#core/llm/row-task.ts';

export interface PromptPart {
  readonly text: string;
  /** The column that a value came from; absent for words of the prompt itself. */
  readonly columnId?: string;
}

export interface PromptMessage {
  readonly role: ChatMessage['role'];
  /** Their texts, joined, are the content of the message. */
  readonly parts: readonly PromptPart[];
}

export interface ShownPrompt {
  readonly messages: readonly ChatMessage[];
  readonly design: DatasetDesign;
  readonly callId: string;
  /** The row whose values are marked. */
  readonly row: TaskRow;
  readonly scope: Scope;
}

/** A range of a message and the column it came from. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly columnId: string;
}

/** Values that stand elsewhere in the prompt, or not any more as they were sent, stay unmarked. */
export function promptView(shown: ShownPrompt): readonly PromptMessage[] {
  return shown.messages.map(({ role, content }) => ({
    role,
    parts: role === 'user' ? partsOf(content, spansOf(content, shown)) : [{ text: content }],
  }));
}

function spansOf(content: string, shown: ShownPrompt): readonly Span[] {
  const from = Math.max(0, content.indexOf(`Row ${shown.row.row + 1}\n`));
  const spans = [...taskSpans(content, from, shown), ...factSpans(content, from, shown)];
  return spans.toSorted((a, b) => a.start - b.start);
}

/** What the templates of the call have printed, found again in the message. */
function taskSpans(content: string, from: number, shown: ShownPrompt): readonly Span[] {
  const call = shown.design.calls.find(({ id }) => id === shown.callId);
  const ids = columnIds(shown.design);
  return (call?.messages ?? []).flatMap(({ role, content: template }) => {
    const parsed = role === 'user' ? parseTemplate(template) : undefined;
    if (parsed?.ok !== true) return [];
    try {
      const { text, printed } = compileMarkedTemplate(parsed.value)(shown.scope);
      const place = content.indexOf(text.trim(), from) - (text.length - text.trimStart().length);
      if (place < 0 || text.trim() === '') return [];
      return printed.flatMap(({ start, end, names }) => {
        const columnId = names.map((name) => ids.get(name)).find((id) => id !== undefined);
        const isInside = place + end <= content.length;
        return columnId === undefined || !isInside
          ? []
          : [{ start: place + start, end: place + end, columnId }];
      });
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      return [];
    }
  });
}

/** The facts of the row, which stand as JSON on one line. */
function factSpans(content: string, from: number, shown: ShownPrompt): readonly Span[] {
  const start = content.indexOf('facts: {', from);
  if (start < 0) return [];
  const lineEnd = content.indexOf('\n', start);
  const end = lineEnd < 0 ? content.length : lineEnd;
  const ids = columnIds(shown.design);
  const spans: Span[] = [];
  let place = start;
  for (const [name, value] of Object.entries(shown.row.facts)) {
    const key = `${JSON.stringify(name)}:`;
    const keyAt = content.indexOf(key, place);
    const columnId = ids.get(name);
    if (keyAt < 0 || keyAt > end || columnId === undefined) continue;
    const [valueAt, length] = [keyAt + key.length, JSON.stringify(value).length];
    if (content.slice(valueAt, valueAt + length) !== JSON.stringify(value)) continue;
    const quote = inset(value);
    spans.push({ start: valueAt + quote, end: valueAt + length - quote, columnId });
    place = valueAt + length;
  }
  return spans;
}

/** The quotes around a text are the prompt's, not the value's. */
function inset(value: JsonValue): number {
  return typeof value === 'string' && value !== '' ? 1 : 0;
}

function partsOf(content: string, spans: readonly Span[]): readonly PromptPart[] {
  const parts: PromptPart[] = [];
  let place = 0;
  for (const { start, end, columnId } of spans) {
    if (start < place) continue;
    if (start > place) parts.push({ text: content.slice(place, start) });
    parts.push({ text: content.slice(start, end), columnId });
    place = end;
  }
  if (place < content.length) parts.push({ text: content.slice(place) });
  return parts;
}

function columnIds(design: DatasetDesign): ReadonlyMap<string, string> {
  return new Map(design.columns.map(({ id, name }) => [name, id]));
}
