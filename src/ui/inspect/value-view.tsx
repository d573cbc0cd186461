import { isJsonObject, type JsonValue } from '#core/base/json.ts';
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
  if (!isJsonObject(item)) return undefined;
  const { role, content, tool_calls: calls } = item;
  if (typeof role !== 'string') return undefined;
  if (Array.isArray(calls))
    return {
      role,
      content: typeof content === 'string' ? content : '',
      calls: (calls as readonly JsonValue[]).map(callOf),
    };
  return typeof content === 'string' ? { role, content } : undefined;
}

/** Calls have their arguments as text, as providers send them. */
function callOf(call: JsonValue): { readonly name: string; readonly input: string } {
  const inner = isJsonObject(call) && isJsonObject(call.function) ? call.function : {};
  const { name, arguments: input } = inner;
  return {
    name: typeof name === 'string' ? name : 'a tool',
    input: typeof input === 'string' ? input : JSON.stringify(input ?? {}),
  };
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
