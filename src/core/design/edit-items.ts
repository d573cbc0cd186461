/** Commands on rules, calls, model aliases, sources and charts. */
import type { Diagnostic, JsonPath } from '#core/base/diagnostic.ts';
import { listWords } from '#core/base/list-words.ts';
import { limits } from '#core/base/limits.ts';
import { failure, success } from '#core/base/result.ts';
import type { ItemCommand } from './command.ts';
import { chartSchema } from './chart.ts';
import { constraintSchema, type Constraint } from './constraint.ts';
import type { DatasetDesign } from './design.ts';
import { callSchema, modelAliasSchema } from './design-schema.ts';
import { orderCharts, withoutRuleCharts } from './edit-charts.ts';
import {
  changed,
  checkShape,
  idOf,
  indexOfItem,
  refuse,
  replaceAt,
  withList,
  type EditResult,
  type ListKey,
} from './edit-list.ts';
import { parseEndpoint } from './endpoint.ts';
import { followLaw } from './linear-law.ts';
import { sourceSchema } from './source.ts';

type ItemKey = Exclude<ListKey, 'columns'>;
type Item<Key extends ItemKey> = DatasetDesign[Key][number];

const schemas = {
  constraints: constraintSchema,
  calls: callSchema,
  models: modelAliasSchema,
  sources: sourceSchema,
  charts: chartSchema,
} as const;

const nouns = {
  constraints: 'constraint',
  calls: 'call',
  models: 'model',
  sources: 'source',
  charts: 'chart',
} as const;

export function editItem(design: DatasetDesign, command: ItemCommand): EditResult {
  switch (command.kind) {
    case 'add-constraint':
      return addItem(design, 'constraints', command.constraint);
    case 'add-call':
      return addItem(design, 'calls', command.call);
    case 'add-source':
      return addItem(design, 'sources', command.source);
    case 'add-chart':
      return addItem(design, 'charts', command.chart);
    case 'add-model':
      return addItem(design, 'models', command.model);
    case 'rename-model':
      return renameModel(design, command.alias, command.name);
    case 'order-charts':
      return orderCharts(design, command.charts);
    default:
      return 'change' in command || 'constraint' in command || 'chart' in command
        ? updateItemOf(design, command)
        : deleteItemOf(design, command);
  }
}

/** What a rule has written follows it. */
function updateConstraint(design: DatasetDesign, constraint: Constraint): EditResult {
  const edited = updateItem(design, 'constraints', [constraint.id, constraint]);
  return edited.ok ? success(followLaw(design, edited.value, constraint.id)) : edited;
}

type UpdateCommand = Extract<ItemCommand, { kind: `update-${string}` }>;

function updateItemOf(design: DatasetDesign, command: UpdateCommand): EditResult {
  switch (command.kind) {
    case 'update-constraint':
      return updateConstraint(design, command.constraint);
    case 'update-call':
      return updateItem(design, 'calls', [command.callId, command.change]);
    case 'update-model':
      return updateItem(design, 'models', [command.alias, command.change]);
    case 'update-source':
      return updateItem(design, 'sources', [command.sourceId, command.change]);
    case 'update-chart':
      return updateItem(design, 'charts', [command.chart.id, command.chart]);
  }
}

type DeleteCommand = Extract<ItemCommand, { kind: `delete-${string}` }>;

function deleteItemOf(design: DatasetDesign, command: DeleteCommand): EditResult {
  switch (command.kind) {
    case 'delete-constraint':
      return deleteItem(
        withoutRuleCharts(design, command.constraintId),
        'constraints',
        command.constraintId,
      );
    case 'delete-call':
      return deleteItem(design, 'calls', command.callId);
    case 'delete-model':
      return deleteItem(design, 'models', command.alias);
    case 'delete-source':
      return deleteItem(design, 'sources', command.sourceId);
    case 'delete-chart':
      return deleteItem(design, 'charts', command.chartId);
  }
}

