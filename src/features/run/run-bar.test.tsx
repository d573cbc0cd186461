import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { callSchema, columnSchema } from '#core/design/design-schema.ts';
import type { DatasetState } from '#state/dataset-store.ts';
import { WorkbenchProvider } from '#state/react.tsx';
import type { RunState } from '#state/run-store.ts';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import { ThemeRoot } from '#ui/theme/theme-root.tsx';
import { RunBar } from './run-bar.tsx';

const call = callSchema.parse({ id: 'copy', name: 'copywriter', model: 'writer' });
const text = columnSchema.parse({
  id: 'text',
  name: 'text',
  description: 'A short text.',
  fill: { kind: 'generated', call: 'copy' },
});

const sound = createDesign({
  rows: 200,
  models: [{ alias: 'writer', provider: 'demo', model: '' }],
  calls: [call],
  columns: [text],
});

interface Situation {
  readonly design?: DatasetDesign;
  readonly run?: Partial<RunState>;
  readonly finishedRows?: number;
  readonly estimate?: DatasetState['estimate'];
}

function setUp({ design = sound, run = {}, finishedRows = 0, estimate }: Situation = {}) {
  const real = createTestWorkbench(design);
  const runs = {
    ...real.runs,
    preview: vi.fn(() => Promise.resolve()),
    generate: vi.fn(() => Promise.resolve()),
    resume: vi.fn(() => Promise.resolve()),
    stop: vi.fn(() => Promise.resolve()),
  };
  const workbench = { ...real, runs };
  real.stores.run.setState(run);
  const counts = {
    version: 1,
    rowCount: 200,
    finishedRows,
    failedRows: 0,
    failedCells: 0,
    excludedRows: 0,
  };
  const summary = {
    ...counts,
    hasDemoRows: false,
    repaired: {},
    profiles: {},
    measures: {},
    extractions: {},
  };
  real.stores.dataset.setState({ summary, estimate });
  render(
    <ThemeRoot>
      <WorkbenchProvider workbench={workbench}>
        <RunBar keys={{ preview: 'Ctrl+Enter', generate: 'Ctrl+Shift+Enter' }} />
      </WorkbenchProvider>
    </ThemeRoot>,
  );
  return { runs, stores: real.stores };
}

