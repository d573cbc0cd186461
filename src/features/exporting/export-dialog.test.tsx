import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import { columnSchema } from '#core/design/design-schema.ts';
import { WorkbenchProvider } from '#state/react.tsx';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import type { Workbench } from '#state/workbench.ts';
import { ThemeRoot } from '#ui/theme/theme-root.tsx';
import { ExportDialog } from './export-dialog.tsx';

const emptySummary = {
  ...{ version: 1, rowCount: 100, finishedRows: 100, failedRows: 0, failedCells: 0, repaired: {} },
  ...{ excludedRows: 0, hasDemoRows: false, profiles: {}, measures: {}, extractions: {} },
};

const design = createDesign({
  name: 'Lamps',
  columns: ['kind', 'watts', 'title'].map((id) =>
    columnSchema.parse({ id, name: id, fill: { kind: 'uuid' } }),
  ),
});

function setUp({ breaks = false, totalRows = 1 } = {}) {
  const real = createTestWorkbench(design);
  const exportRows = vi.fn<Workbench['workers']['evaluator']['exportRows']>(() => {
    if (breaks) return Promise.reject(new Error('The rows are gone.'));
    const blob = new Blob(['{"kind":"desk"}\n']);
    return Promise.resolve({
      blob,
      rowCount: 1,
      totalRows,
      formulaCells: 2,
      unwritableCells: 5,
      leftOutRows: 1,
      rowsWithoutTurns: 3,
      unbalancedRows: 4,
      outdatedRows: 1,
      hasDemoRows: false,
    });
  });
  const saveFile = vi.fn();
  const onClose = vi.fn();
  const saveRows = vi.fn<Workbench['workers']['evaluator']['saveRows']>(
    ({ port }) =>
      new Promise((_, reject) => {
        port.postMessage({ done: 300_000, total: 1_000_000 });
        port.addEventListener('message', () => {
          reject(new DOMException('Saving was cancelled.', 'AbortError'));
        });
        port.start();
      }),
  );
  const evaluator = { ...real.workers.evaluator, exportRows, saveRows };
  const workers = { ...real.workers, evaluator };
  const workbench = { ...real, workers, host: { ...real.host, saveFile } };
  render(
    <ThemeRoot>
      <WorkbenchProvider workbench={workbench}>
        <ExportDialog onClose={onClose} />
      </WorkbenchProvider>
    </ThemeRoot>,
  );
  return { exportRows, saveFile, onClose, stores: real.stores };
}

const download = () => userEvent.click(screen.getByRole('button', { name: 'Download' }));
const option = (name: string) => screen.getByRole('checkbox', { name });

async function choose(field: string, name: RegExp | string) {
  await userEvent.click(screen.getByRole('combobox', { name: field }));
  await userEvent.click(screen.getByRole('option', { name }));
}

const chooseFormat = (name: RegExp) => choose('Format', name);

