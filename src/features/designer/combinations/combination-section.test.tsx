import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openForm, testColumn } from '#features/designer/testing/open-form.tsx';
import { CombinationSection } from './combination-section.tsx';

const category = (id: string, ...values: readonly string[]) =>
  testColumn(id, { kind: 'category', values: values.map((value) => ({ value, weight: 1 })) });

const columns = [category('tone', 'calm', 'wild'), category('size', 'small', 'large')];

describe('the matrix of combinations', () => {
  it('is offered where there are two categories', () => {
    openForm({ columns: columns.slice(0, 1) }, <CombinationSection />);
    expect(screen.getByRole('button', { name: 'Add combination' })).toBeDisabled();
  });

  it('holds a share of the rows for values that occur together', () => {
    const { press, current, select, write } = openForm({ columns }, <CombinationSection />);
    press('Add combination');
    const table = screen.getByRole('table', { name: 'Combinations of values' });
    expect(table).toBeInTheDocument();
    select('tone of combination 1', 'wild');
    write('Share of combination 1', '25');
    expect(current().combinations).toMatchObject([{ rate: 0.25, values: { tone: 'wild' } }]);
    press('Delete combination 1');
    expect(current().combinations).toBeUndefined();
  });

  it('shows what becomes of each attribute', () => {
    const combinations = [{ rate: 0.5, values: { tone: 'wild', size: 'small' } }];
    openForm({ columns, combinations }, <CombinationSection />);
    expect(screen.getByRole('region', { name: 'Combinations' })).toHaveTextContent(/wild.*%/s);
  });
});
