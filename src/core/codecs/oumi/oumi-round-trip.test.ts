import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/base/json.ts';
import { openConfig, oumiYaml } from './oumi-yaml.ts';

/** Texts that YAML, Oumi's loader or its templates could take for something else. */
const nasty = fc.constantFrom(
  ...['yes', 'NO', '~', '010', '1e3', '12:30', '.5', '2024-01-01', '???x', '{{x}}', 'a: b', '# c'],
  ...[' - d', 'pay ${a}', 'pay \\${a}', '\\', '"q"', "'s'", 'tab\there', 'ß\u0085é', 'end \n', '|'],
  ...[
    'line one\nline two',
    '\n lead',
    'null',
    'True',
    '=',
    '*a',
    '&b',
    '!c',
    '%d',
    '@e',
    '\uFEFFx',
  ],
);
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  nasty,
  fc.tuple(nasty, nasty).map((pair) => pair.join(' ')),
);
const some = words.map((text) => (text.trim() === '' ? 'text' : text));
/** As a template: braces stand for themselves. */
const template = some.map((text) => text.replaceAll('{', '{{').replaceAll('}', '}}'));

const values = fc.uniqueArray(fc.tuple(some, some, some), {
  minLength: 1,
  maxLength: 3,
  selector: ([id]) => id,
});

const role = fc.constantFrom('SYSTEM', 'USER', 'ASSISTANT');
const messages = fc.array(fc.record({ role, content: template }), { minLength: 1, maxLength: 3 });

const config: fc.Arbitrary<JsonObject> = fc
  .record({
    rows: fc.integer({ min: 1, max: 9 }),
    values,
    rate: fc.double({ min: 0, max: 1, noNaN: true }),
    messages,
    cut: fc.option(some, { nil: undefined }),
    text: template,
    items: fc.array(template, { minLength: 1, maxLength: 3 }),
    persona: template,
    planner: fc.option(template, { nil: undefined }),
    answer: fc.oneof(some, fc.record({ a: some })),
    temperature: fc.double({ min: 0, max: 2, noNaN: true }),
    retries: fc.nat(9),
  })
  .map((made): JsonObject => ({
    num_samples: made.rows,
    strategy_params: {
      input_examples: [{ examples: [{ town: made.text, n: made.rows }] }],
      sampled_attributes: [
        {
          id: 'mood',
          name: 'Mood',
          description: 'd',
          possible_values: made.values.map(([id, name, description], index) => ({
            ...{ id, name, description },
            ...(index === 0 && made.values.length > 1 ? { sample_rate: made.rate } : {}),
          })),
        },
      ],
      generated_attributes: [
        {
          id: 'note',
          instruction_messages: made.messages,
          postprocessing_params: {
            id: 'clean',
            ...(made.cut === undefined ? {} : { cut_prefix: made.cut }),
          },
        },
      ],
      multiturn_attributes: [
        {
          id: 'talk',
          min_turns: 1,
          max_turns: 2,
          role_instruction_messages: { USER: made.persona, ASSISTANT: made.text },
          ...(made.planner === undefined ? {} : { conversation_planner: made.planner }),
          available_tools: ['look'],
        },
      ],
      transformed_attributes: [
        { id: 'line', transformation_strategy: { type: 'STRING', string_transform: made.text } },
        { id: 'list', transformation_strategy: { type: 'LIST', list_transform: made.items } },
        { id: 'dict', transformation_strategy: { type: 'DICT', dict_transform: { k: made.text } } },
      ],
    },
    environment_config: {
      environments: [
        {
          id: 'shelf',
          env_type: 'deterministic',
          tools: [{ id: 'look', name: 'look', description: 'd', parameters: { type: 'object' } }],
          env_kwargs: { lookup_table: { look: [{ input: {}, output: made.answer }] } },
        },
      ],
    },
    inference_config: {
      engine: 'OPENAI',
      model: { model_name: 'm' },
      generation: { temperature: made.temperature, max_new_tokens: 100 },
      remote_params: { num_workers: 2, max_retries: made.retries },
    },
  }));

/** As a careful person writes it: `${` stands for itself only behind a backslash, and hidden from the loader's first look. */
function writtenByHand(tree: JsonObject): string {
  const escaped = JSON.stringify(tree, (_, value: unknown) =>
    typeof value === 'string'
      ? value.replace(/(\\*)\$\{/g, (_match, slashes: string) => `${slashes}${slashes}\\\${`)
      : value,
  );
  return escaped.replaceAll('${', '\\u0024{');
}

describe('a configuration of any texts', () => {
  it('means the same after it was written anew', () => {
    fc.assert(
      fc.property(config, (tree) => {
        const opened = openConfig(writtenByHand(tree));
        if (!opened.ok) throw new Error(opened.error[0]?.message);
        const errors = opened.value.notices.filter(({ severity }) => severity === 'error');
        expect(errors).toEqual([]);
        const { text } = oumiYaml.encode({ ...opened.value.design, origin: undefined });
        const again = openConfig(text);
        if (!again.ok) throw new Error(again.error[0]?.message);
        expect({ ...again.value.design, origin: undefined }).toEqual({
          ...opened.value.design,
          origin: undefined,
        });
      }),
      { numRuns: 25 },
    );
  });

  it('is read or refused, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          words,
          fc.json(),
          fc.array(words).map((all) => all.join('\n')),
        ),
        (text) => {
          expect(typeof openConfig(text).ok).toBe('boolean');
          expect(typeof openConfig(`strategy_params:\n  ${text}`).ok).toBe('boolean');
        },
      ),
      { numRuns: 60 },
    );
  });
});
