import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { SelectField } from './select-field.tsx';

const options = [
  { value: 'openai', label: 'OpenAI' },
  { value: 'demo', label: 'Demo model', secondary: 'needs no key' },
] as const;

describe('SelectField', () => {
  it('is a combobox named by its label alone', () => {
    render(<SelectField label="Provider" value="openai" options={options} onChange={vi.fn()} />);
    const combobox = screen.getByRole('combobox', { name: 'Provider' });
    expect(combobox).toHaveTextContent('OpenAI');
  });

  it('hands over the value of the option that was chosen', async () => {
    const onChange = vi.fn();
    render(<SelectField label="Provider" value="openai" options={options} onChange={onChange} />);
    await userEvent.click(screen.getByRole('combobox', { name: 'Provider' }));
    await userEvent.click(screen.getByRole('option', { name: 'Demo model needs no key' }));
    expect(onChange).toHaveBeenCalledWith('demo');
  });

  it('describes itself by its error', () => {
    render(
      <SelectField
        label="Model"
        value=""
        options={[]}
        onChange={vi.fn()}
        error="Choose a model."
      />,
    );
    const combobox = screen.getByRole('combobox', { name: 'Model' });
    expect(combobox).toBeInvalid();
    expect(combobox).toHaveAccessibleDescription('Choose a model.');
  });
});
