/** Renaming keeps every text that reads the column reading it; sentences for the model are prose and stay as they are. */
import type { Diagnostic, JsonPath } from '#core/base/diagnostic.ts';
import { limits } from '#core/base/limits.ts';
import { failure, success } from '#core/base/result.ts';
import {
  isFormatName,
  renameInExpression,
  renameInFormat,
  renameInTemplate,
} from '#core/expression/references.ts';
import { isReferable, isUsableName } from './column-names.ts';
import type { Constraint } from './constraint.ts';
import type { Call, Column, DatasetDesign, Example } from './design.ts';
import { replaceAt, type EditResult } from './edit-list.ts';
import { referencesTo } from './references.ts';
import { mapFillTemplates, mapOutputTemplates } from './template-parts.ts';

interface Renaming {
  readonly column: Column;
  readonly index: number;
  readonly name: string;
}

/** Why a name cannot be given to a (further) column of the design. */
export function nameProblem(
  design: DatasetDesign,
  name: string,
  path: JsonPath,
): Diagnostic | undefined {
  const problem = (code: string, message: string): Diagnostic => ({
    path,
    code,
    severity: 'error',
    message,
  });
  if (name.trim() === '') return problem('empty-name', 'A column needs a name.');
  if (name.length > limits.nameLength)
    return problem('name-too-long', `A name has at most ${limits.nameLength} characters.`);
  if (!isUsableName(name))
    return problem('name-not-usable', `A column cannot be called “${name}”. Choose another name.`);
  return design.columns.some((column) => column.name === name)
    ? problem('duplicate-name', `There is already a column called “${name}”.`)
    : undefined;
}

export function renameColumn(design: DatasetDesign, { column, index, name }: Renaming): EditResult {
  if (name === column.name) return success(design);
  const path: JsonPath = ['columns', index, 'name'];
  const problem = nameProblem(design, name, path);
  if (problem !== undefined) return failure([problem]);
  const isRead = referencesTo(design, column.id).some(({ via }) => via !== 'structure');
  const isWritable = design.dialect === 'oumi' ? isFormatName(name) : isReferable(name);
  if (isRead && !isWritable)
    return failure([
      {
        path,
        code: 'name-not-referable',
        severity: 'error',
        message: `“${name}” cannot stand in a template, and ${column.name} is read in one. Use letters, digits and _, and no reserved word.`,
      },
    ]);
  const rename = createRename(design, column.name, name);
  const columns = replaceAt(design.columns, index, { ...column, name });
  return success({
    ...design,
    columns: mapShared(columns, (item) => renameInColumn(item, rename)),
    calls: mapShared(design.calls, (call) => renameInCall(call, rename)),
    constraints: mapShared(design.constraints, (rule) => renameInConstraint(rule, rename)),
  });
}

interface Rename {
  readonly expression: (text: string) => string;
  readonly template: (text: string) => string;
  readonly key: (key: string) => string;
}

function createRename({ dialect }: DatasetDesign, from: string, to: string): Rename {
  const inTemplate = dialect === 'oumi' ? renameInFormat : renameInTemplate;
  return {
    expression: (text) => renameInExpression(text, from, to),
    template: (text) => inTemplate(text, from, to),
    key: (key) => (key === from ? to : key),
  };
}

function renameInColumn(column: Column, rename: Rename): Column {
  const { fill, skip } = column;
  let next = column;
  if (fill.kind === 'formula')
    next = withProperty(
      next,
      'fill',
      withProperty(fill, 'expression', rename.expression(fill.expression)),
    );
  next = withProperty(next, 'fill', mapFillTemplates(next.fill, rename.template));
  if (column.conditionalParams !== undefined)
    next = withProperty(
      next,
      'conditionalParams',
      mapShared(column.conditionalParams, (row) =>
        withProperty(row, 'when', rename.expression(row.when)),
      ),
    );
  return skip === undefined ? next : withProperty(next, 'skip', rename.expression(skip));
}

function renameInCall(call: Call, rename: Rename): Call {
  const messages = mapShared(call.messages, (message) =>
    withProperty(message, 'content', rename.template(message.content)),
  );
  const examples = mapShared(call.examples, (example) => renameInExample(example, rename));
  const output = mapOutputTemplates(call.output, rename.template);
  const told = withProperty(withProperty(call, 'messages', messages), 'examples', examples);
  const next = withProperty(told, 'output', output);
  return call.skip === undefined ? next : withProperty(next, 'skip', rename.expression(call.skip));
}

function renameInExample(example: Example, rename: Rename): Example {
  const facts = renameKeys(example.facts, rename);
  return withProperty(
    withProperty(example, 'facts', facts),
    'values',
    renameKeys(example.values, rename),
  );
}

function renameKeys<Values extends Readonly<Record<string, unknown>>>(
  values: Values,
  rename: Rename,
): Values {
  const keys = Object.keys(values);
  if (keys.every((key) => rename.key(key) === key)) return values;
  return Object.fromEntries(keys.map((key) => [rename.key(key), values[key]])) as Values;
}

function renameInConstraint(constraint: Constraint, rename: Rename): Constraint {
  return constraint.kind === 'expression'
    ? withProperty(constraint, 'expression', rename.expression(constraint.expression))
    : constraint;
}

/** The same object when nothing changes, so that untouched parts stay shared. */
function withProperty<Item extends object, Key extends keyof Item>(
  item: Item,
  key: Key,
  value: Item[Key],
): Item {
  return item[key] === value ? item : { ...item, [key]: value };
}

function mapShared<Item>(items: readonly Item[], change: (item: Item) => Item): readonly Item[] {
  const next = items.map(change);
  return next.every((item, index) => item === items[index]) ? items : next;
}
