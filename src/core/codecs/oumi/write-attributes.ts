/** Columns and calls of a design as Oumi's attributes; what has no counterpart is listed. */
import type { JsonPath } from '#core/base/diagnostic.ts';
import type { JsonObject } from '#core/base/json.ts';
import type { Call, Column, DatasetDesign } from '#core/design/design.ts';
import type { CategoryValue, FillOf } from '#core/design/fill.ts';
import { pythonText } from '#core/expression/python-text.ts';
import { given } from '#core/codecs/draft.ts';
import type { Losses } from './losses.ts';
import type { WriteTemplate } from './write-template.ts';

export interface Writing {
  readonly design: DatasetDesign;
  readonly losses: Losses;
  readonly template: WriteTemplate;
}

interface Placed {
  readonly column: Column;
  readonly path: JsonPath;
}

export function placedColumns({ columns }: DatasetDesign): readonly Placed[] {
  return columns.map((column, index) => ({ column, path: ['columns', index] }));
}

export function writeSampled(design: DatasetDesign): readonly JsonObject[] {
  return design.columns.flatMap(({ name, label, description, fill }) => {
    if (fill.kind !== 'category') return [];
    const title = label === undefined || label === '' ? name : label;
    return [
      {
        id: name,
        name: title,
        description: description === '' ? title : description,
        possible_values: writeValues(fill.values),
      },
    ];
  });
}

/** Weights that add up to 1 at most are rates already; others are scaled to a sum of 1. */
function writeValues(values: readonly CategoryValue[]): readonly JsonObject[] {
  const total = values.reduce((sum, { weight }) => sum + weight, 0);
  const scale = total > 1 + 1e-9 ? total : 1;
  return values.map(({ value, label, description, weight }) => {
    const id = pythonText(value);
    const name = label === undefined || label === '' ? id : label;
    return {
      id,
      name,
      description: description === undefined || description === '' ? name : description,
      sample_rate: weight / scale,
    };
  });
}

/** The last rate is nudged down where rounding would carry the sum above 1, which Oumi refuses. */
export function writeCombinations({ design, losses }: Writing): readonly JsonObject[] {
  const names = new Map(design.columns.map(({ id, name }) => [id, name]));
  const sampled = design.columns.filter(({ fill }) => fill.kind === 'category');
  const combinations = (design.combinations ?? []).map(({ values, rate }, index) => {
    const missing = sampled.filter(({ id }) => !Object.hasOwn(values, id));
    if (missing.length > 0)
      losses.add(
        ['combinations', index],
        `In Oumi, rows of this combination have no ${missing.map(({ name }) => name).join(', ')}. Add values for them.`,
      );
    const combination = Object.fromEntries(
      Object.entries(values).map(([id, value]) => [names.get(id) ?? id, pythonText(value)]),
    );
    return { combination, sample_rate: rate };
  });
  const sum = combinations.reduce((total, { sample_rate: rate }) => total + rate, 0);
  const last = combinations.at(-1);
  if (last === undefined || sum <= 1 || sum > 1 + 1e-9) return combinations;
  return [...combinations.slice(0, -1), { ...last, sample_rate: last.sample_rate - (sum - 1) * 2 }];
}

export function writeGenerated({ design, losses, template }: Writing): readonly JsonObject[] {
  return placedColumns(design).flatMap(({ column, path }) => {
    const { fill, name } = column;
    if (fill.kind !== 'generated') return [];
    const call = design.calls.find(({ id }) => id === fill.call);
    if (call?.output.kind === 'conversation') return [];
    if (call?.output.kind !== 'text') {
      losses.add(
        path,
        `${name} is written together with other fields. Oumi asks for one text at a time, so it was left out.`,
      );
      return [];
    }
    return [
      {
        id: name,
        instruction_messages: writeMessages(call, { design, losses, template }),
        ...writeCleaning(column, design),
      },
    ];
  });
}

