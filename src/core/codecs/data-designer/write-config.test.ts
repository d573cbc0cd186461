import { describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { restoreDesign } from '#core/design/restore.ts';
import { writeConfig } from './testing/open-config.ts';

describe('a design that was made here', () => {
  const made = (value: object): DatasetDesign => {
    const restored = restoreDesign({ version: 1, ...value });
    if (!restored.ok) throw new Error(restored.error[0]?.message);
    return restored.value.design;
  };

  it('writes whole numbers, bounds and truths so that they mean the same', () => {
    const { config } = writeConfig(
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
    const { config, notices } = writeConfig(
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
    const { notices, config } = writeConfig(
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
    const { config } = writeConfig(
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

  it('names what reads a column that is not there, and shows and bounds no such column', () => {
    const { config, notices } = writeConfig(
      made({
        models: [{ alias: 'writer', provider: 'openai', model: 'm' }],
        columns: [
          { id: 'day', name: 'day', type: 'integer', fill: { kind: 'sequence' } },
          { name: 'week', type: 'integer', fill: { kind: 'formula', expression: 'day // 7' } },
          { name: 'note', fill: { kind: 'generated', call: 'write' } },
        ],
        calls: [{ id: 'write', name: 'write', model: 'writer' }],
        constraints: [{ kind: 'range', column: 'day', low: 1 }],
      }),
    );
    expect(config.columns?.map(({ name }) => name)).toEqual(['week', 'note']);
    expect(config.constraints).toBeUndefined();
    expect(JSON.stringify(config)).not.toContain('- day');
    expect(notices.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        'Data Designer has no column day, so this fails there.',
        'Data Designer cannot keep this rule: day is at least 1',
      ]),
    );
  });

  it('names a rule about a date, because the other side is a number there', () => {
    const fill = { kind: 'datetime', start: '2024-01-01', end: '2025-01-01', unit: 'D' };
    const { config, notices } = writeConfig(
      made({
        columns: [{ name: 'day', type: 'date', fill }],
        constraints: [{ kind: 'expression', expression: 'day < "2024-06-01"' }],
      }),
    );
    expect(config.constraints).toBeUndefined();
    expect(notices.map(({ message }) => message)).toContain(
      'Data Designer cannot keep this rule: day < "2024-06-01"',
    );
  });
});
