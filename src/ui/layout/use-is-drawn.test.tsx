import { act, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useIsDrawn } from './use-is-drawn.ts';

it('leaves a part out of the first draw, and has it in the next', async () => {
  const draws: boolean[] = [];
  function Page() {
    const isDrawn = useIsDrawn();
    draws.push(isDrawn);
    return isDrawn ? <p>tools</p> : null;
  }
  await act(async () => {
    render(<Page />);
  });
  expect(draws).toEqual([false, true]);
  expect(screen.getByText('tools')).toBeInTheDocument();
});
