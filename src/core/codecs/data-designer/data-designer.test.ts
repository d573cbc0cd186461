import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/base/json.ts';
import { readAnything } from '#core/codecs/import-formats.ts';
import { createDesign } from '#core/design/defaults.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { restoreDesign } from '#core/design/restore.ts';
import { dataDesigner, encodeYaml } from './data-designer.ts';

function open(config: JsonObject) {
  return openText(JSON.stringify({ data_designer: config }));
}

function openText(text: string) {
  const decoded = dataDesigner.decode(text);
  if (!decoded.ok) throw new Error(decoded.error[0]?.message);
  return decoded.value;
}

const write = (design: DatasetDesign) => {
  const { text, notices } = dataDesigner.encode(design);
  const file = JSON.parse(text) as { data_designer: Record<string, JsonObject[]> };
  return { config: file.data_designer, file, notices };
};

const fillOf = (column: JsonObject) =>
  open({ columns: [{ name: 'it', column_type: 'sampler', ...column }] }).design.columns[0];

const bakery: JsonObject = {
  model_configs: [
    {
      alias: 'baker',
      provider: 'anthropic',
      model: 'm-1',
      inference_parameters: { temperature: 0.4, max_tokens: 90, timeout: 30 },
    },
    {
      alias: 'vectors',
      provider: 'acme',
      model: 'v',
      inference_parameters: { generation_type: 'embedding' },
    },
  ],
  columns: [
    {
      name: 'loaf',
      column_type: 'sampler',
      sampler_type: 'category',
      params: { values: ['rye', 'spelt'], weights: [3, 1] },
    },
    {
      name: 'grams',
      column_type: 'sampler',
      sampler_type: 'gaussian',
      params: { mean: 500, stddev: 50, decimal_places: 1 },
      conditional_params: {
        "loaf == 'rye'": { mean: 700, stddev: 60 },
        'grams_class > 1': { mean: 900, stddev: 60 },
      },
    },
    {
      name: 'grams_class',
      column_type: 'sampler',
      sampler_type: 'binomial',
      params: { n: 2, p: 0.5 },
    },
    {
      name: 'label',
      column_type: 'llm-text',
      model_alias: 'baker',
      system_prompt: 'Short.',
      prompt: 'A label for {{ loaf }}.',
      with_trace: 'last_message',
      skip: { when: '{{ grams > 800 }}', value: null },
    },
    { name: 'vec', column_type: 'embedding', target_column: 'label', model_alias: 'vectors' },
    {
      name: 'taste',
      column_type: 'llm-judge',
      model_alias: 'baker',
      prompt: 'Judge {{ label }}',
      scores: [
        { name: 'wit', description: 'Is it fun?', options: { '1': 'no', '2': 'yes' } },
        { name: 'tone', description: '', options: { flat: 'dull', warm: 'good' } },
      ],
    },
    { name: 'wit', column_type: 'expression', expr: '{{ taste.wit.score }}', dtype: 'int' },
    {
      name: 'query',
      column_type: 'llm-code',
      model_alias: 'baker',
      code_lang: 'sql:sqlite',
      prompt: 'Insert {{ loaf }}',
    },
  ],
  constraints: [{ target_column: 'grams', operator: 'ge', rhs: '100' }],
  processors: [
    { name: 'tidy', processor_type: 'drop_columns', column_names: ['grams_*'] },
    {
      name: 'pairs',
      processor_type: 'schema_transform',
      template: { in: '{{ loaf }}', out: '{{ label }}' },
    },
  ],
  profilers: [{ model_alias: 'baker' }],
};

