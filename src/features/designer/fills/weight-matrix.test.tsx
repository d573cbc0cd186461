import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FillForm, openForm, testColumn } from '#features/designer/testing/open-form.tsx';

const type = testColumn('type', {
  kind: 'category',
  values: [
    { value: 'OLED', weight: 1 },
    { value: 'QLED', weight: 1 },
  ],
});

function open(qled: readonly { readonly value: string; readonly weight: number }[]) {
  const oled = [
    { value: '4K', weight: 9 },
    { value: '8K', weight: 1 },
  ];
  const fill = {
    kind: 'subcategory',
    category: 'type',
    values: { OLED: oled, QLED: qled },
  } as const;
  const columns = [type, testColumn('x', fill)];
  const form = openForm({ columns, rows: 200 }, <FillForm columnId="x" />);
  return { ...form, fill: () => form.fillOf('x') };
}

const same = [
  { value: '4K', weight: 7 },
  { value: '8K', weight: 3 },
];
const matrix = () => screen.queryByRole('table', { name: 'Values of x by type' });

describe('values that are the same for every value of the parent', () => {
  it('are lines with a weight for each, and the rows of all', () => {
    const { write, fill } = open(same);
    expect(matrix()?.textContent).toBe('ValueOLEDQLEDRows16040');
    write('Weight of 8K where QLED', '13');
    expect(matrix()?.textContent).toBe('ValueOLEDQLEDRows12575');
    write('Value 2', '16K');
    fireEvent.click(screen.getByRole('button', { name: 'Add value' }));
    const values = (weights: readonly number[]) =>
      ['4K', '16K', ''].map((value, index) => ({ value, weight: weights[index] }));
    expect(fill()).toMatchObject({ values: { OLED: values([9, 1, 1]), QLED: values([7, 13, 1]) } });
  });

  it('can have a table for each', () => {
    open(same);
    fireEvent.click(screen.getByRole('button', { name: 'One table for each type' }));
    expect(matrix()).toBeNull();
    expect(screen.getByRole('table', { name: 'Values of x where type is OLED' })).toBeTruthy();
  });
});

it('values that differ have a table for each', () => {
  open([{ value: '8K', weight: 1 }]);
  expect(matrix()).toBeNull();
});
