/** Code out of an answer: the last fenced block of its language, or the whole text where there is none. */
import { failure, success, type Result } from '#core/base/result.ts';
import { fenceWord, type CodeLanguage } from '#core/design/code-language.ts';

export interface ExtractedCode {
  readonly code: string;
  /** Line of the answer that the code begins at, counted from 1. */
  readonly line: number;
}

/** Other words for the same language behind the backticks. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  python: ['py', 'python3', 'py3', 'ipython'],
  sql: [
    ...['postgres', 'postgresql', 'pgsql', 'psql', 'plpgsql', 'mysql', 'sqlite', 'sqlite3'],
    ...['tsql', 't-sql', 'mssql', 'sqlserver', 'bigquery', 'googlesql', 'ansi'],
  ],
  javascript: ['js', 'jsx', 'mjs', 'node'],
  typescript: ['ts', 'tsx'],
  bash: ['sh', 'shell', 'zsh', 'console'],
  c: ['h'],
  cpp: ['c++', 'cxx', 'cc', 'hpp'],
  csharp: ['c#', 'cs'],
  json: ['json5', 'jsonc'],
  go: ['golang'],
  rust: ['rs'],
  ruby: ['rb'],
  kotlin: ['kt', 'kts'],
};

/**
 * Fails, with the end of a sentence whose subject is the field, for an empty answer and for one whose
 * only blocks are of other languages. A block that names the language goes before one that names none,
 * which is often what the code prints.
 */
export function extractCode(answer: string, language: CodeLanguage): Result<ExtractedCode, string> {
  const text = answer.replace(/\r\n?/g, '\n');
  const blocks = fencedBlocks(text);
  const word = fenceWord(language);
  const own = new Set<string>([word, language, ...(aliases[word] ?? [])]);
  const last = blocks.at(-1);
  const found =
    last === undefined
      ? { code: bareCode(text, own), line: 1 }
      : (blocks.findLast(({ tag }) => own.has(tag)) ?? blocks.findLast(({ tag }) => tag === ''));
  if (found === undefined) return failure(`is a block of ${last?.tag ?? ''} and not of ${word}`);
  if (found.code.trim() === '') return failure('holds no code');
  return success({ code: found.code, line: found.line });
}

/** What is no block: the text itself, or one line between backticks, with or without the word of the language. */
function bareCode(text: string, own: ReadonlySet<string>): string {
  const trimmed = text.trim();
  const [, , inside] = /^(`+)([^`\n]+)\1$/.exec(trimmed) ?? [];
  if (inside === undefined) return trimmed;
  const [first = '', ...rest] = inside.trim().split(' ');
  return rest.length > 0 && own.has(first.toLowerCase()) ? rest.join(' ') : inside.trim();
}

interface Block {
  /** In small letters; empty where the block names no language. */
  readonly tag: string;
  readonly code: string;
  readonly line: number;
}

/** A fence: how far it is indented, its marks, the word behind them. What follows the word describes the block. */
const opening = /^([ \t\uFEFF]*)(`{3,}|~{3,})[ \t]*(?:\{\s*\.?)?([^\s`{}]*)[^`]*$/;

/** Reads line by line, so that no pattern has to look back. A block that is not closed ends with the answer. */
function fencedBlocks(text: string): readonly Block[] {
  const lines = text.split('\n');
  const blocks: Block[] = [];
  for (let start = 0; start < lines.length; start += 1) {
    const [, indent, fence, tag = ''] = opening.exec(lines[start] ?? '') ?? [];
    if (indent === undefined || fence === undefined) continue;
    const closing = lines.findIndex((line, at) => at > start && isClosing(line.trim(), fence));
    const end = closing === -1 ? lines.length : closing;
    const code = lines.slice(start + 1, end).map((line) => outdented(line, indent.length));
    blocks.push({ tag: tag.toLowerCase(), code: code.join('\n'), line: start + 2 });
    start = end;
  }
  return blocks;
}

/** As in Markdown: of the same mark, and at least as many as the block began with. */
function isClosing(line: string, fence: string): boolean {
  return line.startsWith(fence) && line === fence.charAt(0).repeat(line.length);
}

/** Without as many blanks as stand before the fence: a block in a list is indented as a whole. */
function outdented(line: string, depth: number): string {
  let start = 0;
  while (start < depth && (line[start] === ' ' || line[start] === '\t')) start += 1;
  return line.slice(start);
}
