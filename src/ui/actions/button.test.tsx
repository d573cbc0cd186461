import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Button } from './button.tsx';

describe('Button', () => {
  it('keeps an estimate out of its name and describes itself by it', () => {
    render(
      <Button tone="hot" aside="200 rows, ≈ $0.01" description="200 rows, about $0.01">
        Generate
      </Button>,
    );
    const button = screen.getByRole('button', { name: 'Generate' });
    expect(button).toHaveAccessibleDescription('200 rows, about $0.01');
  });

  it('stays where the keyboard is when a press leaves it nothing to do, and does nothing more', async () => {
    const steps = vi.fn();
    function Undo() {
      const [left, setLeft] = useState(1);
      return (
        <Button
          disabled={left === 0}
          onClick={() => {
            steps();
            setLeft(left - 1);
          }}
        >
          Undo
        </Button>
      );
    }
    render(<Undo />);
    const button = screen.getByRole('button', { name: 'Undo' });
    button.focus();
    await userEvent.keyboard('{Enter}');
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(steps).toHaveBeenCalledOnce();

    // Whoever leaves it does not come back to it by Tab.
    act(() => button.blur());
    expect(button).toBeDisabled();
  });
});