describe('RunBar', () => {
  it('offers Preview and Generate before the first run', () => {
    setUp();
    expect(screen.getByRole('button', { name: 'Preview' })).toBeEnabled();
    expect(screen.getByRole('button', { name: 'Generate' })).toBeEnabled();
    expect(screen.getByRole('button', { name: 'Spending cap' })).toHaveTextContent('No cap');
    expect(screen.getByRole('button', { name: 'Rows of a preview' })).toBeEnabled();
    expect(screen.getByRole('button', { name: 'Rows of a preview' })).toBeEnabled();
    expect(screen.getAllByRole('button')).toHaveLength(4);
  });

  it('counts no row of a design without columns', () => {
    setUp({ design: createDesign({ rows: 10, columns: [], calls: [] }) });
    expect(screen.getByRole('status', { name: 'Run status' })).toHaveTextContent('0 of 0 rows');
    expect(screen.getByRole('spinbutton', { name: 'Rows' })).toHaveValue(10);
  });

  it('focuses the number of rows when a problem leads there', () => {
    const { stores } = setUp();
    act(() => {
      stores.view.getState().actions.set({ revealed: { path: 'rows', atMs: 0 } });
    });
    expect(screen.getByRole('spinbutton', { name: 'Rows' })).toHaveFocus();
  });

  it('describes Generate by its estimate, which is no part of its name', () => {
    const estimate = {
      rows: 200,
      requests: 20,
      inputTokens: 10_000,
      outputTokens: 2_000,
      calls: [
        {
          callId: 'write',
          alias: 'writer',
          rows: 200,
          requests: 20,
          inputTokens: 10_000,
          outputTokens: 2_000,
        },
      ],
    } as const;
    const models = [{ alias: 'writer', provider: 'openai', model: 'm' }];
    setUp({ estimate, design: { ...sound, models } });
    expect(screen.getByRole('button', { name: 'Generate' })).toHaveAccessibleDescription(
      '200 rows, about 20 calls, about 12k tokens, price unknown, about 3 s',
    );
  });

  it('offers nothing but Stop while a run goes on', async () => {
    const { runs } = setUp({ run: { status: 'running', rowCount: 200 } });
    expect(screen.getAllByRole('button')).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
    expect(runs.stop).toHaveBeenCalledOnce();
  });

  it('cannot be stopped twice', () => {
    setUp({ run: { status: 'stopping', rowCount: 200 } });
    expect(screen.getByRole('button', { name: 'Stop' })).toBeDisabled();
  });

  it('offers Resume after a stop, with what is left', async () => {
    const { runs } = setUp({ run: { status: 'stopped', rowCount: 200 }, finishedRows: 137 });
    const resume = screen.getByRole('button', { name: 'Resume' });
    expect(resume).toHaveAccessibleDescription('137 of 200, 63 rows left');
    expect(screen.queryByRole('button', { name: 'Generate' })).not.toBeInTheDocument();
    await userEvent.click(resume);
    expect(runs.resume).toHaveBeenCalledOnce();
  });

  it('is hot only while there is work', () => {
    const { stores } = setUp();
    expect(screen.getByRole('button', { name: 'Generate' })).toHaveClass('MuiButton-contained');
    act(() => {
      stores.run.setState({ status: 'complete' });
      stores.dataset.setState(({ summary }) => ({
        summary: summary && { ...summary, finishedRows: 200 },
      }));
    });
    expect(screen.getByRole('button', { name: 'Generate' })).toHaveClass('MuiButton-outlined');
  });

  it('takes a cap in place and shows what was spent of it', async () => {
    const { stores } = setUp();
    await userEvent.click(screen.getByRole('button', { name: 'Spending cap' }));
    const dollars = await screen.findByRole('spinbutton', { name: 'Dollars per run' });
    await userEvent.type(dollars, '0.5');
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(stores.settings.getState().spendCap.costUsd).toBe(0.5);
    act(() => {
      const spent = { tokens: 900, costUsd: 0.006 };
      stores.run.setState({ status: 'running', rowCount: 200, spent });
    });
    expect(screen.getByText('$0.006 of $0.50 cap')).toBeVisible();
  });

  it('shows a tick for each request that may be in flight, and why they are so few', () => {
    const laneNote = 'At most 5 at once.';
    setUp({ run: { status: 'running', rowCount: 200, inFlight: 3, concurrency: 5, laneNote } });
    expect(screen.getByRole('img', { name: '3 of 5 requests in flight' })).toBeVisible();
    expect(screen.getByTitle(laneNote)).toHaveTextContent(
      '3 requests in flight, at most 5 over plain http',
    );
  });

  it('runs nothing while the design has errors', () => {
    const fill = { kind: 'generated', call: 'nobody' } as const;
    setUp({ design: { ...sound, columns: [{ ...text, fill }] } });
    expect(screen.getByRole('button', { name: 'Preview' })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Generate' })).toBeDisabled();
  });

  it('counts rows in the status and in the progress', () => {
    setUp({ run: { status: 'running', rowCount: 200, finishedRows: 137 } });
    expect(screen.getByRole('status', { name: 'Run status' })).toHaveTextContent('137 of 200 rows');
    expect(screen.getByRole('progressbar', { name: 'Run progress' })).toHaveAttribute(
      'aria-valuetext',
      '137 of 200 rows',
    );
  });

  it('cools its line of progress while nothing is in flight because a provider asks to wait', () => {
    const run = { status: 'running', rowCount: 200, throttle: { reason: 'Rate limit.' } } as const;
    setUp({ run });
    const line = screen.getByRole('progressbar', { name: 'Run progress' });
    expect(line).toHaveAttribute('data-state', 'waiting');
  });

  it('says in one line that it paused, tells screen readers all, and leads back to a card put away', async () => {
    const problem = {
      name: 'ProviderError',
      kind: 'auth',
      host: 'h',
      message: 'Wrong key. Check it.',
    };
    const { stores } = setUp({ run: { status: 'paused', problem } });
    expect(screen.getByRole('status', { name: 'Run status' })).toHaveTextContent(
      '0 of 200 rows. Wrong key. Check it.',
    );
    expect(screen.getByText('h refused the key.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'What to do' })).not.toBeInTheDocument();
    act(() => {
      stores.view.setState({ hiddenProblem: problem, dataTab: 'charts' });
    });
    await userEvent.click(screen.getByRole('button', { name: 'What to do' }));
    expect(stores.view.getState()).toMatchObject({ dataTab: 'rows', hiddenProblem: undefined });
  });

  it('takes a run over from another tab only when told to', async () => {
    const problem = { name: 'RunLocked', kind: 'locked', message: 'Open in another tab.' };
    const { runs } = setUp({ run: { status: 'paused', problem } });
    await userEvent.click(screen.getByRole('button', { name: 'Continue here' }));
    expect(runs.resume).toHaveBeenCalledWith({ steal: true });
  });

  it('keeps the keyboard in the bar when Generate gives way to Stop', async () => {
    const { stores } = setUp();
    await userEvent.click(screen.getByRole('button', { name: 'Generate' }));
    act(() => {
      stores.run.setState({ status: 'running', rowCount: 200 });
    });
    expect(screen.getByRole('button', { name: 'Stop' })).toHaveFocus();
  });

  it('leaves the keyboard where the user has gone meanwhile', async () => {
    const { stores } = setUp();
    await userEvent.click(screen.getByRole('button', { name: 'Generate' }));
    screen.getByRole('spinbutton', { name: 'Rows' }).focus();
    act(() => {
      stores.run.setState({ status: 'running', rowCount: 200 });
    });
    expect(screen.getByRole('spinbutton', { name: 'Rows' })).toHaveFocus();
  });

  it('sets the rows of the design', async () => {
    const { stores } = setUp();
    const rows = screen.getByRole('spinbutton', { name: 'Rows' });
    await userEvent.clear(rows);
    await userEvent.type(rows, '50');
    expect(stores.design.getState().design.rows).toBe(50);
  });

  it('speaks at most every five seconds while it runs', () => {
    vi.useFakeTimers();
    const { stores } = setUp({ run: { status: 'running', rowCount: 200, finishedRows: 1 } });
    const status = screen.getByRole('status', { name: 'Run status' });
    act(() => {
      stores.run.setState({ finishedRows: 20 });
    });
    expect(status).toHaveTextContent('1 of 200 rows');
    act(() => {
      vi.advanceTimersByTime(5_000);
    });
    expect(status).toHaveTextContent('20 of 200 rows');
    vi.useRealTimers();
  });

  it('says while there is no network what waits for it and what goes on', () => {
    setUp();
    const network = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    act(() => void window.dispatchEvent(new Event('offline')));
    expect(screen.getByText('Offline.').parentElement).toHaveTextContent(
      'Offline. Requests wait for the network. Sampling, formulas, charts, code and export go on.',
    );
    network.mockReturnValue(true);
    act(() => void window.dispatchEvent(new Event('online')));
    expect(screen.queryByText('Offline.')).not.toBeInTheDocument();
    network.mockRestore();
  });
});
