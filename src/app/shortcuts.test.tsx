import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import { WorkbenchProvider } from '#state/react.tsx';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import { Shortcuts } from './shortcuts.tsx';

function setUp() {
  const real = createTestWorkbench(createDesign({ name: 'Lamps' }));
  const runs = { ...real.runs, preview: vi.fn(() => Promise.resolve()) };
  render(
    <WorkbenchProvider workbench={{ ...real, runs }}>
      <Shortcuts />
      <div className="monaco-editor">
        <textarea aria-label="Code" />
      </div>
    </WorkbenchProvider>,
  );
  const { design, view } = real.stores;
  design.getState().actions.apply({ kind: 'set-field', field: 'name', value: 'Desks' });
  return { runs, view, nameOf: () => design.getState().design.name };
}

describe('Shortcuts', () => {
  it('undoes and redoes from anywhere', async () => {
    const { nameOf } = setUp();
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(nameOf()).toBe('Lamps');
    await userEvent.keyboard('{Control>}{Shift>}Z{/Shift}{/Control}');
    expect(nameOf()).toBe('Desks');
  });

  it('leaves undo to the code editor while it has the keyboard', async () => {
    const { nameOf } = setUp();
    await userEvent.click(screen.getByRole('textbox', { name: 'Code' }));
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(nameOf()).toBe('Desks');
  });

  it('does nothing behind an open dialog', async () => {
    const { nameOf, runs, view } = setUp();
    view.getState().actions.openDialog({ kind: 'import' });
    await userEvent.keyboard('{Control>}z{Enter}k{/Control}');
    expect(nameOf()).toBe('Desks');
    expect(runs.preview).not.toHaveBeenCalled();
    expect(view.getState().dialog).toEqual({ kind: 'import' });
  });

  it('opens the commands', async () => {
    const { view } = setUp();
    await userEvent.keyboard('{Control>}k{/Control}');
    expect(view.getState().dialog).toEqual({ kind: 'commands' });
  });
});
