import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import { WorkbenchProvider } from '#state/react.tsx';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import { ThemeRoot } from '#ui/theme/theme-root.tsx';
import { StorageDialog } from './storage-dialog.tsx';

function setUp(isKept: boolean | undefined, freeSpace = vi.fn(() => Promise.resolve())) {
  const real = createTestWorkbench(createDesign());
  const runs = {
    ...real.runs,
    freeSpace,
    saveRunFile: vi.fn(() => Promise.resolve()),
    keepStorage: vi.fn(),
  };
  real.stores.storage.setState({ isKept });
  real.stores.design.setState({ saved: 'saved' });
  render(
    <ThemeRoot>
      <WorkbenchProvider workbench={{ ...real, runs }}>
        <StorageDialog onClose={() => undefined} />
      </WorkbenchProvider>
    </ThemeRoot>,
  );
  return runs;
}

const click = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('the storage settings', () => {
  it('show what the browser has answered', () => {
    setUp(false);
    expect(screen.getByText(/may clear your rows/)).toBeVisible();
  });

  it('do not ask again a browser that has promised', () => {
    setUp(true);
    expect(screen.getByText(/has promised to keep/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Ask to keep' })).not.toBeInTheDocument();
  });

  it('save the run as a file', async () => {
    const runs = setUp(undefined);
    await click('Save run file');
    expect(runs.saveRunFile).toHaveBeenCalledOnce();
  });

  it('say why room could not be made', async () => {
    setUp(
      undefined,
      vi.fn(() => Promise.reject(new Error('The storage is damaged.'))),
    );
    await click('Delete other runs');
    expect(await screen.findByText('The storage is damaged.')).toBeVisible();
  });
});