describe('configurations of Data Designer', () => {
  it('become sampled columns, calls, rules and models', () => {
    const { design } = open(bakery);
    expect(design.columns.map(({ name, type, fill }) => [name, type, fill.kind])).toEqual([
      ['loaf', 'text', 'category'],
      ['grams', 'decimal', 'number'],
      ['grams_class', 'integer', 'number'],
      ['label', 'text', 'generated'],
      ['taste', 'object', 'generated'],
      ['wit', 'integer', 'formula'],
      ['query', 'text', 'generated'],
      ['pairs', 'object', 'object'],
    ]);
    expect(design.models).toEqual([
      { alias: 'baker', provider: 'anthropic', model: 'm-1', temperature: 0.4, maxTokens: 90 },
    ]);
    expect(design.calls.map(({ model, output }) => [model, output.kind])).toEqual([
      ['baker', 'text'],
      ['baker', 'judge'],
      ['baker', 'text'],
    ]);
    expect(design.constraints).toMatchObject([{ kind: 'expression', expression: 'grams >= 100' }]);
  });

  it('decide by the last condition that holds, which is the first here', () => {
    const column = open(bakery).design.columns[1];
    expect(column?.conditionalParams?.map(({ when }) => when)).toEqual([
      'grams_class > 1',
      "loaf == 'rye'",
    ]);
  });

  it('keep skip conditions, dropped columns and code languages', () => {
    const { columns } = open(bakery).design;
    expect(columns.find(({ name }) => name === 'label')?.skip).toBe('grams > 800');
    expect(columns.filter(({ drop }) => drop).map(({ name }) => name)).toEqual(['grams_class']);
    expect(columns.find(({ name }) => name === 'query')?.fill).toMatchObject({
      code: 'sql:sqlite',
    });
  });

  it('score in numbers where all options are numbers', () => {
    const judge = open(bakery).design.calls[1]?.output;
    expect(judge).toMatchObject({
      scores: [
        { name: 'wit', options: [{ value: 1 }, { value: 2 }] },
        { name: 'tone', options: [{ value: 'flat' }, { value: 'warm' }] },
      ],
    });
  });

  it('name everything that has no place in a design', () => {
    const { notices } = open(bakery);
    expect(notices.map(({ path }) => path.slice(1).join('.'))).toEqual([
      'model_configs.0.inference_parameters.timeout',
      'model_configs.1',
      'columns.3.with_trace',
      'columns.4',
      'profilers.0',
    ]);
  });

  it('come back to the letter when nothing was changed', () => {
    const file = { library_version: '1', data_designer: bakery };
    const text = dataDesigner.encode(openText(JSON.stringify(file)).design).text;
    const expected = JSON.parse(JSON.stringify(file)) as typeof file;
    expect(stripTags(JSON.parse(text) as JsonObject)).toEqual(stripTags(expected));
  });

  it('keep what only Data Designer knows when the design was changed', () => {
    const { design } = open(bakery);
    const columns = design.columns.map((column) =>
      column.name === 'label' ? { ...column, skip: 'grams > 950' } : column,
    );
    const { config } = write({
      ...design,
      columns: columns.filter(({ name }) => name !== 'query'),
    });
    expect(config.columns?.map(({ name }) => name)).toEqual([
      'loaf',
      'grams',
      'grams_class',
      'label',
      'vec',
      'taste',
      'wit',
    ]);
    expect(config.columns?.[3]).toMatchObject({
      with_trace: 'last_message',
      skip: { when: '{{ grams > 950 }}', value: null },
    });
    expect(config.profilers).toEqual([{ model_alias: 'baker' }]);
    expect(config.model_configs?.[0]?.inference_parameters).toMatchObject({ timeout: 30 });
  });

  it('say when a processor of the file still drops a column that is kept now', () => {
    const { design } = open(bakery);
    const columns = design.columns.map((column) => ({ ...column, drop: false }));
    expect(write({ ...design, columns }).notices.map(({ message }) => message)).toContain(
      'grams_class is still dropped by the processor tidy of the file.',
    );
  });
});

/** Without the tags that are added on the way out. */
function stripTags(value: unknown): unknown {
  const tags = ['sampler_type', 'constraint_type', 'generation_type', 'rhs'];
  if (Array.isArray(value)) return value.map(stripTags);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !tags.includes(key))
      .map(([key, item]) => [key, stripTags(item)]),
  );
}

