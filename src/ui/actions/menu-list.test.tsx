import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { ThemeRoot } from '#ui/theme/theme-root.tsx';
import { MenuButton } from './menu-button.tsx';

it('lets presses through to what lies below as soon as something is chosen', async () => {
  const onSelect = vi.fn();
  render(
    <ThemeRoot>
      <MenuButton label="More" entries={[{ kind: 'action', label: 'Copy', onSelect }]} />
    </ThemeRoot>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  const item = await screen.findByRole('menuitem', { name: 'Copy' });
  const layer = item.closest('.MuiModal-root');
  expect(layer).not.toHaveStyle({ pointerEvents: 'none' });
  fireEvent.click(item);
  expect(onSelect).toHaveBeenCalledOnce();
  // It is still there while it fades.
  expect(layer).toBeInTheDocument();
  expect(layer).toHaveStyle({ pointerEvents: 'none' });
});

it('shows entries under heads as tiles and walks them by arrows', async () => {
  const onSelect = vi.fn();
  render(
    <ThemeRoot>
      <MenuButton
        label="Add column"
        entries={[
          { kind: 'head', label: 'Sampled', secondary: 'drawn here', group: 'sampled' },
          {
            kind: 'action',
            label: 'Number',
            secondary: 'from a law',
            fillKind: 'number',
            onSelect,
          },
          { kind: 'action', label: 'UUID', secondary: 'at random', fillKind: 'uuid', onSelect },
        ]}
      />
    </ThemeRoot>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Add column' }));
  const number = await screen.findByRole('menuitem', { name: /^Number/ });
  await vi.waitFor(() => expect(number).toHaveFocus());
  expect(screen.getByRole('separator', { name: 'Sampled: drawn here' })).toBeVisible();
  await userEvent.keyboard('{ArrowRight}');
  expect(screen.getByRole('menuitem', { name: /^UUID/ })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(onSelect).toHaveBeenCalledOnce();
});
