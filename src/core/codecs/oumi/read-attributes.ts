/** Attributes as columns and calls: sampled, combined, generated, spoken and transformed. */
import type { JsonPath } from '#core/base/diagnostic.ts';
import type { JsonObject } from '#core/base/json.ts';
import type {
  OumiGenerated,
  OumiMessage,
  OumiMultiturn,
  OumiParams,
  OumiPostprocessing,
  OumiSampled,
  OumiTransformed,
} from './config.ts';
import { given, type Draft } from '#core/codecs/draft.ts';
import { spreadRates } from './sample-rates.ts';

/** `model` is the alias of the calls. In the order in which Oumi fills a row. */
export function readAttributes(params: OumiParams, draft: Draft, model: string): void {
  const each = <Item>(
    key: keyof OumiParams,
    items: readonly Item[] | null | undefined,
    read: (item: Item, from: JsonPath) => void,
  ): void => {
    for (const [index, item] of (items ?? []).entries())
      read(item, ['strategy_params', key, index]);
  };
  each('sampled_attributes', params.sampled_attributes, (item, from) =>
    readSampled(item, draft, from),
  );
  each('generated_attributes', params.generated_attributes, (item, from) =>
    readGenerated(item, { draft, model, from }),
  );
  each('multiturn_attributes', params.multiturn_attributes, (item, from) =>
    readMultiturn(item, { draft, model, from }),
  );
  each('transformed_attributes', params.transformed_attributes, (item, from) =>
    readTransformed(item, draft, from),
  );
}

function readSampled(attribute: OumiSampled, draft: Draft, from: JsonPath): void {
  const values = attribute.possible_values ?? [];
  const rates = spreadRates(values.map((value) => value.sample_rate));
  draft.addColumn(
    attribute.id ?? 'attribute',
    {
      label: attribute.name ?? '',
      description: attribute.description ?? '',
      type: 'text',
      fill: {
        kind: 'category',
        values: values.map(({ id = '', name = id, description = '' }, index) => ({
          value: id,
          label: name,
          description,
          weight: rates[index] ?? 0,
        })),
      },
    },
    from,
  );
}

/** Combinations by column id; an attribute that does not exist keeps its name, for the check to report. */
export function readCombinations(params: OumiParams, draft: Draft): readonly JsonObject[] {
  return (params.combination_sampling ?? []).map(({ combination = {}, sample_rate: rate = 0 }) => ({
    values: Object.fromEntries(
      Object.entries(combination).map(([name, value]) => [draft.columnId(name) ?? name, value]),
    ),
    rate,
  }));
}

interface Reading {
  readonly draft: Draft;
  readonly model: string;
  readonly from: JsonPath;
}

function readGenerated(attribute: OumiGenerated, { draft, model, from }: Reading): void {
  const name = attribute.id ?? 'generated';
  const call = addCall(draft, from, {
    name,
    model,
    messages: (attribute.instruction_messages ?? []).map(readMessage),
    output: { kind: 'text' },
  });
  const cleaning = attribute.postprocessing_params;
  const isKept = cleaning?.keep_original_text_attribute !== false;
  const fill = { kind: 'generated', call };
  const column = draft.addColumn(name, { type: 'text', fill, drop: !isKept }, from);
  if (cleaning)
    draft.addColumn(
      cleaning.id ?? `${name}_clean`,
      { type: 'text', fill: { kind: 'postprocess', column, ...readCleaning(cleaning) } },
      [...from, 'postprocessing_params'],
    );
}

function readCleaning(cleaning: OumiPostprocessing): JsonObject {
  return {
    ...given({
      regex: cleaning.regex,
      cutPrefix: cleaning.cut_prefix,
      cutSuffix: cleaning.cut_suffix,
      addedPrefix: cleaning.added_prefix,
      addedSuffix: cleaning.added_suffix,
    }),
    strip: cleaning.strip_whitespace ?? true,
  };
}

function readMessage({ role = 'USER', content = '' }: OumiMessage): JsonObject {
  return { role: role.toLowerCase(), content };
}

function addCall(draft: Draft, from: JsonPath, call: JsonObject & { name: string }): string {
  const id = draft.idFor('calls', call.name);
  draft.calls.push({ ...call, id, name: id, rowsPerRequest: 1 });
  draft.places.set(`calls ${id}`, from);
  return id;
}

function readMultiturn(attribute: OumiMultiturn, { draft, model, from }: Reading): void {
  const name = attribute.id ?? 'conversation';
  const {
    USER: user = '',
    ASSISTANT: assistant = '',
    SYSTEM: system,
    TOOL: tool,
  } = attribute.role_instruction_messages ?? {};
  const id = draft.idFor('calls', name);
  const fill = { kind: 'generated', call: id };
  draft.addColumn(name, { type: 'object', fill }, from);
  const planColumn = draft.addColumn(`${name}_plan`, { type: 'text', fill }, from);
  const least = Math.max(1, attribute.min_turns ?? 1);
  draft.calls.push({
    id,
    name: id,
    model,
    rowsPerRequest: 1,
    output: {
      kind: 'conversation',
      minRounds: least,
      maxRounds: Math.max(least, attribute.max_turns ?? least),
      personas: { user, assistant, ...given({ system, tool }) },
      ...given({
        planner: attribute.conversation_planner,
        systemPrompt: attribute.output_system_prompt,
      }),
      planColumn,
      environments: attribute.available_environments ?? [],
      tools: attribute.available_tools ?? [],
      maxToolRounds: attribute.max_consecutive_tool_turns ?? 50,
    },
  });
  draft.places.set(`calls ${id}`, from);
}

function readTransformed(
  { id = 'transformed', transformation_strategy: strategy = {} }: OumiTransformed,
  draft: Draft,
  from: JsonPath,
): void {
  switch (strategy.type) {
    case 'LIST':
      draft.addColumn(
        id,
        { type: 'list', fill: { kind: 'list', items: strategy.list_transform ?? [] } },
        from,
      );
      return;
    case 'DICT':
      draft.addColumn(
        id,
        { type: 'object', fill: { kind: 'object', entries: strategy.dict_transform ?? {} } },
        from,
      );
      return;
    case 'CHAT': {
      const {
        messages = [],
        conversation_id: conversationId,
        metadata = {},
      } = strategy.chat_transform ?? {};
      const fill = {
        kind: 'chat',
        messages: messages.map(readMessage),
        ...given({ conversationId }),
        metadata,
      };
      draft.addColumn(id, { type: 'object', fill }, from);
      return;
    }
    default: {
      const template = strategy.string_transform ?? '';
      draft.addColumn(id, { type: 'text', fill: { kind: 'template', template } }, from);
    }
  }
}

/** The ids of the columns an export keeps, with a column for each path; undefined when all are kept. */
export function readPassthrough(params: OumiParams, draft: Draft): readonly string[] | undefined {
  const wanted = params.passthrough_attributes ?? [];
  if (wanted.length === 0) return undefined;
  const from: JsonPath = ['strategy_params', 'passthrough_attributes'];
  const dropped = new Set(draft.columns.flatMap(({ id, drop }) => (drop === true ? [id] : [])));
  return wanted.flatMap((name) => {
    if (!name.includes('[') || !name.includes(']')) {
      const id = draft.columnId(name);
      return id === undefined || dropped.has(id) ? [] : [id];
    }
    const root = /^[^.[\]]*/.exec(name)?.[0] ?? '';
    const column = draft.columnId(root);
    if (column === undefined) return [];
    const fill = { kind: 'pick', column, path: name.slice(root.length) };
    return [draft.addColumn(name, { type: 'text', fill, drop: true }, from)];
  });
}