describe('samplers', () => {
  it.each([
    [
      { sampler_type: 'uuid', params: { prefix: 'A-', short_form: true } },
      { kind: 'uuid', prefix: 'A-', shortForm: true },
    ],
    [
      { sampler_type: 'scipy', params: { dist_name: 'randint', dist_params: { low: 1, high: 7 } } },
      { kind: 'number', distribution: { kind: 'integer', low: 1, high: 6 } },
    ],
    [
      {
        sampler_type: 'scipy',
        params: { dist_name: 'truncnorm', dist_params: { a: -1, b: 40, loc: 10, scale: 2 } },
      },
      { kind: 'number', distribution: { kind: 'gaussian', mean: 10, stddev: 2, low: 8 } },
    ],
    [
      {
        sampler_type: 'bernoulli_mixture',
        params: { p: 0.2, dist_name: 'expon', dist_params: { scale: 4 } },
      },
      {
        kind: 'number',
        distribution: {
          kind: 'bernoulli_mixture',
          p: 0.2,
          distName: 'expon',
          distParams: { scale: 4 },
        },
      },
    ],
    [
      {
        sampler_type: 'person_from_faker',
        params: { locale: 'de', city: 'Bonn', age_range: [20, 30] },
      },
      { kind: 'person', locale: 'de', city: ['Bonn'], ageRange: [20, 30] },
    ],
    [
      { sampler_type: 'datetime', params: { start: '2025-01-01', end: '2026-01-01', unit: 'M' } },
      { kind: 'datetime', start: '2025-01-01', end: '2026-01-01', unit: 'M' },
    ],
  ])('%j is %j', (column, fill) => {
    expect(fillOf(column)?.fill).toMatchObject(fill);
  });

  it('give a value that is listed twice twice the weight', () => {
    const column = {
      sampler_type: 'subcategory',
      params: { category: 'a', values: { x: ['p', 'q', 'p'] } },
    };
    expect(fillOf(column)?.fill).toMatchObject({
      values: {
        x: [
          { value: 'p', weight: 2 },
          { value: 'q', weight: 1 },
        ],
      },
    });
  });

  it('of another kind are kept and named', () => {
    const { design, notices } = open({
      columns: [{ name: 'x', column_type: 'sampler', sampler_type: 'quantum', params: {} }],
    });
    expect(design.columns).toEqual([]);
    expect(notices[0]?.message).toBe(
      'x: quantum samplers are kept in the file and not filled here.',
    );
    expect(write(design).config.columns).toEqual([
      {
        name: 'x',
        column_type: 'sampler',
        sampler_type: 'quantum',
        params: { sampler_type: 'quantum' },
      },
    ]);
  });
});

describe('seed data', () => {
  it('give a column for each name that is read and not defined', () => {
    const { design } = open({
      columns: [
        {
          name: 'note',
          column_type: 'llm-text',
          model_alias: 'm',
          prompt: '{{ street }} {{ note__trace }}',
        },
      ],
      seed_config: {
        source: { seed_type: 'local', path: 'data/streets.csv' },
        sampling_strategy: 'shuffle',
      },
    });
    expect(design.sources).toMatchObject([
      { name: 'streets', kind: 'file', path: 'data/streets.csv', order: 'shuffle' },
    ]);
    expect(design.columns.map(({ name, fill }) => [name, fill.kind])).toEqual([
      ['note', 'generated'],
      ['street', 'source'],
    ]);
  });
});

describe('YAML', () => {
  const yaml = `# of a bakery
columns:
  - {name: loaf, column_type: sampler, sampler_type: category, params: {values: ["on", rye]}}
  - {name: sold, column_type: sampler, sampler_type: binomial, params: {n: 6, p: 0.3}}
  - {name: day, column_type: sampler, sampler_type: datetime, params: {start: 2025-01-01, end: 2025-02-01}}
`;

  it('is read as Python reads it, without the wrapper too', () => {
    const { columns } = openText(yaml).design;
    expect(columns.map(({ fill }) => fill)).toMatchObject([
      { kind: 'category', values: [{ value: 'on' }, { value: 'rye' }] },
      { distribution: { kind: 'binomial', n: 6 } },
      { kind: 'datetime', start: '2025-01-01' },
    ]);
  });

  it('is recognised among all formats', async () => {
    const read = await readAnything({ text: yaml, name: 'bakery.yaml' });
    expect(read.ok && read.value.design.origin?.format).toBe('data-designer');
  });

  it('is written so that it says the same as the JSON', () => {
    const { design } = openText(yaml);
    const again = openText(encodeYaml(design).text).design;
    expect({ ...again, origin: undefined }).toEqual({ ...design, origin: undefined });
  });

  it.each(['columns: {a: 1}', '[1, 2]', 'columns:\n - {', 'a: &a [*a]'])('refuses %j', (text) => {
    expect(dataDesigner.decode(text).ok).toBe(false);
  });
});

describe('keys', () => {
  it('never get into a design, not even inside the text that is kept', () => {
    const { design, notices } = open({
      columns: [],
      model_configs: [
        {
          alias: 'a',
          provider: 'openai',
          model: 'm',
          inference_parameters: { extra_body: { api_key: 'sk-known', top_k: 3 } },
        },
      ],
      seed_config: {
        source: { seed_type: 'hf', path: 'datasets/a/b/*.parquet', token: 'hf-known' },
      },
    });
    expect(JSON.stringify(design)).not.toMatch(/sk-known|hf-known/);
    expect(notices.filter(({ code }) => code === 'key-in-design')).toHaveLength(2);
    expect(design.models[0]?.parameters).toEqual({ top_k: 3 });
  });
});

