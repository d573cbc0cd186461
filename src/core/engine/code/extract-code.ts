/** Code out of an answer: the last fenced block, or the whole text where there is none. */
import { failure, success, type Result } from '#core/base/result.ts';
import { fenceWord, type CodeLanguage } from '#core/design/code-language.ts';

export interface ExtractedCode {
  readonly code: string;
  /** Line of the answer that the code begins at, counted from 1. */
  readonly line: number;
}

/** Other words for the same language behind the backticks. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  python: ['py', 'python3'],
  sql: ['postgres', 'postgresql', 'pgsql', 'mysql', 'sqlite', 'tsql', 't-sql', 'bigquery', 'ansi'],
  javascript: ['js', 'node'],
  typescript: ['ts'],
  bash: ['sh', 'shell', 'zsh'],
  cpp: ['c++', 'cxx'],
  csharp: ['c#', 'cs'],
  json: ['json5', 'jsonc'],
  go: ['golang'],
  rust: ['rs'],
  ruby: ['rb'],
  kotlin: ['kt'],
};

/** Fails, with the end of a sentence whose subject is the field, for an empty answer and for a block in another language. */
export function extractCode(answer: string, language: CodeLanguage): Result<ExtractedCode, string> {
  const block = lastBlock(answer.replace(/\r\n?/g, '\n'));
  if (block.code.trim() === '') return failure('holds no code');
  const word = block.tag.toLowerCase();
  const own = fenceWord(language);
  const isOwn =
    word === '' || word === own || (aliases[own] ?? []).includes(word) || word === language;
  return isOwn
    ? success({ code: block.code, line: block.line })
    : failure(`is a block of ${word} and not of ${own}`);
}

interface Block {
  readonly tag: string;
  readonly code: string;
  readonly line: number;
}

/** Reads line by line, so that no pattern has to look back. A block that is not closed ends with the answer. */
function lastBlock(text: string): Block {
  const lines = text.split('\n');
  let found: Block | undefined;
  for (let start = 0; start < lines.length; start += 1) {
    const opening = /^\s*(`{3,}|~{3,})\s*([^\s`]*)\s*$/.exec(lines[start] ?? '');
    if (opening === null) continue;
    const [, fence = '', tag = ''] = opening;
    const closing = lines.findIndex((line, at) => at > start && line.trim() === fence);
    const end = closing === -1 ? lines.length : closing;
    found = { tag, code: lines.slice(start + 1, end).join('\n'), line: start + 2 };
    start = end;
  }
  return found ?? { tag: '', code: text.trim(), line: 1 };
}
