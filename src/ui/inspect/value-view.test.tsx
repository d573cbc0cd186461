import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ValueView } from './value-view.tsx';

describe('ValueView', () => {
  it('draws a conversation as turns, with the tools that were called', () => {
    render(
      <ValueView
        value={[
          { role: 'user', content: 'Is it raining?' },
          {
            role: 'assistant',
            tool_calls: [{ function: { name: 'weather', arguments: '{"city":"Ulm"}' } }],
          },
        ]}
      />,
    );
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
    expect(screen.getByText('weather')).toBeInTheDocument();
  });

  it('draws other nested values as a tree', () => {
    render(<ValueView value={{ address: { city: 'Ulm' }, tags: ['a', 'b'] }} />);
    expect(screen.getByText(/city/)).toBeInTheDocument();
    expect(screen.getByText(/Ulm/)).toBeInTheDocument();
  });

  it('keeps code as it is written and reads prose as Markdown', () => {
    const { rerender } = render(<ValueView value={'def f(x):\n    y = x * 2\n    return y'} />);
    expect(screen.getByText(/y = x \* 2/).closest('pre')).not.toBeNull();
    rerender(<ValueView value={'A **bright** lamp.'} />);
    expect(screen.getByText('bright').tagName).toBe('STRONG');
  });
});
