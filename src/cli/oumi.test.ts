import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carryOutCommandLine } from './command-line.ts';
import { createTestHost } from './testing/test-host.ts';

const config = `# Notes of a walk.
num_samples: 2
strategy_params:
  input_data: [{path: walks.jsonl}]
  sampled_attributes:
    - id: mood
      name: Mood
      description: How it felt
      possible_values: [{id: calm, name: Calm, description: Nothing hurries}]
  generated_attributes:
    - {id: note, instruction_messages: [{role: USER, content: "A {mood} note about {place}."}]}
  multiturn_attributes:
    - id: talk
      min_turns: 1
      max_turns: 1
      role_instruction_messages: {USER: "You walk at {place}.", ASSISTANT: You listen.}
  transformed_attributes:
    - {id: line, transformation_strategy: {type: STRING, string_transform: "{place}: {note}"}}
inference_config: {engine: OPENAI, model: {model_name: m}, generation: {temperature: 1.0}}
`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rowsmith-'));
  await writeFile(join(folder, 'walk.yaml'), config);
  await writeFile(join(folder, 'walks.jsonl'), '{"place":"the harbour"}\n{"place":"a hill"}\n');
});
afterEach(() => rm(folder, { recursive: true }));

async function carryOut(...words: readonly string[]) {
  const host = createTestHost();
  const code = await carryOutCommandLine(words, host);
  return { code, output: host.output(), errors: host.errors() };
}

describe('an Oumi configuration on the command line', () => {
  it('becomes rows in the shape that Oumi writes', async () => {
    const out = join(folder, 'rows.jsonl');
    const { code, errors } = await carryOut(
      ...['run', join(folder, 'walk.yaml'), '--out', out, '--provider', 'demo'],
    );
    expect({ code, errors }).toMatchObject({ code: 0 });
    const lines = (await readFile(out, 'utf8')).trim().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^\{"place": "the harbour", "mood": "calm", "note": /);
    const row = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
    expect(row.line).toBe(`the harbour: ${row.note as string}`);
    expect(row.talk).toMatchObject({ messages: [{ role: 'user' }, { role: 'assistant' }] });
  });

  it('is changed by paths of its own and of the design', async () => {
    const out = join(folder, 'rows.jsonl');
    const { code } = await carryOut(
      ...['run', join(folder, 'walk.yaml'), '--out', out, '--provider', 'demo'],
      ...['--set', 'num_samples=3', '--set', 'seed=9'],
    );
    expect(code).toBe(0);
    expect((await readFile(out, 'utf8')).trim().split('\n')).toHaveLength(3);
  });

  it('comes back as it was', async () => {
    const { output, code } = await carryOut('convert', join(folder, 'walk.yaml'), '--to', 'oumi');
    expect(code).toBe(0);
    expect(output).toContain('# Notes of a walk.');
    expect(output).toContain('path: walks.jsonl');
    expect(output).not.toContain('the harbour');
  });

  it('is checked with lines', async () => {
    await writeFile(join(folder, 'walk.yaml'), config.replace('{place}."}', '{plaice}."}'));
    const { code, output } = await carryOut('check', join(folder, 'walk.yaml'));
    expect(code).toBe(1);
    expect(output).toContain('walk.yaml:11: error unknown-reference');
  });

  it('takes its tools from a file beside it, or from one that is attached', async () => {
    const talk = `
strategy_params:
  input_examples: [{examples: [{town: Bonn}]}]
  multiturn_attributes:
    - id: talk
      min_turns: 1
      max_turns: 1
      available_tools: [opening]
      role_instruction_messages: {USER: "You are in {town}.", ASSISTANT: You help.}
environment_config_path: desk.yaml
inference_config: {engine: OPENAI, model: {model_name: m}, generation: {temperature: 1.0}}
`;
    const desk = `environments:
  - id: desk
    env_type: deterministic
    tools: [{id: opening, name: opening, description: When it is open}]
    env_kwargs: {lookup_table: {opening: [{input: {}, output: nine to five}]}}
`;
    const file = join(folder, 'talk.yaml');
    await writeFile(file, talk);
    const without = await carryOut('check', file);
    expect(without).toMatchObject({ code: 1 });
    expect(without.output).toContain('talk.yaml:10: error environments-missing');
    await writeFile(join(folder, 'other.yaml'), desk);
    const attach = ['--attach', `desk.yaml=${join(folder, 'other.yaml')}`];
    expect(await carryOut('check', file, ...attach)).toMatchObject({ code: 0 });
    await writeFile(join(folder, 'desk.yaml'), desk);
    const out = join(folder, 'rows.jsonl');
    expect(await carryOut('run', file, '--out', out, '--provider', 'demo')).toMatchObject({
      code: 0,
    });
    const row = JSON.parse(await readFile(out, 'utf8')) as { talk: { tools: unknown } };
    expect(row.talk.tools).toMatchObject([{ function: { name: 'opening' } }]);
    const { output } = await carryOut('convert', file, '--to', 'oumi');
    expect(output.trim()).toBe(talk.trim());
  });

  it('opens no file outside of its folder unless the user attaches it', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'rowsmith-'));
    const secret = join(outside, 'walks.jsonl');
    await writeFile(secret, '{"place":"elsewhere"}\n');
    await writeFile(join(folder, 'walk.yaml'), config.replace('walks.jsonl', secret));
    const out = join(folder, 'rows.jsonl');
    const words = ['run', join(folder, 'walk.yaml'), '--out', out, '--provider', 'demo'];
    expect(await carryOut(...words)).toMatchObject({ code: 1 });
    const lost = await carryOut(...words, '--attach', `walks.jsonl=${secret}x`);
    expect(lost).toMatchObject({ code: 1 });
    expect(lost.errors).toContain('walks.jsonlx cannot be read. Check its name and permissions.');
    const { code } = await carryOut(...words, '--attach', `walks.jsonl=${secret}`);
    await rm(outside, { recursive: true });
    expect(code).toBe(0);
    expect(await readFile(out, 'utf8')).toContain('elsewhere');
  });
});