function writeMessages(call: Call, { design, template }: Writing): readonly JsonObject[] {
  const at = design.calls.indexOf(call);
  return call.messages.map(({ role, content }, index) => ({
    role: role.toUpperCase(),
    content: template(content, ['calls', at, 'messages', index, 'content']),
  }));
}

function writeCleaning(original: Column, { columns }: DatasetDesign): JsonObject {
  for (const { name, fill } of columns) {
    if (fill.kind !== 'postprocess' || fill.column !== original.id) continue;
    return {
      postprocessing_params: {
        id: name,
        ...(original.drop ? { keep_original_text_attribute: false } : {}),
        ...cleaningOf(fill),
      },
    };
  }
  return {};
}

function cleaningOf(fill: FillOf<'postprocess'>): JsonObject {
  return {
    ...given({
      cut_prefix: fill.cutPrefix,
      cut_suffix: fill.cutSuffix,
      regex: fill.regex,
      added_prefix: fill.addedPrefix,
      added_suffix: fill.addedSuffix,
    }),
    ...(fill.strip ? {} : { strip_whitespace: false }),
  };
}

export function writeMultiturn({ design, template }: Writing): readonly JsonObject[] {
  return design.calls.flatMap((call, index) => {
    const { output } = call;
    if (output.kind !== 'conversation') return [];
    const column = design.columns.find(
      ({ id, fill }) =>
        fill.kind === 'generated' && fill.call === call.id && id !== output.planColumn,
    );
    if (column === undefined) return [];
    const path: JsonPath = ['calls', index, 'output'];
    const { personas, planner, systemPrompt } = output;
    const instructions = Object.entries(personas).map(([role, text = '']) => [
      role.toUpperCase(),
      template(text, [...path, 'personas', role]),
    ]);
    return [
      {
        id: column.name,
        min_turns: output.minRounds,
        max_turns: output.maxRounds,
        role_instruction_messages: Object.fromEntries(instructions) as JsonObject,
        ...given({
          output_system_prompt:
            systemPrompt === undefined
              ? undefined
              : template(systemPrompt, [...path, 'systemPrompt']),
          conversation_planner:
            planner === undefined ? undefined : template(planner, [...path, 'planner']),
        }),
        ...(output.environments.length === 0
          ? {}
          : { available_environments: output.environments }),
        ...(output.tools.length === 0 ? {} : { available_tools: output.tools }),
        ...(output.maxToolRounds === 50
          ? {}
          : { max_consecutive_tool_turns: output.maxToolRounds }),
      },
    ];
  });
}

export function writeTransformed(writing: Writing): readonly JsonObject[] {
  return placedColumns(writing.design).flatMap(({ column, path }) => {
    const strategy = strategyOf(column, [...path, 'fill'], writing);
    return strategy === undefined ? [] : [{ id: column.name, transformation_strategy: strategy }];
  });
}

function strategyOf(
  { fill }: Column,
  path: JsonPath,
  { template }: Writing,
): JsonObject | undefined {
  switch (fill.kind) {
    case 'template':
      return { type: 'STRING', string_transform: template(fill.template, [...path, 'template']) };
    case 'list':
      return {
        type: 'LIST',
        list_transform: fill.items.map((text, index) => template(text, [...path, 'items', index])),
      };
    case 'object':
      return {
        type: 'DICT',
        dict_transform: templates(fill.entries, template, [...path, 'entries']),
      };
    case 'chat':
      return {
        type: 'CHAT',
        chat_transform: {
          messages: fill.messages.map(({ role, content }, index) => ({
            role: role.toUpperCase(),
            content: template(content, [...path, 'messages', index, 'content']),
          })),
          ...given({ conversation_id: fill.conversationId }),
          ...(Object.keys(fill.metadata).length === 0
            ? {}
            : { metadata: templates(fill.metadata, template, [...path, 'metadata']) }),
        },
      };
    default:
      return undefined;
  }
}

function templates(
  record: Readonly<Record<string, string>>,
  template: WriteTemplate,
  path: JsonPath,
): JsonObject {
  return Object.fromEntries(
    Object.entries(record).map(([key, text]) => [key, template(text, [...path, key])]),
  );
}
