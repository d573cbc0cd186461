import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { Button } from '#ui/actions/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { ThemeRoot } from './theme-root.tsx';

describe('ThemeRoot', () => {
  it('follows its mode and stores nothing', () => {
    const { rerender } = render(<ThemeRoot mode="light">rows</ThemeRoot>);
    rerender(<ThemeRoot mode="dark">rows</ThemeRoot>);
    expect(document.documentElement).toHaveAttribute('data-theme', 'dark');
    expect(localStorage).toHaveLength(0);
  });
});

function Opener() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <ThemeRoot mode="light">
      <Button onClick={() => setIsOpen(true)}>Share</Button>
      <Dialog title="Share" open={isOpen} onClose={() => setIsOpen(false)}>
        link
      </Dialog>
    </ThemeRoot>
  );
}

describe('Dialog', () => {
  it('is named by its title and gives the focus back to its opener', async () => {
    render(<Opener />);
    await userEvent.click(screen.getByRole('button', { name: 'Share' }));
    expect(await screen.findByRole('dialog', { name: 'Share' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(await screen.findByRole('button', { name: 'Share' })).toHaveFocus();
  });
});
