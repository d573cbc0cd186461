import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/base/json.ts';
import { readAnything } from '#core/codecs/import-formats.ts';
import { dataDesigner, encodeYaml } from './data-designer.ts';
import { openConfig, openText, writeConfig } from './testing/open-config.ts';

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
    const { design } = openConfig(bakery);
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
    const column = openConfig(bakery).design.columns[1];
    expect(column?.conditionalParams?.map(({ when }) => when)).toEqual([
      'grams_class > 1',
      "loaf == 'rye'",
    ]);
  });

  it('keep skip conditions, dropped columns and code languages', () => {
    const { columns } = openConfig(bakery).design;
    expect(columns.find(({ name }) => name === 'label')?.skip).toBe('grams > 800');
    expect(columns.filter(({ drop }) => drop).map(({ name }) => name)).toEqual(['grams_class']);
    expect(columns.find(({ name }) => name === 'query')?.fill).toMatchObject({
      code: 'sql:sqlite',
    });
  });

  it('score in numbers where all options are numbers', () => {
    const judge = openConfig(bakery).design.calls[1]?.output;
    expect(judge).toMatchObject({
      scores: [
        { name: 'wit', options: [{ value: 1 }, { value: 2 }] },
        { name: 'tone', options: [{ value: 'flat' }, { value: 'warm' }] },
      ],
    });
  });

  it('name everything that has no place in a design', () => {
    const { notices } = openConfig(bakery);
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
    const { design } = openConfig(bakery);
    const columns = design.columns.map((column) =>
      column.name === 'label' ? { ...column, skip: 'grams > 950' } : column,
    );
    const { config } = writeConfig({
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
    const { design } = openConfig(bakery);
    const columns = design.columns.map((column) => ({ ...column, drop: false }));
    expect(writeConfig({ ...design, columns }).notices.map(({ message }) => message)).toContain(
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
