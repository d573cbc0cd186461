import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { NumberField } from './number-field.tsx';
import type { NumberLimits } from './number-draft.ts';

function Harness({ onChange, ...limits }: NumberLimits & { onChange: (value?: number) => void }) {
  const [value, setValue] = useState<number | undefined>(200);
  return (
    <NumberField
      label="Rows"
      value={value}
      onChange={(next) => {
        setValue(next);
        onChange(next);
      }}
      {...limits}
    />
  );
}

async function retype(text: string) {
  const field = screen.getByRole('spinbutton', { name: 'Rows' });
  await userEvent.clear(field);
  if (text !== '') await userEvent.type(field, text);
  return field;
}

describe('NumberField', () => {
  it('hands over each valid number as it is typed', async () => {
    const onChange = vi.fn();
    render(<Harness integer min={1} onChange={onChange} />);
    await retype('35');
    expect(onChange.mock.calls).toEqual([[3], [35]]);
  });

  it('keeps what breaks a limit in view, says why, and hands nothing over', async () => {
    const onChange = vi.fn();
    render(<Harness integer min={1} onChange={onChange} />);
    const field = await retype('0');
    expect(field).toHaveValue(0);
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription('Must be at least 1.');
    expect(onChange).not.toHaveBeenCalled();
  });

  it('goes back to the last valid number on Escape', async () => {
    render(<Harness min={1} onChange={vi.fn()} />);
    const field = await retype('-5');
    await userEvent.keyboard('{Escape}');
    expect(field).toHaveValue(200);
    expect(field).toBeValid();
  });

  it('reads an empty optional field as not set', async () => {
    const onChange = vi.fn();
    render(<Harness optional onChange={onChange} />);
    const field = await retype('');
    expect(onChange).toHaveBeenCalledWith(undefined);
    expect(field).toBeValid();
  });
});
