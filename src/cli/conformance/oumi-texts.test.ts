import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/base/json.ts';
import { segmentText, windowsOf } from '#core/codecs/source-files/segment-text.ts';
import { parsePlan } from '#core/engine/conversation/parse-plan.ts';
import { pythonSample } from '#core/engine/conversation/python-random.ts';
import { createPostprocess } from '#core/engine/postprocess/apply-postprocess.ts';
import { parseFormat } from '#core/expression/parse.ts';
import { ExpressionError } from '#core/expression/problem.ts';
import { compileTemplate } from '#core/expression/render.ts';
import type { Scope } from '#core/expression/scope.ts';
import { textIn, type Vector } from './oumi-vectors.ts';
import { suite, rowOf, designOf, filled, isAbsent, type Sampled, casesOf } from './oumi-cases.ts';

const codes: Readonly<Record<string, string>> = {
  bad_template: 'expression-syntax',
  positional_field: 'positional-field',
  missing_placeholder: 'unknown-name',
  bad_attribute: 'unknown-attribute',
  key_not_found: 'unknown-key',
  index_out_of_range: 'out-of-range',
  bad_index_type: 'type-mismatch',
};

function scopeOf(input: Vector['input']): Scope {
  const sample = input.sample as JsonObject;
  const sampled = (input.sampled_attributes ?? []) as unknown as readonly Sampled[];
  return {
    get: (name) => (Object.hasOwn(sample, name) ? sample[name] : undefined),
    attribute(name, key) {
      const attribute = sampled.find(({ id }) => id === name);
      if (attribute === undefined) return undefined;
      if (key === 'parent') return { name: attribute.name, description: attribute.description };
      const value = attribute.possible_values.find(({ id }) => id === sample[name]);
      return key === 'label' ? value?.name : value?.[key];
    },
    ...(input.missing_allowed === true ? { missing: (name: string) => `{${name}}` } : {}),
  };
}

function rendered(input: Vector['input']): { value: string } | { error: string } {
  const parsed = parseFormat(textIn(input.template));
  if (!parsed.ok) return { error: parsed.error.code };
  try {
    return { value: compileTemplate(parsed.value)(scopeOf(input)) };
  } catch (error) {
    if (error instanceof ExpressionError) return { error: error.problem.code };
    throw error;
  }
}

describe.skipIf(isAbsent)(`texts ${suite}`, () => {
  it.for(casesOf('format'))('$id', ({ input, expect: expected }) => {
    const result = rendered(input);
    if (expected.error === undefined) expect(result).toEqual({ value: expected.value });
    else expect(result).toEqual({ error: codes[textIn(expected.error)] });
  });

  it.for(casesOf('postprocess'))('$id', ({ input, expect: expected }) => {
    const params = (input.params ?? input.postprocessing_params) as Record<
      string,
      string & boolean
    >;
    const id = textIn(input.attribute_id ?? 'g');
    const design = designOf({
      strategy_params: {
        generated_attributes: [
          {
            id,
            instruction_messages: [{ role: 'USER', content: 'x' }],
            postprocessing_params: { id: 'clean', ...params },
          },
        ],
      },
    });
    const dataset = filled(design, 1);
    dataset.commit(design.calls[0]?.id ?? '', [{ row: 0, cells: { [id]: input.response ?? '' } }]);
    const row = rowOf(dataset, 0);
    if (expected.record === undefined) expect(row.clean).toBe(expected.value);
    else expect(row).toEqual(expected.record);
    expect(createPostprocess({ strip: true }).ok).toBe(true);
  });

  it.for(casesOf('segment'))('$id', ({ input, expect: expected }) => {
    if (expected.segments === undefined) {
      const params = input.params as { input_documents: [{ texts: readonly string[] }] };
      const words: string[] = [];
      const tokenizer = {
        encode: (text: string) => text.split(' ').map((word) => words.push(word) - 1),
        decode: (tokens: readonly number[]) => tokens.map((at) => words[at]).join(' '),
      };
      const pieces = params.input_documents[0].texts.flatMap((text) =>
        segmentText(text, tokenizer, { length: 3, overlap: 0 }),
      );
      const rows = expected.rows as readonly JsonObject[];
      expect(rows.map((_, row) => ({ seg: pieces[row % pieces.length] }))).toEqual(rows);
      return;
    }
    const { tokens, segment_length: length, segment_overlap: overlap } = input;
    expect(windowsOf(tokens as readonly string[], Number(length), Number(overlap))).toEqual(
      expected.segments,
    );
  });

  it.for(casesOf('plan_parse'))('$id', ({ input, expect: expected }) => {
    const plan = parsePlan(textIn(input.text), Number(input.target_turns));
    expect(plan ?? null).toEqual(expected.instructions);
  });

  it.for(casesOf('grounding'))('$id', ({ input, expect: expected }) => {
    const { seed, sample_index: index, pool_size: pool, sample_size: size } = input;
    const count = Math.min(Number(size), Number(pool));
    expect(pythonSample(Number(seed) + Number(index), Number(pool), count)).toEqual(
      expected.indices,
    );
  });
});
