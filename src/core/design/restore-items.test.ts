import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { formatPath } from '#core/base/diagnostic.ts';
import type { DatasetDesign } from './design.ts';
import { restoreDesign } from './restore.ts';

function restored(input: object): { design: DatasetDesign; notices: readonly Diagnostic[] } {
  const result = restoreDesign({ version: 1, ...input });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function noticesOf(input: object): readonly string[] {
  return restored(input).notices.map(
    ({ severity, path, message }) => `${severity} ${formatPath(path)}: ${message}`,
  );
}

const size = { id: 'size', name: 'size', fill: { kind: 'boolean' } };

describe('one bad item', () => {
  it('costs that column and says what was expected', () => {
    const input = { columns: [size, { id: 'b', name: 'b', fill: { kind: 'psychic' } }, 7, null] };
    expect(restored(input).design.columns.map(({ id }) => id)).toEqual(['size']);
    expect(noticesOf(input)).toEqual([
      'error columns[1].fill.kind: kind should be one of category, subcategory, number, boolean, datetime, uuid, sequence, timedelta, person, faker, pattern, constant, texts, series, source, generated, formula, template, list, object, chat, postprocess, pick, shots, not this text. The column was left out.',
      'error columns[2]: This column should be an object {…}, not the number 7. The column was left out.',
      'error columns[3]: This column should be an object {…}, not null. The column was left out.',
    ]);
  });

  it('costs a missing part its item', () => {
    expect(
      noticesOf({
        columns: [{ ...size, fill: { kind: 'number', distribution: { kind: 'uniform', low: 0 } } }],
      }),
    ).toEqual([
      'error columns[0].fill.distribution.high: high is missing; it should be a number. The column was left out.',
    ]);
  });

  it('costs one value of a table, not the table', () => {
    const values = [{ value: 'a' }, { value: {} }, { value: 'c', weight: 'x' }];
    const input = { columns: [{ ...size, fill: { kind: 'category', values } }] };
    expect(restored(input).design.columns[0]?.fill).toEqual({
      kind: 'category',
      values: [
        { value: 'a', weight: 1 },
        { value: 'c', weight: 1 },
      ],
    });
    expect(noticesOf(input)).toEqual([
      'error columns[0].fill.values[1].value: value should be a text or a number or true or false, not an object. The value was left out.',
      'error columns[0].fill.values[2].weight: weight should be a number, not this text. The default 1 is used.',
    ]);
  });

  it.each([
    ['calls', { id: 'c', name: 'c' }],
    ['constraints', { id: 'r', kind: 'unique', columns: [] }],
    ['charts', { id: 'c', kind: 'pie' }],
    ['models', { model: 'x' }],
    ['sources', { id: 's', name: 's', kind: 'url' }],
  ])('in %s leaves the rest', (key, item) => {
    const { design, notices } = restored({ columns: [size], [key]: [item] });
    expect(design.columns).toHaveLength(1);
    expect(design[key as 'calls']).toEqual([]);
    expect(notices.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      'error item-dropped',
    ]);
  });
});

describe('parameters of a model', () => {
  it('lose what looks like a place for a key, whatever stands there', () => {
    const parameters = { seed: 7, 'api-key': 'sk-canary-0123456789', headers: { a: 'b' } };
    const { design, notices } = restored({ models: [{ alias: 'writer', parameters }] });
    expect(design.models[0]?.parameters).toEqual({ seed: 7 });
    expect(notices.map(({ code }) => code)).toEqual(['key-in-design', 'key-in-design']);
    expect(JSON.stringify(notices)).not.toContain('canary');
  });
});

