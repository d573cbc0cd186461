import { expect, it } from 'vitest';
import { columnAxis } from './column-axis.ts';
import { unitAfter, valueText } from './value-text.ts';

it('reads the same in a cell and on an axis', () => {
  for (const unit of ['USD', 'EUR', 'GBP', 'JPY', 'CHF']) {
    const { prefix = '' } = columnAxis({ name: 'price', unit });
    expect(valueText(1_234, { unit }).replace(/\.00$/, '')).toBe(`${prefix}1,234`);
    expect(unitAfter({ type: 'integer', unit })).toBeUndefined();
  }
});

it('leaves other units behind the number', () => {
  expect(columnAxis({ name: 'size', unit: 'in' })).toEqual({ label: 'size', unit: 'in' });
  expect(valueText(12, { unit: 'in' })).toBe('12');
  expect(unitAfter({ type: 'integer', unit: 'in' })).toBe('in');
});
