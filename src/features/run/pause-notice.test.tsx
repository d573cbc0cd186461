import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { ErrorReport } from '#core/base/error-report.ts';
import { createDesign } from '#core/design/defaults.ts';
import { callSchema, columnSchema } from '#core/design/design-schema.ts';
import { WorkbenchProvider } from '#state/react.tsx';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import { ThemeRoot } from '#ui/theme/theme-root.tsx';
import { PauseNotice } from './pause-notice.tsx';

const refusedKey: ErrorReport = {
  name: 'ProviderError',
  kind: 'auth',
  message: 'The key was refused.',
  host: 'api.second.example',
  status: 401,
  said: 'Incorrect API key provided',
};
const capReached: ErrorReport = { name: 'RunError', kind: 'cost-cap', message: 'Cap reached.' };

const fill = { kind: 'generated', call: 'copy' } as const;
const design = createDesign({
  rows: 200,
  models: [
    { alias: 'first', provider: 'custom', model: 'm', endpoint: 'https://api.first.example/v1' },
    { alias: 'second', provider: 'custom', model: 'm', endpoint: 'https://api.second.example/v1' },
  ],
  calls: [
    callSchema.parse({ id: 'plan', name: 'planner', model: 'first' }),
    callSchema.parse({ id: 'copy', name: 'copywriter', model: 'second' }),
  ],
  columns: [columnSchema.parse({ id: 'text', name: 'text', description: 'A text.', fill })],
});

function setUp(problem: ErrorReport) {
  const real = createTestWorkbench(design);
  const runs = { ...real.runs, resume: vi.fn(() => Promise.resolve()) };
  real.stores.run.setState({ status: 'paused', problem });
  render(
    <ThemeRoot>
      <WorkbenchProvider workbench={{ ...real, runs }}>
        <PauseNotice />
      </WorkbenchProvider>
    </ThemeRoot>,
  );
  return { runs, stores: real.stores };
}

describe('PauseNotice', () => {
  it('says who refused what in whose words, and takes no focus', async () => {
    setUp(refusedKey);
    const card = await screen.findByRole('group', { name: 'api.second.example refused the key' });
    expect(card).toHaveTextContent('Answer 401, “Incorrect API key provided”.');
    expect(document.body).toHaveFocus();
  });

  it('leads to the settings of the model that was refused, and from there on with the run', async () => {
    const { stores } = setUp(refusedKey);
    await userEvent.click(await screen.findByRole('button', { name: 'Enter another key' }));
    expect(stores.view.getState().dialog).toEqual({
      kind: 'models',
      alias: 'second',
      reason: 'The key was refused.',
      then: 'resume',
    });
  });

  it('goes on with the demo model in the place of the one that refused', async () => {
    const { runs, stores } = setUp(refusedKey);
    await userEvent.click(await screen.findByRole('button', { name: 'Use the demo model' }));
    const { models } = stores.design.getState().design;
    expect(models.map(({ provider }) => provider)).toEqual(['custom', 'demo']);
    expect(runs.resume).toHaveBeenCalledOnce();
  });

  it('closes when the run goes on', async () => {
    const { stores } = setUp(refusedKey);
    await screen.findByRole('group');
    act(() => {
      stores.run.setState({ status: 'running', problem: undefined });
    });
    expect(screen.queryByRole('group')).not.toBeInTheDocument();
  });

  it('can be put away, and is back when the run pauses anew', async () => {
    const { stores } = setUp(refusedKey);
    await userEvent.click(await screen.findByRole('button', { name: 'Hide this card' }));
    expect(screen.queryByRole('group')).not.toBeInTheDocument();
    act(() => {
      stores.run.setState({ status: 'running', problem: undefined });
    });
    act(() => {
      stores.run.setState({ status: 'paused', problem: { ...refusedKey } });
    });
    expect(await screen.findByRole('group')).toBeVisible();
  });

  it('closes once the cap is changed, and leaves spending to Resume', async () => {
    const { runs } = setUp(capReached);
    await userEvent.click(await screen.findByRole('button', { name: 'Change the cap' }));
    const dollars = await screen.findByRole('spinbutton', { name: 'Dollars per run' });
    await userEvent.type(dollars, '2');
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('group')).not.toBeInTheDocument());
    expect(runs.resume).not.toHaveBeenCalled();
  });
});
