import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import { WorkbenchProvider } from '#state/react.tsx';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import { ThemeRoot } from '#ui/theme/theme-root.tsx';
import { DesignName } from './design-name.tsx';

function setUp() {
  const { stores, ...rest } = createTestWorkbench(createDesign({ name: 'Lamps' }));
  render(
    <ThemeRoot>
      <WorkbenchProvider workbench={{ stores, ...rest }}>
        <DesignName />
      </WorkbenchProvider>
    </ThemeRoot>,
  );
  return { nameOf: () => stores.design.getState().design.name, design: stores.design };
}

const field = () => screen.getByRole('textbox', { name: 'Design name' });

describe('DesignName', () => {
  it('renames on Enter and leaves the field', async () => {
    const { nameOf } = setUp();
    await userEvent.clear(field());
    await userEvent.type(field(), '  Desk lamps {Enter}');
    expect(nameOf()).toBe('Desk lamps');
    expect(field()).not.toHaveFocus();
  });

  it('renames when the field is left', async () => {
    const { nameOf } = setUp();
    await userEvent.type(field(), ' 2');
    await userEvent.tab();
    expect(nameOf()).toBe('Lamps 2');
  });

  it('takes everything back on Escape', async () => {
    const { nameOf } = setUp();
    await userEvent.type(field(), ' 2{Escape}');
    expect(nameOf()).toBe('Lamps');
    expect(field()).toHaveValue('Lamps');
  });

  it('renames again after an Escape', async () => {
    const { nameOf } = setUp();
    await userEvent.type(field(), ' 2{Escape}');
    await userEvent.type(field(), ' 3{Enter}');
    expect(nameOf()).toBe('Lamps 3');
  });

  it('keeps the name a design has when all of it is deleted', async () => {
    const { nameOf } = setUp();
    await userEvent.clear(field());
    await userEvent.type(field(), '{Enter}');
    expect(nameOf()).toBe('Lamps');
    expect(field()).toHaveValue('Lamps');
  });

  it('says whether the work is safe', () => {
    const { design } = setUp();
    act(() => {
      design.getState().actions.setSaved('saving');
    });
    expect(screen.getByText('Saving')).toBeInTheDocument();
    act(() => {
      design.getState().actions.setSaved('not-saved');
    });
    expect(screen.getByText('Not saved')).toBeInTheDocument();
  });
});
