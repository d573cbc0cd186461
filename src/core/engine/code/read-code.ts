/** An answer as the code of its column: out of its fence, and readable in its language. */
import type { JsonValue } from '#core/base/json.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import { languageLabel } from '#core/design/code-language.ts';
import type { Column } from '#core/design/design.ts';
import type { CodeChecks } from './code-checks.ts';
import { extractCode } from './extract-code.ts';

/** The value itself for columns that hold no code. The reason is the end of a sentence whose subject is the column, with the place. */
export function readCode(
  value: JsonValue,
  { fill }: Pick<Column, 'fill'>,
  checks: CodeChecks,
): Result<JsonValue, string> {
  const language = fill.kind === 'generated' ? fill.code : undefined;
  if (language === undefined || typeof value !== 'string') return success(value);
  const extracted = extractCode(value, language);
  if (!extracted.ok) return extracted;
  const { code } = extracted.value;
  const fault = checks.get(language)?.(code);
  if (fault === undefined) return success(code);
  const { line, column, message } = fault;
  const why = message === '' ? '' : `: ${message.replace(/\.$/, '')}`;
  return failure(
    `is no valid ${languageLabel(language)}, at line ${line}, column ${column}${why}. That line reads: ${lineOf(code, line)}`,
  );
}

function lineOf(code: string, line: number): string {
  return JSON.stringify((code.split('\n')[line - 1] ?? '').trim().slice(0, 120));
}
