import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import { columnSchema } from '#core/design/design-schema.ts';
import { WorkbenchProvider } from '#state/react.tsx';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import { ThemeRoot } from '#ui/theme/theme-root.tsx';
import { CommandPalette } from './command-palette.tsx';
import type { PaletteCommand } from './use-palette-entries.ts';

const design = createDesign({
  columns: [columnSchema.parse({ id: 'c1', name: 'unit_price', fill: { kind: 'uuid' } })],
});

function setUp(more: readonly PaletteCommand[] = []) {
  // jsdom lays nothing out and cannot scroll.
  Element.prototype.scrollIntoView = () => undefined;
  const workbench = createTestWorkbench(design);
  const share = vi.fn();
  const undo = vi.fn();
  const onClose = vi.fn();
  const commands = [
    { id: 'undo', label: 'Undo', keys: 'Ctrl+Z', perform: undo },
    { id: 'share', label: 'Share', keys: '', perform: share },
    ...more,
  ];
  render(
    <ThemeRoot>
      <WorkbenchProvider workbench={workbench}>
        <CommandPalette commands={commands} onClose={onClose} />
      </WorkbenchProvider>
    </ThemeRoot>,
  );
  return { share, undo, onClose, stores: workbench.stores };
}

const active = () => screen.getByRole('option', { selected: true });

describe('CommandPalette', () => {
  it('has the keyboard from the start', () => {
    setUp();
    expect(screen.getByRole('combobox')).toHaveFocus();
    const names = (group: string) =>
      within(screen.getByRole('group', { name: group }))
        .getAllByRole('option')
        .map((option) => option.textContent);
    expect(names('Do')).toEqual(['UndoCtrlZ', 'Share']);
    expect(names('Go to')).toEqual(['unit_price text, uuid']);
  });

  it('walks the list with the arrows, around its ends', async () => {
    setUp();
    await userEvent.keyboard('un{ArrowDown}');
    expect(active()).toHaveTextContent('unit_price');
    await userEvent.keyboard('{ArrowDown}');
    expect(active()).toHaveTextContent('Undo');
    await userEvent.keyboard('{ArrowUp}');
    expect(active()).toHaveTextContent('unit_price');
    expect(screen.getByRole('combobox')).toHaveAttribute('aria-activedescendant', active().id);
  });

  it('leaves Home and the side arrows to the text', async () => {
    setUp();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{Home}');
    expect(active()).toHaveTextContent('Share');
  });

  it('performs the active command on Enter and closes', async () => {
    const { share, undo, onClose } = setUp();
    await userEvent.keyboard('sha{Enter}');
    expect(share).toHaveBeenCalledOnce();
    expect(undo).not.toHaveBeenCalled();
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('keeps Enter from the button that the focus goes back to', () => {
    setUp();
    expect(fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter' })).toBe(false);
  });

  it('opens a column in the form', async () => {
    const { stores } = setUp();
    stores.view.getState().actions.set({ designTab: 'code' });
    await userEvent.keyboard('price{Enter}');
    expect(stores.view.getState()).toMatchObject({
      designTab: 'form',
      openEditor: { kind: 'column', id: 'c1' },
    });
  });

  it('says when nothing is called that, and does nothing on Enter', async () => {
    const { onClose } = setUp();
    await userEvent.keyboard('zzz{Enter}');
    expect(screen.getByText('Nothing is called that.')).toBeInTheDocument();
    expect(screen.getByRole('combobox')).toHaveAttribute('aria-expanded', 'false');
    expect(onClose).not.toHaveBeenCalled();
  });

  it('offers finished designs to begin with', async () => {
    setUp();
    await userEvent.keyboard('medical');
    expect(await screen.findByRole('option', { name: /finished design/ })).toBeInTheDocument();
  });

  it('leaves out what could do nothing', async () => {
    const idle = { id: 'stop', label: 'Stop the run', keys: '', perform: vi.fn() };
    setUp([{ ...idle, canPerform: () => false }]);
    await userEvent.keyboard('stop');
    expect(screen.getByText('Nothing is called that.')).toBeInTheDocument();
  });
});
