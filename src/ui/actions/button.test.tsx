import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
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
});