function addItem<Key extends ItemKey>(
  design: DatasetDesign,
  key: Key,
  item: Item<Key>,
): EditResult {
  const list: readonly Item<Key>[] = design[key];
  const path: JsonPath = [key, list.length];
  if (key === 'constraints' && list.length >= limits.constraints)
    return refuse('too-many-constraints', [key], `The limit is ${limits.constraints} constraints.`);
  if (indexOfItem(design, key, idOf(item)) !== undefined)
    return refuse('duplicate-id', path, `There is already a ${nouns[key]} “${idOf(item)}”.`);
  const problems = problemsOf(key, item, path);
  if (problems.length > 0) return failure(problems);
  return success(withList(design, key, [...list, item]));
}

function updateItem(
  design: DatasetDesign,
  key: ItemKey,
  [id, change]: readonly [id: string, change: object],
): EditResult {
  const list: readonly Item<ItemKey>[] = design[key];
  const index = indexOfItem(design, key, id);
  const item = index === undefined ? undefined : list[index];
  if (index === undefined || item === undefined) return refuseUnknown(key, id);
  // Rules and charts are replaced as a whole, because their kind may change with all its settings.
  const isWhole = key === 'constraints' || key === 'charts';
  const next = isWhole ? (change as typeof item) : changed(item, change);
  const problems = problemsOf(key, next, [key, index]);
  if (problems.length > 0) return failure(problems);
  return success({ ...design, [key]: replaceAt(list, index, next) });
}

function deleteItem(design: DatasetDesign, key: ItemKey, id: string): EditResult {
  const index = indexOfItem(design, key, id);
  if (index === undefined) return refuseUnknown(key, id);
  const users = usersOf(design, key, id);
  if (users.length > 0)
    return failure([
      {
        path: [key, index],
        code: `${nouns[key]}-in-use`,
        severity: 'error',
        message: `This ${nouns[key]} is used by ${listWords(users)}. Change that first.`,
      },
    ]);
  const list: readonly Item<ItemKey>[] = design[key];
  return success({ ...design, [key]: list.toSpliced(index, 1) });
}

function renameModel(design: DatasetDesign, alias: string, name: string): EditResult {
  const index = indexOfItem(design, 'models', alias);
  const model = index === undefined ? undefined : design.models[index];
  if (index === undefined || model === undefined) return refuseUnknown('models', alias);
  if (name === alias) return success(design);
  if (indexOfItem(design, 'models', name) !== undefined)
    return refuse('duplicate-id', ['models', index], `There is already a model “${name}”.`);
  const renamed = { ...model, alias: name };
  const problems = problemsOf('models', renamed, ['models', index]);
  if (problems.length > 0) return failure(problems);
  return success({
    ...design,
    models: replaceAt(design.models, index, renamed),
    calls: design.calls.map((call) => (call.model === alias ? { ...call, model: name } : call)),
  });
}

/** What uses an item, each with its name. */
function usersOf(design: DatasetDesign, key: ItemKey, id: string): readonly string[] {
  if (key === 'models')
    return design.calls.flatMap(({ model, name }) => (model === id ? [`call “${name}”`] : []));
  const continued =
    key === 'sources' && design.originals?.source === id ? ['the original rows'] : [];
  const columns = design.columns.flatMap(({ fill, name }) => {
    const isUser =
      (key === 'calls' && fill.kind === 'generated' && fill.call === id) ||
      (key === 'sources' && fill.kind === 'source' && fill.source === id);
    return isUser ? [`column “${name}”`] : [];
  });
  return [...continued, ...columns];
}

function problemsOf(key: ItemKey, item: Item<ItemKey>, path: JsonPath): readonly Diagnostic[] {
  const problems = checkShape(schemas[key], item, path);
  if (!('endpoint' in item) || item.endpoint === undefined) return problems;
  // A password typed into an address would travel with the design; it never gets in.
  const endpoint = parseEndpoint(item.endpoint);
  if (endpoint.ok || endpoint.error.code !== 'endpoint-credentials') return problems;
  return [...problems, { ...endpoint.error, path: [...path, 'endpoint'], severity: 'error' }];
}

function refuseUnknown(key: ItemKey, id: string): EditResult {
  return refuse(
    `unknown-${nouns[key]}`,
    [key],
    `There is no ${nouns[key]} “${id}” in this design.`,
  );
}
