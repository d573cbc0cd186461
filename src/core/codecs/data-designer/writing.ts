/** What the writers of a configuration share: the design, what it says that has no place, and texts as Data Designer reads them. */
import type { JsonPath } from '#core/base/diagnostic.ts';
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import { isReferable, slugOf } from '#core/design/column-names.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import { templateLanguage } from '#core/design/design-texts.ts';
import type { ExpressionNode } from '#core/expression/ast.ts';
import {
  parseExpressionGrammar,
  parseFormat,
  parseTemplateGrammar,
} from '#core/expression/parse.ts';
import { visitExpression, visitTemplate } from '#core/expression/walk.ts';
import type { Findings } from './findings.ts';

export interface Writing {
  readonly design: DatasetDesign;
  readonly losses: Findings;
  /** Ids of columns that Data Designer does not have, as far as they are written. */
  readonly missing: ReadonlySet<string>;
  /** A template of the design as a template of Data Designer. */
  readonly template: (text: string, path: JsonPath) => string;
  /** An expression, which is the same in both, looked through for what is only known here. */
  readonly expression: (text: string, path: JsonPath) => string;
}

export interface PlacedColumn {
  readonly column: Column;
  readonly path: JsonPath;
}

/** Names that a template of Data Designer can read; others are changed, because nothing reads them anyway. */
export function writtenName({ name }: Pick<Column, 'name'>): string {
  return isReferable(name) ? name : `_${slugOf(name).replace(/\W+/g, '_')}`;
}

export function nameOfId({ columns }: DatasetDesign, id: string): string | undefined {
  const column = columns.find((one) => one.id === id);
  return column === undefined ? undefined : writtenName(column);
}

/** What is not undefined, in its order. */
export function given(record: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined),
  );
}

/** Filters of its usual renderer. */
const filters: ReadonlySet<string> = new Set(
  'abs capitalize escape first float forceescape int items last length list lower max min random replace reverse round sort string title trim truncate unique upper urlencode jsonpath'.split(
    ' ',
  ),
);

export function createTexts(
  design: DatasetDesign,
  losses: Findings,
): Pick<Writing, 'template' | 'expression'> {
  const tables = new Set(
    design.columns.flatMap(({ name, fill }) =>
      fill.kind === 'category' || fill.kind === 'subcategory' ? [name] : [],
    ),
  );
  const check = (node: ExpressionNode, path: JsonPath): void => {
    visitExpression(node, (part) => {
      if (part.kind === 'filter' && !filters.has(part.name))
        losses.add(path, `Data Designer has no filter “${part.name}”, so this text fails there.`);
      const isNote =
        part.kind === 'attribute' && part.target.kind === 'name' && tables.has(part.target.name);
      if (isNote)
        losses.add(path, `Values have no ${part.key} in Data Designer, so this text fails there.`);
    });
  };
  const isFormat = templateLanguage(design) === 'format';
  return {
    expression(text, path) {
      const parsed = parseExpressionGrammar(text);
      if (parsed.ok) check(parsed.value, path);
      return text;
    },
    template(text, path) {
      if (isFormat) return fromFormat(text, path, losses);
      const parsed = parseTemplateGrammar(text);
      if (parsed.ok) visitTemplate(parsed.value.parts, (node) => check(node, path));
      return text;
    },
  };
}

/** `{name}` as `{{ name }}`; what a format computes beyond that is listed. */
function fromFormat(text: string, path: JsonPath, losses: Findings): string {
  const parsed = parseFormat(text);
  if (!parsed.ok) return text;
  const parts = parsed.value.parts.map((part) => {
    if (part.kind === 'text') return quoted(part.text);
    const name = part.kind === 'output' ? plainName(part.expression) : undefined;
    return name === undefined ? undefined : `{{ ${name} }}`;
  });
  if (!parts.includes(undefined)) return parts.join('');
  losses.add(path, 'This template reads more than plain columns, which was left as it is.');
  return quoted(text);
}

/** The column of a field that formats nothing. */
function plainName(node: ExpressionNode): string | undefined {
  if (node.kind === 'name') return node.name;
  if (node.kind !== 'format' || node.target.kind !== 'name') return undefined;
  const isPlain = node.spec.length === 0 && node.conversion === undefined;
  return isPlain ? node.target.name : undefined;
}

/** Text that must not begin an output of Jinja. */
function quoted(text: string): string {
  return /\{[{%#]/.test(text) ? `{% raw %}${text}{% endraw %}` : text;
}
