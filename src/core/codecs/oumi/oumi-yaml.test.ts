import { describe, expect, it } from 'vitest';
import { oumiYaml, openConfig } from './oumi-yaml.ts';

const garden = `# A garden diary.
num_samples: 3 # three are enough
strategy_params:
  sampled_attributes:
    - id: season
      name: Season
      description: When it happens
      possible_values:
        - {id: spring, name: Spring, description: Things begin, sample_rate: 0.5}
        - {id: autumn, name: Autumn, description: Things end}
  generated_attributes:
    # what was done
    - id: entry
      instruction_messages:
        - role: USER
          content: "Write about {season.description}, in {{braces}}."
inference_config:
  engine: OPENAI
  model: {model_name: gpt-x, trust_remote_code: true}
  generation: {temperature: 1.0}
`;

function read(text: string) {
  const opened = openConfig(text);
  if (!opened.ok) throw new Error(opened.error[0]?.message);
  return opened.value;
}

const errorCodes = (text: string) => {
  const opened = openConfig(text);
  const notices = opened.ok ? opened.value.notices : opened.error;
  return notices.filter(({ severity }) => severity === 'error').map(({ code }) => code);
};

describe('Oumi configurations', () => {
  it('become attribute tables, calls and a model', () => {
    const { design, notices } = read(garden);
    expect(notices).toEqual([]);
    expect(design).toMatchObject({
      dialect: 'oumi',
      rows: 3,
      models: [{ provider: 'openai', model: 'gpt-x', temperature: 1 }],
      columns: [
        {
          name: 'season',
          label: 'Season',
          fill: { values: [{ value: 'spring', weight: 0.5 }, { weight: 0.5 }] },
        },
        { name: 'entry', fill: { kind: 'generated' } },
      ],
      calls: [{ output: { kind: 'text' }, messages: [{ role: 'user' }] }],
    });
  });

  it('are written back with their comments, order and foreign settings', () => {
    const { design } = read(garden);
    const { text } = oumiYaml.encode({ ...design, rows: 8 });
    expect(text).toContain('# A garden diary.');
    expect(text).toContain('num_samples: 8 # three are enough');
    expect(text).toContain('# what was done');
    expect(text).toContain('trust_remote_code: true');
    expect(read(text).design.rows).toBe(8);
  });

  it('carry what Oumi has no place for in a comment, and say so', () => {
    const { design } = read(garden);
    const { text, notices } = oumiYaml.encode({ ...design, seed: 42 });
    expect(notices.map(({ path }) => path)).toEqual([['seed']]);
    expect(read(text).design.seed).toBe(42);
    expect(errorCodes(text)).toEqual([]);
  });

  it('keep that comment when they are written again, and drop it when nothing needs it', () => {
    const once = oumiYaml.encode({ ...read(garden).design, seed: 42 }).text;
    const { design } = read(once);
    expect(oumiYaml.encode(design).text).toBe(once);
    expect(oumiYaml.encode({ ...design, seed: 1 }).text).toBe(garden);
  });

  it('remember how many texts go together, and which model writes which, without a file to go by', () => {
    const { design } = read(garden);
    const models = [...design.models, { alias: 'second', provider: 'demo', model: '' }];
    const calls = design.calls.map((call) => ({ ...call, model: 'second', rowsPerRequest: 5 }));
    const { text } = oumiYaml.encode({ ...design, models, calls, origin: undefined });
    expect(read(text).design.calls).toMatchObject([{ model: 'second', rowsPerRequest: 5 }]);
    expect(errorCodes(text)).toEqual([]);
  });

  it('say that a revision of a dataset is not read here', () => {
    const data = 'input_data: [{path: "hf:a/b", hf_split: train, hf_revision: v2}]';
    const { notices, design } = read(
      garden.replace('strategy_params:', `strategy_params:\n  ${data}`),
    );
    expect(notices.map(({ code }) => code)).toEqual(['revision-not-read']);
    expect(design.sources).toMatchObject([{ revision: 'v2' }]);
  });

  it('never keep a key, not even in the text that is kept', () => {
    const secret = 'sk-very-secret';
    const text = garden.replace(
      'inference_config:\n',
      `inference_config:\n  remote_params: {api_key: ${secret}}\n`,
    );
    const { design, notices } = read(text);
    expect(JSON.stringify(design)).not.toContain(secret);
    expect(notices.map(({ code }) => code)).toContain('key-in-design');
    expect(JSON.stringify(notices)).not.toContain(secret);
  });

  it('report every problem at once, each with its line', () => {
    const { notices } = read(
      'num_samples: many\nfoo: 1\ninference_config: {engine: OPENAI, model: {}}\n',
    );
    expect(notices.map(({ code, line }) => [code, line])).toEqual([
      ['unknown-key', 2],
      ['bad-type', 1],
      ['missing-key', 3],
    ]);
  });

  it('say what a lenient reading mended', () => {
    const { design, notices } = read(garden.replace('role: USER', 'role: user'));
    expect(notices).toMatchObject([{ code: 'bad-enum', severity: 'error' }]);
    expect(notices[0]?.message).toContain('It was read as USER.');
    expect(design.calls[0]?.messages[0]?.role).toBe('user');
  });

  it('turn workers and politeness into a pace', () => {
    const text = garden.replace(
      'inference_config:\n',
      'inference_config:\n  remote_params: {num_workers: 20, politeness_policy: 30}\n',
    );
    expect(read(text).design.models[0]?.pace).toMatchObject({
      concurrency: 20,
      requestsPerMinute: 40,
    });
  });

  it('name an engine that cannot be reached', () => {
    const { notices } = read(garden.replace('OPENAI', 'BEDROCK'));
    expect(notices.map(({ code }) => code)).toEqual(['engine-not-reachable']);
  });

  it.for([
    [
      'an alias bomb',
      `a: &a [x,x]\n${'bcdefghijk'
        .split('')
        .map((name, index) => `${name}: &${name} [${`*${'abcdefghij'[index]},`.repeat(9)}]`)
        .join('\n')}\n`,
    ],
    ['a deep nest', `a: ${'['.repeat(5_000)}`],
    ['a long file', 'a: 1\n'.repeat(200_000)],
    ['a foreign tag', 'inference_config: !!python/object:os.system {model: 1}\n'],
    ['a forbidden key', '__proto__: {x: 1}\n'],
  ] as const)('refuse %s without a throw', ([, text]) => {
    expect(errorCodes(text)).not.toEqual([]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it.for([
    'pay ${a} now',
    'a\\${b}',
    ' lead\nline',
    'tab\there',
    'yes',
    '0x1F',
    '12:30',
    '# no',
    '{a}',
    'x\u0085y',
    'end \nb',
    '',
  ])('write a text so that it is read back the same: %j', (content) => {
    const { design } = read(garden);
    const [call] = design.calls;
    const changed =
      call === undefined ? [] : [{ ...call, messages: [{ role: 'user' as const, content }] }];
    const { text } = oumiYaml.encode({ ...design, calls: changed });
    expect(read(text).design.calls[0]?.messages[0]?.content).toBe(content);
    const fresh = oumiYaml.encode({ ...design, calls: changed, origin: undefined }).text;
    expect(read(fresh).design.calls[0]?.messages[0]?.content).toBe(content);
  });
});
