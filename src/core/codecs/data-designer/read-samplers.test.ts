import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/base/json.ts';
import { openConfig, writeConfig } from './testing/open-config.ts';

const fillOf = (column: JsonObject) =>
  openConfig({ columns: [{ name: 'it', column_type: 'sampler', ...column }] }).design.columns[0];

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
    const { design, notices } = openConfig({
      columns: [{ name: 'x', column_type: 'sampler', sampler_type: 'quantum', params: {} }],
    });
    expect(design.columns).toEqual([]);
    expect(notices[0]?.message).toBe(
      'x: quantum samplers are kept in the file and not filled here.',
    );
    expect(writeConfig(design).config.columns).toEqual([
      {
        name: 'x',
        column_type: 'sampler',
        sampler_type: 'quantum',
        params: { sampler_type: 'quantum' },
      },
    ]);
  });
});
