import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import { WorkbenchProvider } from '#state/react.tsx';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import { PasteTarget } from './paste-target.tsx';

function setUp() {
  const workbench = createTestWorkbench(createDesign());
  render(
    <WorkbenchProvider workbench={workbench}>
      <PasteTarget />
      <input aria-label="Own field" />
    </WorkbenchProvider>,
  );
  const paste = (target: Element) =>
    fireEvent.paste(target, { clipboardData: { files: [], getData: () => 'a,b\n1,2\n' } });
  return { paste, ...workbench.stores };
}

describe('text pasted into the window', () => {
  it('opens the import with it', () => {
    const { paste, view, imports } = setUp();
    paste(document.body);
    expect(view.getState().dialog).toEqual({ kind: 'import' });
    expect(imports.getState().pasted).toBe('a,b\n1,2\n');
  });

  it('stays with the field that has the focus, and with an open dialog', () => {
    const { paste, view } = setUp();
    paste(screen.getByRole('textbox'));
    expect(view.getState().dialog).toBeUndefined();
    view.getState().actions.openDialog({ kind: 'share' });
    paste(document.body);
    expect(view.getState().dialog).toEqual({ kind: 'share' });
  });
});
