import type { JsonValue } from '#core/base/json.ts';
import { ChatTurns, type ChatTurn } from './chat-turns.tsx';
import { CodeBox } from './code-box.tsx';
import { JsonTree } from './json-tree.tsx';
import { MarkdownText } from './markdown-text.tsx';

/** A value as its kind reads best: a conversation, a tree, code or prose. */
export function ValueView({ value }: { readonly value: JsonValue }) {
  const turns = turnsOf(value);
  if (turns !== undefined) return <ChatTurns turns={turns} />;
  if (typeof value === 'object' && value !== null) return <JsonTree value={value} />;
  if (typeof value !== 'string') return <CodeBox label="Value" text={String(value)} />;
  return looksLikeCode(value) ? (
    <CodeBox label="Value" text={value} />
  ) : (
    <MarkdownText text={value} />
  );
}

/** Turns, where a value is a list of them or an object that holds one as `messages`. */
function turnsOf(value: JsonValue): readonly ChatTurn[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const list = Array.isArray(value) ? value : (value as { messages?: JsonValue }).messages;
  if (!Array.isArray(list) || list.length === 0) return undefined;
  const turns = (list as readonly JsonValue[]).map(turnOf);
  return turns.every((turn) => turn !== undefined) ? turns : undefined;
}

function turnOf(item: JsonValue): ChatTurn | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const { role, content } = item as { role?: JsonValue; content?: JsonValue };
  if (typeof role !== 'string' || typeof content !== 'string') return undefined;
  return { role, content };
}

/** Several lines of which most end or begin as code does, and no fences that Markdown would draw. */
function looksLikeCode(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 3 || text.includes('```')) return false;
  const code = lines.filter((line) =>
    /[;{}]$|^\s{2,}\S|^(import|def|class|function|const|let) /.test(line),
  );
  return code.length * 2 > lines.length;
}