describe('a bad setting', () => {
  it('falls back to its default', () => {
    const input = { rows: '5', seed: 1e21, name: 7, variety: { avoidRecent: 1.5 } };
    expect(restored(input).design).toMatchObject({
      rows: 100,
      seed: 1,
      name: 'Untitled design',
      variety: { avoidRecent: 100 },
    });
    expect(noticesOf(input)).toEqual([
      'error name: name should be a text, not the number 7. The default Untitled design is used.',
      'error seed: seed should be a whole number, 0 or more, not the number 1e+21. The default 1 is used.',
      'error rows: rows should be a whole number from 0 to 1,000,000, not this text. The default 100 is used.',
      'error variety.avoidRecent: avoidRecent should be a whole number from 0 to 100, not the number 1.5. The default 100 is used.',
    ]);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (rows) => {
    expect(restored({ rows }).design.rows).toBe(100);
  });

  it('reads minus zero as 0 and says so', () => {
    expect(noticesOf({ rows: -0 })).toEqual(['warning rows: Minus zero was read as 0.']);
  });
});

describe('unknown keys', () => {
  it('are left out with a warning', () => {
    expect(noticesOf({ autorun: true, columns: [{ ...size, colour: 'red' }] })).toEqual([
      'warning columns[0].colour: “colour” has no meaning here and was left out.',
      'warning autorun: “autorun” has no meaning here and was left out.',
    ]);
  });

  it('are told with the key that may have been meant', () => {
    const typed = { row: 5, columns: [{ ...size, nullrate: 0.1 }] };
    expect(noticesOf(typed)).toEqual([
      'warning columns[0].nullrate: “nullrate” has no meaning here and was left out. Did you mean “nullRate”?',
      'warning row: “row” has no meaning here and was left out. Did you mean “rows”?',
    ]);
  });

  it.each([
    'apiKey',
    'api_key',
    'x-api-key',
    'authorization',
    'headers',
    'key',
    'token',
    'password',
  ])('that may hold a key never survive: %s', (key) => {
    const secret = 'sk-canary-4711';
    const place = { [key]: secret };
    const result = restored({
      ...place,
      models: [{ alias: 'writer', ...place }],
      columns: [{ ...size, ...place, fill: { kind: 'boolean', ...place } }],
      variety: place,
    });
    expect(JSON.stringify(result)).not.toContain(secret);
    expect(result.notices.map(({ code }) => code)).toEqual(Array(5).fill('key-in-design'));
  });

  it('in an endpoint cost the address', () => {
    for (const endpoint of ['https://me:canary@host.example', 'https://host.example/?key=canary']) {
      const result = restored({ models: [{ alias: 'writer', endpoint }] });
      expect(JSON.stringify(result)).not.toContain('canary');
      expect(result.design.models).toHaveLength(1);
    }
  });
});

describe('shorthands', () => {
  it('spell out plain value lists with weights beside them', () => {
    const fill = { kind: 'category', values: ['a', { value: 'b', label: 'B' }], weights: [3, 1] };
    const { design, notices } = restored({ columns: [{ ...size, fill }] });
    expect(design.columns[0]?.fill).toEqual({
      kind: 'category',
      values: [
        { value: 'a', weight: 3 },
        { value: 'b', label: 'B', weight: 1 },
      ],
    });
    expect(notices).toEqual([]);
  });

  it('name columns by their ids, and make ids of names', () => {
    const { design, notices } = restored({
      columns: [
        { name: 'Unit price (€)', fill: 'boolean' },
        { id: 'b', fill: 'boolean', probability: 0.2 },
      ],
    });
    expect(design.columns).toMatchObject([
      { id: 'unit_price', name: 'Unit price (€)' },
      { id: 'b', name: 'b', fill: { kind: 'boolean', probability: 0.2 } },
    ]);
    expect(notices).toEqual([]);
  });

  it('let references name columns, calls and sources', () => {
    const { design, notices } = restored({
      sources: [{ name: 'people', kind: 'inline', rows: [] }],
      calls: [
        {
          id: 'c1',
          name: 'copywriter',
          model: 'writer',
          messages: [{ role: 'user', content: ['a', 'b'] }],
        },
      ],
      columns: [
        { id: 'c-1', name: 'type', fill: { kind: 'category', values: ['x'] } },
        {
          id: 'c-2',
          name: 'sub',
          fill: { kind: 'subcategory', category: 'type', values: { x: ['y'] } },
        },
        { id: 'c-3', name: 'model', fill: { kind: 'generated', call: 'copywriter' } },
        { id: 'c-4', name: 'who', fill: { kind: 'source', source: 'people', field: 'x' } },
      ],
      constraints: [{ kind: 'unique', columns: ['model', 'c-1'] }],
      charts: [{ kind: 'scatter', x: 'type', y: 'sub' }],
      output: { columns: ['who'] },
    });
    expect(design.columns[1]?.fill).toMatchObject({ category: 'c-1' });
    expect(design.columns[2]?.fill).toMatchObject({ call: 'c1' });
    expect(design.columns[3]?.fill).toMatchObject({ source: 'people' });
    expect(design.calls[0]?.messages[0]?.content).toBe('a\nb');
    expect(design.constraints[0]).toMatchObject({ id: 'unique', columns: ['c-3', 'c-1'] });
    expect(design.charts[0]).toMatchObject({ x: 'c-1', y: 'c-2' });
    expect(design.output.columns).toEqual(['c-4']);
    expect(notices).toEqual([]);
  });
});

describe('repairs', () => {
  it('make duplicate ids and names unique', () => {
    const input = {
      columns: [size, size, { id: 'size_2', name: 'other', fill: { kind: 'uuid' } }],
    };
    expect(restored(input).design.columns.map(({ id, name }) => `${id}/${name}`)).toEqual([
      'size/size',
      'size_3/size_2',
      'size_2/other',
    ]);
    expect(noticesOf(input)).toEqual([
      'warning columns[1].id: “size” is used twice; the second is now “size_3”.',
      'warning columns[1].name: “size” is used twice; the second is now “size_2”.',
    ]);
  });

  it.each(['', '__proto__', 'length', 'constructor', 'a.b', '{{x}}', '💡', '\0'])(
    'give a column with the id %j a new one and redirect what refers to it',
    (id) => {
      const { design } = restored({
        columns: [{ id, name: 'size', fill: { kind: 'uuid' } }],
        constraints: [{ kind: 'unique', columns: [id === '' ? 'size' : id] }],
      });
      expect(design.columns[0]?.id).toBe('size');
      expect(design.constraints[0]).toMatchObject({ columns: ['size'] });
    },
  );

  it('shorten an id of a megabyte', () => {
    const id = 'x'.repeat(400_000);
    const { design } = restored({
      columns: [{ id, name: id, fill: { kind: 'uuid' } }],
    });
    expect(design.columns[0]?.id).toBe('x'.repeat(60));
    expect(design.columns[0]?.name).toBe('x'.repeat(200));
  });

  it('change a name that could reach a prototype', () => {
    expect(restored({ columns: [{ ...size, name: '__proto__' }] }).design.columns[0]?.name).toBe(
      'proto_',
    );
  });
});
