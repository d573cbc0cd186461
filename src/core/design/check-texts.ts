/** Findings inside expressions and templates: syntax, unknown names, values a text cannot see. */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { toDiagnostic } from '#core/expression/problem.ts';
import type { Reference } from '#core/expression/references.ts';
import { asksForFields } from './call-output.ts';
import { createSuggester } from './closest-name.ts';
import type { Column, DatasetDesign } from './design.ts';
import { designTexts, type DesignText } from './design-texts.ts';
import type { CategoryValue } from './fill.ts';
import { errorAt, listNames, warningAt, withFix } from './finding.ts';
import { textProblem } from './parse-text.ts';
import { namesIn } from './references.ts';

interface Scope {
  readonly design: DatasetDesign;
  readonly columns: ReadonlyMap<string, Column>;
  readonly suggest: (name: string) => string | undefined;
}

/** Findings of one text; more would only bury the first. */
const mostFindings = 50;

export function checkTexts(design: DatasetDesign): readonly Diagnostic[] {
  const columns = new Map(design.columns.map((column) => [column.name, column]));
  const suggest = createSuggester([...columns.keys()]);
  return designTexts(design).flatMap((text) => checkText(text, { design, columns, suggest }));
}

function checkText(text: DesignText, scope: Scope): readonly Diagnostic[] {
  const problem = textProblem(text);
  const syntax = problem === undefined ? [] : [toDiagnostic(problem, text.path, 'error')];
  const names = namesIn(text);
  const isFill = text.path.at(-1) === 'template';
  if (problem === undefined && isFill && names.length === 0)
    return [
      warningAt(
        text.path,
        'template-without-reference',
        'This template reads no column, so every row gets the same text.',
      ),
    ];
  const findings = names.slice(0, mostFindings).flatMap((name) => checkName(name, text, scope));
  return [...syntax, ...findings];
}

function checkName(name: Reference, text: DesignText, scope: Scope): readonly Diagnostic[] {
  if (text.extraNames?.includes(name.name) === true) return [];
  const column = scope.columns.get(name.name);
  const range = { start: name.start, end: name.end };
  if (column === undefined) return [{ ...unknownName(name, text, scope), range }];
  if (isSystemMessage(text, scope.design))
    return [
      {
        ...errorAt(
          text.path,
          'row-in-system-message',
          `A system message sees no row, so ${name.name} has no value there. Move it to a user message.`,
        ),
        range,
      },
    ];
  return checkAttribute(name, text, column).map((finding) => ({ ...finding, range }));
}

function unknownName(name: Reference, text: DesignText, scope: Scope): Diagnostic {
  const known = [...scope.columns.keys()];
  const closest = scope.suggest(name.name);
  return withFix(
    errorAt(
      text.path,
      'unknown-reference',
      `No column is called “${name.name}”. ${listNames('Columns', known)}`,
    ),
    closest === undefined
      ? undefined
      : {
          label: `Change to ${closest}`,
          path: text.path,
          value: text.text.slice(0, name.start) + closest + text.text.slice(name.end),
        },
  );
}

function isSystemMessage(text: DesignText, design: DatasetDesign): boolean {
  const [list, call, part, message] = text.path;
  if (list !== 'calls' || part !== 'messages') return false;
  const found = design.calls[Number(call)];
  return (
    found !== undefined &&
    asksForFields(found) &&
    found.messages[Number(message)]?.role === 'system'
  );
}

const valueAttributes: readonly string[] = ['label', 'description', 'weight', 'value', 'parent'];
const formatAttributes: readonly string[] = ['name', 'description', 'attribute_id', 'parent'];

function checkAttribute(name: Reference, text: DesignText, column: Column): readonly Diagnostic[] {
  const [attribute] = name.path;
  const { fill } = column;
  if (attribute === undefined || (fill.kind !== 'category' && fill.kind !== 'subcategory'))
    return [];
  const isFormat = text.language === 'format';
  const known = isFormat ? formatAttributes : valueAttributes;
  if (!known.includes(attribute))
    return [
      errorAt(
        text.path,
        'unknown-attribute',
        `${name.name} has no “${attribute}”. A value has: ${known.slice(0, isFormat ? 4 : 3).join(', ')}.`,
      ),
    ];
  if (attribute !== 'description') return [];
  const values: readonly CategoryValue[] =
    fill.kind === 'category' ? fill.values : Object.values(fill.values).flat();
  const bare = values.find(({ description }) => (description ?? '').trim() === '');
  return bare === undefined
    ? []
    : [
        warningAt(
          text.path,
          'empty-attribute',
          `${name.name}.description is empty for the value “${String(bare.value)}”.`,
        ),
      ];
}
