import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openForm, testColumn } from '#features/designer/testing/open-form.tsx';
import { constraintSchema } from '#core/design/constraint.ts';
import { ConstraintEditor } from './constraint-editor.tsx';
import { ConstraintSection } from './constraint-section.tsx';

const type = testColumn('type', {
  kind: 'category',
  values: [
    { value: 'OLED', weight: 1 },
    { value: 'QLED', weight: 1 },
  ],
});
const number = (id: string, low: number, high: number) =>
  testColumn(
    id,
    { kind: 'number', distribution: { kind: 'uniform', low, high } },
    { type: 'decimal' },
  );
const columns = [type, number('size', 40, 80), number('price', 300, 800)];

describe('a linear law in the form', () => {
  it('is picked from the menu, given its numbers, and fills its column', async () => {
    const form = openForm({ columns }, <ConstraintSection />);
    const { choose, press, write, select, current, fillOf } = form;
    await choose('Add constraint', /Linear law/);
    await screen.findByRole('button', { name: 'Say which line', hidden: true });
    expect(screen.getByText(/so no request is spent on the rule/)).toBeDefined();
    press('Say which line');
    expect(current().constraints[0]).toMatchObject({
      kind: 'linear',
      x: 'size',
      y: 'price',
      law: { slope: 12.5, intercept: -200, factors: [] },
    });
    select('Within each', 'type');
    write('Slope', '12');
    write('Intercept', '-150');
    write('Amount of noise', '4');
    write('Factor of QLED', '2.4');
    expect(current().constraints[0]).toMatchObject({
      by: 'type',
      law: {
        slope: 12,
        intercept: -150,
        noise: { kind: 'gaussian', amount: 0.04, relative: true },
        factors: [
          { value: 'OLED', factor: 1 },
          { value: 'QLED', factor: 2.4 },
        ],
      },
    });
    press('Fill price by this law');
    expect(fillOf('price')).toEqual({
      kind: 'formula',
      expression: '(12 * size - 150) * (2.4 if type == "QLED" else 1)',
      noise: { kind: 'gaussian', amount: 0.04, relative: true },
      rounding: { decimalPlaces: 2 },
    });
    expect(screen.getByText('price is filled by this law and follows it.')).toBeDefined();
    write('Slope', '10');
    expect(fillOf('price')).toMatchObject({
      expression: '(10 * size - 150) * (2.4 if type == "QLED" else 1)',
    });
    press('Any line');
    expect(current().constraints[0]).not.toHaveProperty('law');
    expect(fillOf('price')).toMatchObject({ kind: 'formula' });
  });
});

it('a rule about what a model writes is not said to be free', () => {
  const written = testColumn('price', { kind: 'generated', call: 'c' }, { type: 'decimal' });
  const total = testColumn('total', { kind: 'formula', expression: 'price * 2' });
  const constraints = [
    constraintSchema.parse({ id: 'r', kind: 'expression', expression: 'total > 3' }),
  ];
  const parts = { columns: [written, total], constraints };
  openForm(parts, <ConstraintEditor constraint={constraints[0]!} index={0} />);
  expect(screen.getByText('A row that breaks it')).toBeDefined();
  expect(screen.queryByText(/no request is spent/)).toBeNull();
});