describe('a design that was made here', () => {
  const made = (value: object): DatasetDesign => {
    const restored = restoreDesign({ version: 1, ...value });
    if (!restored.ok) throw new Error(restored.error[0]?.message);
    return restored.value.design;
  };

  it('writes whole numbers, bounds and truths so that they mean the same', () => {
    const { config } = write(
      made({
        columns: [
          {
            name: 'dice',
            fill: { kind: 'number', distribution: { kind: 'integer', low: 1, high: 6 } },
          },
          {
            name: 'size',
            fill: {
              kind: 'number',
              distribution: { kind: 'gaussian', mean: 10, stddev: 2, low: 8 },
            },
          },
          { name: 'lift', type: 'boolean', fill: { kind: 'boolean', probability: 0.4 } },
        ],
      }),
    );
    expect(config.columns).toMatchObject([
      { params: { dist_name: 'randint', dist_params: { low: 1, high: 7 } } },
      { params: { dist_name: 'truncnorm', dist_params: { a: -1, b: 40, loc: 10, scale: 2 } } },
      { name: 'lift__draw', sampler_type: 'bernoulli', params: { p: 0.4 }, drop: true },
      { name: 'lift', column_type: 'expression', expr: '{{ lift__draw == 1 }}', dtype: 'bool' },
    ]);
  });

  it('writes a call that fills several columns as one object that is picked apart', () => {
    const { config, notices } = write(
      made({
        brief: 'Ads for lamps.',
        models: [{ alias: 'writer', provider: 'openai', model: 'm' }],
        columns: [
          { name: 'kind', fill: { kind: 'category', values: ['desk', 'floor'] } },
          { name: 'title', description: 'A title', fill: { kind: 'generated', call: 'copy' } },
          { name: 'stars', type: 'integer', fill: { kind: 'generated', call: 'copy' } },
        ],
        calls: [{ id: 'copy', name: 'copy', model: 'writer' }],
      }),
    );
    expect(config.columns?.slice(1)).toMatchObject([
      {
        name: 'copy_row',
        column_type: 'llm-structured',
        drop: true,
        system_prompt: 'Ads for lamps.',
        prompt: 'Write title: A title; stars.\n\nWhat is known:\n- kind: {{ kind }}',
      },
      { name: 'title', expr: '{{ copy_row.title }}', dtype: 'str' },
      { name: 'stars', expr: '{{ copy_row.stars }}', dtype: 'int' },
    ]);
    expect(notices.map(({ message }) => message)).toContain(
      'Data Designer writes what copy fills as one object, copy_row, and picks it apart.',
    );
  });

  it('lists what Data Designer has no place for', () => {
    const { notices, config } = write(
      made({
        columns: [
          { name: 'no', description: 'A number', fill: { kind: 'sequence' } },
          { name: 'kind', fill: { kind: 'category', values: [true, 'x'] }, nullRate: 0.1 },
          { name: 'text', fill: { kind: 'template', template: '{{ kind | default("?") }}' } },
        ],
        constraints: [{ kind: 'unique', columns: ['kind'] }],
        sources: [{ id: 'rows', name: 'rows', kind: 'inline', rows: [{ a: 1 }] }],
      }),
    );
    expect(notices.map(({ path }) => path.join('.'))).toEqual([
      'seed',
      'columns',
      'columns.1.nullRate',
      'columns.0.fill',
      'columns.1.fill',
      'columns.2.fill.template',
      'sources.0',
      'constraints.0',
    ]);
    expect(config.columns?.map(({ name }) => name)).toEqual(['kind', 'text']);
  });

  it('writes templates of Oumi as templates of Jinja', () => {
    const { config } = write(
      createDesign({
        dialect: 'oumi',
        columns: made({
          columns: [{ name: 'a', fill: { kind: 'template', template: 'x' } }],
        }).columns.map((column) => ({
          ...column,
          fill: { kind: 'template', template: 'Say {b} in {{braces}}' },
        })),
      }),
    );
    expect(config.columns?.[0]?.expr).toBe('Say {{ b }} in {braces}');
  });
});
