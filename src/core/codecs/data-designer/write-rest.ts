/** Rules as inequalities, the source as seed data, aliases as model configurations. */
import { isJsonObject, type JsonObject } from '#core/base/json.ts';
import type { DatasetDesign, ModelAlias } from '#core/design/design.ts';
import { fillGroup } from '#core/design/fill-group.ts';
import { inequalitiesOf, type Inequality } from '#core/design/inequality.ts';
import { constraintSentence } from '#core/design/sentence.ts';
import type { ExpressionNode } from '#core/expression/ast.ts';
import { parseExpressionGrammar } from '#core/expression/parse.ts';
import { given, nameOfId, type Writing } from './writing.ts';

export function writeModels({ design, losses }: Writing): readonly JsonObject[] {
  return design.models.map((model, index) => {
    if (model.provider === 'demo')
      losses.add(
        ['models', index],
        `${model.alias}: the demo model is only here. Name a provider and a model of Data Designer in its place.`,
      );
    if (model.endpoint !== undefined)
      losses.add(
        ['models', index, 'endpoint'],
        `${model.alias}: its address belongs into model_providers.yaml of Data Designer.`,
      );
    return {
      alias: model.alias,
      model: model.model === '' ? 'unknown' : model.model,
      provider: model.provider,
      inference_parameters: inferenceOf(model),
    };
  });
}

function inferenceOf({ temperature, topP, maxTokens, pace, parameters }: ModelAlias): JsonObject {
  return given({
    generation_type: 'chat-completion',
    temperature,
    top_p: topP,
    max_tokens: maxTokens,
    max_parallel_requests: pace?.concurrency,
    extra_body:
      parameters === undefined || Object.keys(parameters).length === 0 ? undefined : parameters,
  });
}

/** One source becomes the seed; its rows are a file that has to lie beside the configuration. */
export function writeSeed({ design, losses }: Writing): JsonObject | undefined {
  const [source, ...others] = design.sources;
  for (const other of others)
    losses.add(
      ['sources', design.sources.indexOf(other)],
      `Data Designer has one seed dataset, so the source ${other.name} was left out.`,
    );
  if (source === undefined) return undefined;
  const path = source.kind === 'inline' ? `${source.id}.jsonl` : source.path;
  if (source.kind === 'inline')
    losses.add(
      ['sources', 0],
      `The rows of ${source.name} are no part of the file: save them as ${path} beside it.`,
    );
  const isRemote = /^(?:datasets\/|hf:\/\/)/.test(path);
  return {
    source: { seed_type: isRemote ? 'hf' : 'local', path },
    sampling_strategy: source.order === 'shuffle' ? 'shuffle' : 'ordered',
  };
}

/** Must-rules that are comparisons of sampled columns; all others are listed by their sentence. */
export function writeConstraints(writing: Writing): readonly JsonObject[] {
  const { design, losses } = writing;
  const found = inequalitiesOf(design);
  return design.constraints.flatMap((rule, index) => {
    const parts = found.filter(({ constraint }) => constraint === index);
    const written = parts.map((part) => writeInequality(part, writing));
    const whole = written.filter((part) => part !== undefined);
    const isWhole = whole.length > 0 && whole.length === countParts(rule);
    if (isWhole) return whole;
    losses.add(
      ['constraints', index],
      `Data Designer cannot keep this rule: ${constraintSentence(rule, design)}`,
    );
    return [];
  });
}

/** How many comparisons a rule is; more than can be written where it is anything else. */
function countParts(rule: DatasetDesign['constraints'][number]): number {
  if (rule.kind === 'range') return [rule.low, rule.high].filter((end) => end !== undefined).length;
  if (rule.kind !== 'expression') return Infinity;
  const parsed = parseExpressionGrammar(rule.expression);
  return parsed.ok ? countComparisons(parsed.value) : Infinity;
}

function countComparisons(node: ExpressionNode): number {
  if (node.kind === 'comparison') return node.links.length;
  if (node.kind !== 'logic' || node.operator === 'or') return Infinity;
  return node.operands.reduce((sum, operand) => sum + countComparisons(operand), 0);
}

function writeInequality(
  { lower, upper, isStrict, target, momentGap }: Inequality,
  { design, missing }: Writing,
): JsonObject | undefined {
  const [low, high] = [lower.columnId, upper.columnId];
  const isSampled = [low, high].every((id) => {
    const column = design.columns.find((one) => one.id === id);
    if (id === undefined) return true;
    return !missing.has(id) && column !== undefined && fillGroup(column.fill.kind) === 'sampled';
  });
  const target_column = nameOfId(design, target ?? '');
  if (!isSampled || target_column === undefined) return undefined;
  const isLower = target === low;
  const operator = `${isLower ? 'l' : 'g'}${isStrict ? 't' : 'e'}`;
  const other = nameOfId(design, (isLower ? high : low) ?? '');
  if (other === undefined) {
    // The other side is a number there.
    if (momentGap !== undefined) return undefined;
    const rhs = isLower ? upper.offset - lower.offset : lower.offset - upper.offset;
    return { target_column, constraint_type: 'scalar_inequality', operator, rhs };
  }
  if (lower.offset !== upper.offset) return undefined;
  return { target_column, constraint_type: 'column_inequality', operator, rhs: other };
}

/** Settings of the whole design that have no place, each named once. */
export function noteSettings({ design, losses }: Writing): void {
  losses.add(['seed'], 'Data Designer draws anew each time: the seed has no place there.');
  const described = design.columns.filter(
    ({ label, description, unit, fill }) =>
      [label, unit].some((text) => (text ?? '') !== '') ||
      (description !== '' && fill.kind !== 'generated'),
  );
  if (described.length > 0)
    losses.add(
      ['columns'],
      `Labels, descriptions and units have no place in Data Designer: ${described.map(({ name }) => name).join(', ')}.`,
    );
  for (const [index, { name, nullRate }] of design.columns.entries())
    if (nullRate > 0)
      losses.add(
        ['columns', index, 'nullRate'],
        `Data Designer leaves no cells of ${name} empty by a share.`,
      );
  const lists = [
    ['combinations', 'Values that occur together'],
    ['copulas', 'Correlations of numbers'],
    ['charts', 'Charts'],
    ['environments', 'Tools of conversations'],
  ] as const;
  for (const [key, words] of lists)
    if ((design[key] ?? []).length > 0)
      losses.add([key], `${words} have no place in Data Designer.`);
  if (isJsonObject(design.originals))
    losses.add(['originals'], 'Rows to continue have no place in Data Designer.');
  if (design.output.columns !== undefined)
    losses.add(['output', 'columns'], 'Data Designer orders the columns of its files itself.');
}
