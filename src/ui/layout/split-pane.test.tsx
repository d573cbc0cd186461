import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { SplitPane } from './split-pane.tsx';

function Harness() {
  const [size, setSize] = useState(432);
  return (
    <SplitPane
      label="Width of the design pane"
      first="design"
      second="data"
      size={size}
      min={360}
      max={720}
      onSizeChange={setSize}
    />
  );
}

describe('SplitPane', () => {
  it.each([
    ['{ArrowRight}', '448'],
    ['{ArrowLeft}', '416'],
    ['{Home}', '360'],
    ['{End}{ArrowRight}', '720'],
  ])('answers %s with a width of %s', async (keys, width) => {
    render(<Harness />);
    await userEvent.tab();
    await userEvent.keyboard(keys);
    const separator = screen.getByRole('separator', { name: 'Width of the design pane' });
    expect(separator).toHaveAttribute('aria-valuenow', width);
  });
});
