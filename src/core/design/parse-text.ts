/** The one place that knows which parser a text of a design needs. */
import type { Result } from '#core/base/result.ts';
import type { TemplateNode } from '#core/expression/ast.ts';
import { parseExpression, parseFormat, parseTemplate } from '#core/expression/parse.ts';
import type { ExpressionProblem } from '#core/expression/problem.ts';
import type { DesignText, TextLanguage } from './design-texts.ts';

/** The problem of the text, or undefined when it can be used. */
export function textProblem({
  language,
  text,
}: Pick<DesignText, 'language' | 'text'>): ExpressionProblem | undefined {
  const parsed = language === 'expression' ? parseExpression(text) : parseAs(language, text);
  return parsed.ok ? undefined : parsed.error;
}

/** A template in either dialect. */
export function parseAs(
  language: Exclude<TextLanguage, 'expression'>,
  text: string,
): Result<TemplateNode, ExpressionProblem> {
  return language === 'format' ? parseFormat(text) : parseTemplate(text);
}