describe('ExportDialog', () => {
  it('asks for the chosen columns in the chosen order', async () => {
    const { exportRows, saveFile } = setUp();
    await userEvent.click(option('kind'));
    await userEvent.click(screen.getByRole('button', { name: 'Move title left' }));
    await download();
    await waitFor(() => {
      expect(saveFile).toHaveBeenCalledOnce();
    });
    expect(exportRows.mock.lastCall?.[0]).toMatchObject({
      format: 'jsonl',
      rows: 'finished',
      columnIds: ['title', 'watts'],
    });
  });

  it('names the file after the design and closes', async () => {
    const { saveFile, onClose, stores } = setUp();
    await download();
    await waitFor(() => {
      expect(onClose).toHaveBeenCalledOnce();
    });
    expect(saveFile).toHaveBeenCalledWith(expect.any(Blob), 'Lamps.jsonl');
    expect(stores.view.getState().toasts.map(({ text }) => text)).toEqual(['1 row exported']);
  });

  it('passes on what spreadsheets need', async () => {
    const { exportRows, saveFile } = setUp();
    await chooseFormat(/^CSV/);
    await userEvent.click(option('Windows line endings'));
    await userEvent.click(screen.getByRole('checkbox', { name: /Spreadsheet-safe/ }));
    await download();
    await waitFor(() => {
      expect(saveFile).toHaveBeenCalledOnce();
    });
    expect(exportRows.mock.lastCall?.[0]).toMatchObject({
      format: 'csv',
      lineEnding: '\r\n',
      spreadsheetSafe: true,
      byteOrderMark: false,
    });
  });

  it('warns of cells that could run as formulas, in CSV only', async () => {
    setUp();
    expect(screen.queryByText(/could run as formulas/)).not.toBeInTheDocument();
    await chooseFormat(/^CSV/);
    expect(await screen.findByText(/2 cells could run as formulas/)).toBeInTheDocument();
  });

  it('names the cells that a format cannot hold', async () => {
    setUp();
    await chooseFormat(/^XML/);
    expect(
      await screen.findByText(/^5 cells have characters that XML cannot hold/),
    ).toBeInTheDocument();
  });

  it('saves a file for every part', async () => {
    const { exportRows, saveFile, stores } = setUp();
    await userEvent.click(screen.getByRole('combobox', { name: 'Split' }));
    await userEvent.click(screen.getByRole('option', { name: 'Train 80, test 20' }));
    expect(
      await screen.findByRole('region', { name: 'First lines of Lamps-train.jsonl' }),
    ).toBeVisible();
    await download();
    await waitFor(() => {
      expect(saveFile.mock.calls.map((call) => String(call[1]))).toEqual([
        'Lamps-train.jsonl',
        'Lamps-test.jsonl',
      ]);
    });
    expect(exportRows.mock.lastCall?.[0]).toMatchObject({ part: { index: 1 } });
    expect(stores.view.getState().toasts.map(({ text }) => text)).toEqual([
      '2 rows exported in 2 files',
    ]);
  });

  it('asks for provenance and for other names', async () => {
    const { exportRows, saveFile } = setUp();
    await userEvent.click(screen.getByRole('checkbox', { name: /^Provenance/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Names in the file' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'title' }), 'watts');
    expect(await screen.findByText('Two columns would be called “watts”.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Download' })).toBeDisabled();
    await userEvent.type(screen.getByRole('textbox', { name: 'title' }), '_of_it');
    await download();
    await waitFor(() => {
      expect(saveFile).toHaveBeenCalledOnce();
    });
    expect(exportRows.mock.lastCall?.[0]).toMatchObject({
      hasProvenance: true,
      names: { title: 'watts_of_it' },
    });
  });

  it('copies the rows as they would be in the file', async () => {
    const user = userEvent.setup();
    const { stores } = setUp();
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    await waitFor(async () => {
      expect(await navigator.clipboard.readText()).toBe('{"kind":"desk"}\n');
    });
    expect(stores.view.getState().toasts.map(({ text }) => text)).toEqual(['1 row copied']);
  });

  it('says how many rows a rule leaves out', async () => {
    setUp();
    expect(await screen.findByText('1 row breaks a rule and is left out.')).toBeVisible();
  });

  it('says how many rows score high enough, and that a cap ended the run', async () => {
    const { stores } = setUp();
    const scores = { passedRows: 97, lowRows: 3 };
    const tries = { made: 150, most: 150 };
    act(() => {
      stores.run.setState({
        judged: { ...scores, cappedRows: 3, heldRows: 0, rewrittenRows: 9, tries },
      });
      stores.dataset.setState((state) => ({
        summary: { ...emptySummary, ...state.summary, scores },
      }));
    });
    expect(
      await screen.findByText('97 of 100 rows score high enough. The cap of 150 tries is used up.'),
    ).toBeVisible();
    expect(
      await screen.findByText('1 row breaks a rule or scores too low and is left out.'),
    ).toBeVisible();
  });

  it('shows the first lines of the file', async () => {
    setUp();
    await waitFor(() => {
      expect(screen.getByRole('region', { name: 'First lines of Lamps.jsonl' })).toHaveTextContent(
        '{"kind":"desk"}',
      );
    });
  });

  it('writes conversations of the columns that speak, and as many rows of each value', async () => {
    const { exportRows } = setUp();
    await choose('Layout', /^Alpaca/);
    expect(screen.getByText(/A conversation needs a column for the user/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Download' })).toBeDisabled();
    await choose('User', 'kind');
    await choose('Assistant', 'title');
    await choose('Balance by', 'watts');
    await userEvent.click(option('Other columns behind the conversation'));
    await download();
    await waitFor(() => {
      expect(exportRows.mock.lastCall?.[0]).toMatchObject({
        layout: { form: 'alpaca', parts: { user: 'kind', assistant: 'title' }, keepsOthers: true },
        balanceBy: 'watts',
      });
    });
  });

  it('says how many rows make no conversation or are too many of a value', async () => {
    setUp();
    expect(await screen.findByText(/^3 rows in which not both sides speak/)).toBeVisible();
    expect(screen.getByText(/^4 rows of values that have more/)).toBeVisible();
  });

  it('asks for the place of a large file in the click, tells how far it is, and can be cancelled', async () => {
    const remove = vi.fn(() => Promise.resolve());
    const getFile = () => Promise.resolve(new Blob([]));
    const file = { name: 'Big lamps.jsonl', getFile, remove };
    vi.stubGlobal('showSaveFilePicker', () => Promise.resolve(file));
    const { saveFile, onClose, stores } = setUp({ totalRows: 1_000_000 });
    expect(await screen.findByText(/about 16.0 MB, straight to a place you choose/)).toBeVisible();
    await download();
    expect(await screen.findByText(/300,000 of 1,000,000 rows/)).toBeVisible();
    expect(screen.getByText('Writing Big lamps.jsonl')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByRole('button', { name: 'Download' })).toBeVisible();
    expect(stores.view.getState().toasts.map(({ text }) => text)).toEqual([
      'Export cancelled. Nothing was written.',
    ]);
    expect(remove).toHaveBeenCalledOnce();
    expect(saveFile).not.toHaveBeenCalled();
    expect(onClose).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
  });

  it('says how many rows hold values that are out of date', async () => {
    setUp();
    expect(await screen.findByText(/^1 row holds values that are out of date/)).toBeVisible();
  });

  it('exports nothing without a column', async () => {
    setUp();
    for (const name of ['kind', 'watts', 'title']) await userEvent.click(option(name));
    expect(screen.getByRole('button', { name: 'Download' })).toBeDisabled();
  });

  it('stays open and says why when the file cannot be made', async () => {
    const { onClose } = setUp({ breaks: true });
    await download();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The file could not be made. The rows are gone.',
    );
    expect(onClose).not.toHaveBeenCalled();
  });
});
