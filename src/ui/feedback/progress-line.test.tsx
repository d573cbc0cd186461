import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ProgressLine } from './progress-line.tsx';

describe('ProgressLine', () => {
  it('says how many rows are done', () => {
    render(
      <ProgressLine
        label="Run progress"
        state="running"
        total={200}
        done={137}
        failed={2}
        inFlight={50}
        valueText="137 of 200 rows"
      />,
    );
    const line = screen.getByRole('progressbar', { name: 'Run progress' });
    expect(line).toHaveAttribute('aria-valuenow', '137');
    expect(line).toHaveAttribute('aria-valuemax', '200');
    expect(line).toHaveAttribute('aria-valuetext', '137 of 200 rows');
  });
});
