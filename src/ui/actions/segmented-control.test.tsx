import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { SegmentedControl } from './segmented-control.tsx';

const options = [
  { value: 'form', label: 'Form' },
  { value: 'code', label: 'Code' },
] as const;

function Harness({ asTabs }: { readonly asTabs: boolean }) {
  const [value, setValue] = useState<'form' | 'code'>('form');
  return (
    <SegmentedControl
      label="View"
      options={options}
      value={value}
      onChange={setValue}
      asTabs={asTabs}
    />
  );
}

describe('SegmentedControl', () => {
  it('moves choice and focus with the arrow keys, around the end', async () => {
    render(<Harness asTabs />);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { name: 'Code', selected: true })).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { name: 'Form', selected: true })).toHaveFocus();
  });

  it('has one tab stop', () => {
    render(<Harness asTabs />);
    expect(screen.getByRole('tab', { name: 'Form' })).toHaveAttribute('tabindex', '0');
    expect(screen.getByRole('tab', { name: 'Code' })).toHaveAttribute('tabindex', '-1');
  });

  it('is a radio group where it switches no panels', async () => {
    render(<Harness asTabs={false} />);
    await userEvent.click(screen.getByRole('radio', { name: 'Code' }));
    expect(screen.getByRole('radio', { name: 'Code' })).toBeChecked();
  });
});
