import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import { callSchema, modelAliasSchema } from '#core/design/design-schema.ts';
import { WorkbenchProvider } from '#state/react.tsx';
import type { RequestEntry } from '#state/run-store.ts';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import { ThemeRoot } from '#ui/theme/theme-root.tsx';
import { RequestsHead } from './requests-head.tsx';
import { RequestsPanel } from './requests-panel.tsx';

const calls = ['titles', 'stories'].map((name) =>
  callSchema.parse({ id: name, name, model: 'writer' }),
);
const models = [modelAliasSchema.parse({ alias: 'writer', provider: 'openai', model: 'm' })];

function entry(number: number, callId: string): RequestEntry {
  return {
    ...{ requestId: `r${number}`, callId, rows: [number], attempt: 1 },
    ...{ startedAtMs: 0, endedAtMs: 1_000, streamedRows: 1, acceptedRows: 1, rejectedRows: 0 },
    usage: { inputTokens: 1_000_000, outputTokens: 500_000 },
  };
}

function setUp() {
  const real = createTestWorkbench(createDesign({ models, calls }));
  const saveBatchFile = vi.fn(() => Promise.resolve());
  const requests = [entry(1, 'titles'), entry(2, 'stories'), entry(3, 'titles')];
  real.stores.run.setState({ requests, requestCount: 3 });
  const price = { inputPerMillion: 2, outputPerMillion: 4 };
  real.stores.settings.getState().actions.update({ prices: { 'openai m': price } });
  render(
    <ThemeRoot>
      <WorkbenchProvider workbench={{ ...real, runs: { ...real.runs, saveBatchFile } }}>
        <RequestsHead />
        <RequestsPanel />
      </WorkbenchProvider>
    </ThemeRoot>,
  );
  return { saveBatchFile };
}

const numbers = () =>
  screen.getAllByRole('button', { name: /^Request \d/ }).map((button) => button.textContent);

describe('the requests of a run', () => {
  it('are those of one call where one is chosen, under the numbers they have', async () => {
    setUp();
    expect(screen.getAllByRole('button', { name: /^Request \d/ })).toHaveLength(3);
    await userEvent.click(screen.getByRole('combobox', { name: 'Requests of' }));
    await userEvent.click(screen.getByRole('option', { name: 'titles' }));
    expect(numbers()).toHaveLength(2);
    expect(screen.getByRole('button', { name: 'Request 3' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Request 2' })).not.toBeInTheDocument();
  });

  it('tell what each has cost', () => {
    setUp();
    const [, row] = screen.getAllByRole('row');
    expect(within(row!).getByText('$4.00')).toBeVisible();
  });

  it('that are still to be sent can be saved as a batch file', async () => {
    const { saveBatchFile } = setUp();
    await userEvent.click(screen.getByRole('button', { name: 'Save as batch file' }));
    expect(saveBatchFile).toHaveBeenCalledOnce();
  });
});
