import { describe, expect, it } from 'vitest';
import type { DatasetDesign } from '#core/design/design.ts';
import { attachEnvironments } from './environments-file.ts';
import { openConfig, oumiYaml } from './oumi-yaml.ts';

const config = `# Talks at a desk
strategy_params:
  input_examples: [{examples: [{town: Bonn}]}]
  multiturn_attributes:
    - id: talk
      min_turns: 1
      max_turns: 1
      available_tools: [opening]
      role_instruction_messages: {USER: "You are in {town}.", ASSISTANT: You help.}
environment_config_path: tools/desk.yaml
inference_config: {engine: OPENAI, model: {model_name: m}}
`;

const desk = `environments:
  - id: desk
    env_type: deterministic
    tools: [{id: opening, name: opening, description: When it is open}]
    env_kwargs: {lookup_table: {opening: [{input: {}, output: nine to five}]}}
`;

function opened(text = config): DatasetDesign {
  const result = openConfig(text);
  if (!result.ok) throw new Error(result.error[0]?.message);
  expect(result.value.notices.filter(({ severity }) => severity === 'error')).toEqual([]);
  return result.value.design;
}

function attached(): DatasetDesign {
  const result = attachEnvironments(opened(), { path: 'tools/desk.yaml', text: desk });
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

describe('a file of environments', () => {
  it('is asked for by the configuration that names it', () => {
    expect(opened().environmentsFile).toEqual({ path: 'tools/desk.yaml' });
    expect(oumiYaml.encode(opened()).text).toBe(config);
  });

  it('gives the design its tools, and the configuration stays as it was', () => {
    const design = attached();
    expect(design.environments).toMatchObject([
      { id: 'desk', kind: 'deterministic', lookup: { opening: [{ output: 'nine to five' }] } },
    ]);
    expect(oumiYaml.encode(design).text).toBe(config);
  });

  it('is left behind when its tools are changed: they are written where they are used', () => {
    const design = attached();
    const environments = design.environments?.map((one) => ({ ...one, description: 'A desk' }));
    const { text } = oumiYaml.encode({ ...design, environments });
    expect(text).not.toContain('environment_config_path');
    expect(opened(text).environments).toEqual(environments);
  });

  it('may be JSON', () => {
    const text = JSON.stringify({
      environments: [{ id: 'e', env_type: 'synthetic', env_kwargs: { tool_persona: 'A shop' } }],
    });
    const result = attachEnvironments(opened(), { path: 'e.json', text });
    expect(result).toMatchObject({ ok: true, value: { environments: [{ persona: 'A shop' }] } });
  });

  it.each([
    ['environments:\n  - {id: a}\n', /^Line 2: /],
    ['environment: []\n', /^Line 1: /],
    ['environments: []\n', /holds no environments/],
    ['[1]', /./],
    ['a: [', /./],
  ])('that is none is refused with a sentence: %j', (text, sentence) => {
    const result = attachEnvironments(opened(), { path: 'e.yaml', text });
    expect(result).toMatchObject({ ok: false, error: expect.stringMatching(sentence) });
  });
});
