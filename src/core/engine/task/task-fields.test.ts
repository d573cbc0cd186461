import { describe, expect, it } from 'vitest';
import { constraintSchema } from '#core/design/constraint.ts';
import { createDesign } from '#core/design/defaults.ts';
import { columnSchema } from '#core/design/design-schema.ts';
import { taskFields } from './task-fields.ts';

function fieldOf(constraints: readonly object[], column: object = {}) {
  const columns = [
    columnSchema.parse({
      id: 'c1',
      name: 'blurb',
      fill: { kind: 'generated', call: 'w' },
      ...column,
    }),
  ];
  const rules = constraints.map((rule, index) =>
    constraintSchema.parse({ id: `k${index}`, ...rule }),
  );
  return taskFields(createDesign({ columns, constraints: rules }), columns)[0];
}

describe('taskFields', () => {
  it('intersects the bounds of several rules', () => {
    const length = { kind: 'length', column: 'c1' };
    expect(
      fieldOf([
        { ...length, low: 5, high: 40 },
        { ...length, low: 10 },
      ])?.length,
    ).toEqual({
      unit: 'words',
      low: 10,
      high: 40,
    });
  });

  it('prefers bounds in words to bounds in characters', () => {
    const length = { kind: 'length', column: 'c1' };
    const field = fieldOf([
      { ...length, unit: 'characters', high: 200 },
      { ...length, high: 30 },
    ]);
    expect(field?.length).toEqual({ unit: 'words', high: 30 });
  });

  it('leaves out rules that are kept out of the prompt', () => {
    const field = fieldOf([{ kind: 'range', column: 'c1', low: 1, inPrompt: false }]);
    expect(field).not.toHaveProperty('range');
  });

  it('does not call a column unique that is so only together with another', () => {
    expect(fieldOf([{ kind: 'unique', columns: ['c1', 'c2'] }])).not.toHaveProperty('isUnique');
    expect(fieldOf([{ kind: 'unique', columns: ['c1'] }])).toMatchObject({ isUnique: true });
  });

  it('passes on unit, values and nested fields', () => {
    const fields = [{ name: 'city', type: 'text' }];
    const fill = { kind: 'generated', call: 'w', values: ['a'], fields };
    expect(fieldOf([], { type: 'object', unit: 'kg', fill })).toEqual({
      name: 'blurb',
      description: '',
      type: 'object',
      unit: 'kg',
      values: ['a'],
      fields: [{ name: 'city', description: '', type: 'text' }],
    });
  });
});
