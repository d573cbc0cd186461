/** Templates in Oumi's dialect: as they are, or turned from ours where both can say the same. */
import type { JsonPath } from '#core/base/diagnostic.ts';
import { templateLanguage } from '#core/design/design-texts.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { parseTemplate } from '#core/expression/parse.ts';
import type { ExpressionNode } from '#core/expression/ast.ts';
import type { Losses } from './losses.ts';

export type WriteTemplate = (text: string, path: JsonPath) => string;

/** A template that cannot be turned stays as it is, with braces doubled, and is listed. */
export function createTemplateWriter(design: DatasetDesign, losses: Losses): WriteTemplate {
  if (templateLanguage(design) === 'format') return (text) => text;
  return (text, path) => {
    const parsed = parseTemplate(text);
    const parts = parsed.ok ? parsed.value.parts : [];
    const turned = parts.map((part) =>
      part.kind === 'text'
        ? doubled(part.text)
        : part.kind === 'output'
          ? fieldOf(part.expression)
          : undefined,
    );
    if (parsed.ok && !turned.includes(undefined)) return turned.join('');
    losses.add(path, 'This template computes something, which a template of Oumi cannot.');
    return doubled(text);
  };
}

function doubled(text: string): string {
  return text.replace(/[{}]/g, '$&$&');
}

const attributes: Readonly<Record<string, string>> = { label: 'name', description: 'description' };

function fieldOf(node: ExpressionNode): string | undefined {
  if (node.kind === 'name') return `{${node.name}}`;
  if (node.kind !== 'attribute' || node.target.kind !== 'name') return undefined;
  const attribute = Object.hasOwn(attributes, node.key) ? attributes[node.key] : undefined;
  return attribute === undefined ? undefined : `{${node.target.name}.${attribute}}`;
}
