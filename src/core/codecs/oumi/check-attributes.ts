/** Oumi's rules about attributes: sampled, combined, generated, spoken and transformed. */
import { compilePythonSearch } from '#core/base/python-pattern.ts';
import type {
  OumiCombination,
  OumiGenerated,
  OumiMultiturn,
  OumiParams,
  OumiSampled,
  OumiStrategy,
  OumiTransformed,
} from './config.ts';
import { isClose } from './sample-rates.ts';
import { add, at, type Place } from './read-shape.ts';
import { rule } from './rules.ts';

export function checkAttributes(params: OumiParams, place: Place): void {
  const each = <Item>(
    key: keyof OumiParams,
    items: readonly Item[] | null | undefined,
    check: (item: Item, place: Place) => void,
  ): void => {
    for (const [index, item] of (items ?? []).entries()) check(item, at(at(place, key), index));
  };
  each('sampled_attributes', params.sampled_attributes, checkSampled);
  each('combination_sampling', params.combination_sampling, checkCombination);
  each('generated_attributes', params.generated_attributes, checkGenerated);
  each('multiturn_attributes', params.multiturn_attributes, checkMultiturn);
  each('transformed_attributes', params.transformed_attributes, checkTransformed);
  const rates = (params.combination_sampling ?? []).map(({ sample_rate: rate = 0 }) => rate);
  const sum = rates.reduce((total, rate) => total + rate, 0);
  rule(place)(sum > 1, 'combination_sampling', [
    'combination-rates-sum',
    `The rates add up to ${sum}; Oumi allows 1 and nothing more.`,
  ]);
}

function checkSampled(attribute: OumiSampled, place: Place): void {
  const check = rule(place);
  for (const key of ['id', 'name', 'description'] as const)
    check(attribute[key] === '', key, [`sampled-${key}-empty`, `The ${key} is empty.`]);
  const { possible_values: values } = attribute;
  if (values === undefined) return;
  check(values.length === 0, 'possible_values', ['sampled-values-empty', 'There is no value.']);
  const ids = values.map(({ id }) => id);
  check(new Set(ids).size < ids.length, 'possible_values', [
    'sampled-values-duplicate',
    'Two values have the same id.',
  ]);
  for (const [index, value] of values.entries()) {
    const inside = rule(at(at(place, 'possible_values'), index));
    for (const key of ['id', 'name', 'description'] as const)
      inside(value[key] === '', key, [`sampled-value-${key}-empty`, `The ${key} is empty.`]);
    const rate = value.sample_rate ?? 0;
    inside(!(rate >= 0 && rate <= 1), 'sample_rate', [
      'sampled-value-rate-range',
      'A rate lies between 0 and 1.',
    ]);
  }
  const sum = values.reduce((total, { sample_rate: rate }) => total + (rate ?? 0), 0);
  check(sum > 1 && !isClose(sum, 1), 'possible_values', [
    'sampled-rates-sum',
    `The rates add up to ${sum}; the most is 1.`,
  ]);
}

function checkCombination({ combination, sample_rate: rate }: OumiCombination, place: Place): void {
  const check = rule(place);
  check(rate !== undefined && !(rate >= 0 && rate <= 1), 'sample_rate', [
    'combination-rate-range',
    'A rate lies between 0 and 1.',
  ]);
  if (combination === undefined) return;
  const keys = Object.keys(combination);
  const inside = 'combination';
  check(keys.length === 0, inside, ['combination-empty', 'The combination is empty.']);
  check(keys.includes(''), inside, ['combination-key-empty', 'An attribute id is empty.']);
  check(Object.values(combination).includes(''), inside, [
    'combination-value-empty',
    'A value id is empty.',
  ]);
  check(keys.length === 1, inside, [
    'combination-too-few-keys',
    'A combination names two attributes at least.',
  ]);
}

function checkGenerated(attribute: OumiGenerated, place: Place): void {
  const check = rule(place);
  check(attribute.id === '', 'id', ['generated-id-empty', 'The id is empty.']);
  check(attribute.instruction_messages?.length === 0, 'instruction_messages', [
    'generated-messages-empty',
    'There is no message.',
  ]);
  const cleaning = attribute.postprocessing_params;
  if (!cleaning) return;
  const inside = rule(at(place, 'postprocessing_params'));
  inside(cleaning.id === '', 'id', ['postprocess-id-empty', 'The id is empty.']);
  inside(cleaning.id === attribute.id && cleaning.id !== '', 'id', [
    'postprocess-id-same',
    'The cleaned text needs an id of its own.',
  ]);
  const compiled = compilePythonSearch(cleaning.regex ?? '');
  if (!compiled.ok && compiled.error.kind === 'invalid')
    add(at(at(place, 'postprocessing_params'), 'regex'), 'postprocess-regex', {
      message: `Python refuses this pattern. ${compiled.error.message}`,
    });
}

function checkMultiturn(attribute: OumiMultiturn, place: Place): void {
  const check = rule(place);
  const { min_turns: least, max_turns: most, role_instruction_messages: personas } = attribute;
  check(attribute.id === '', 'id', ['multiturn-id-empty', 'The id is empty.']);
  check(least !== undefined && least < 1, 'min_turns', [
    'multiturn-min-turns',
    'It is 1 at least.',
  ]);
  check(least !== undefined && most !== undefined && most < least, 'max_turns', [
    'multiturn-max-turns',
    'It cannot be less than min_turns.',
  ]);
  if (personas !== undefined)
    for (const role of ['USER', 'ASSISTANT'] as const) {
      const persona = Object.hasOwn(personas, role) ? personas[role] : undefined;
      check(persona === undefined, 'role_instruction_messages', [
        'multiturn-role-missing',
        `${role} has no instructions.`,
      ]);
      check(persona === '', 'role_instruction_messages', [
        'multiturn-persona-empty',
        `The instructions of ${role} are empty.`,
      ]);
    }
  check(attribute.output_system_prompt === '', 'output_system_prompt', [
    'multiturn-output-system-prompt',
    'It is empty. Leave it out instead.',
  ]);
}

const payloads = {
  STRING: 'string_transform',
  LIST: 'list_transform',
  DICT: 'dict_transform',
  CHAT: 'chat_transform',
} as const;

function checkTransformed(
  { id, transformation_strategy: strategy }: OumiTransformed,
  place: Place,
): void {
  rule(place)(id === '', 'id', ['transformed-id-empty', 'The id is empty.']);
  const type = strategy?.type as keyof typeof payloads | undefined;
  if (strategy === undefined || type === undefined) return;
  checkStrategy(strategy, type, at(place, 'transformation_strategy'));
}

function checkStrategy(strategy: OumiStrategy, type: keyof typeof payloads, inside: Place): void {
  const check = rule(inside);
  const key = payloads[type];
  const payload = type === 'CHAT' ? strategy.chat_transform?.messages : strategy[key];
  const isEmpty = (payload ?? '') === '' || Object.keys(payload ?? {}).length === 0;
  const code = type === 'CHAT' ? 'chat-transform-empty' : `${key.replace('_', '-')}-empty`;
  check(isEmpty, key, [code, `A transformation of type ${type} needs ${key}.`]);
  if (type !== 'CHAT') return;
  const messages = strategy.chat_transform?.messages ?? [];
  for (const [index, { content }] of messages.entries())
    if (content === '')
      add(at(at(at(inside, 'chat_transform'), 'messages'), index), 'chat-message-empty', {
        message: 'The message is empty.',
      });
}
