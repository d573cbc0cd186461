import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { WorkbenchProvider } from '#state/react.tsx';
import { smallDesign } from '#state/testing/small-design.ts';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import { ThemeRoot } from '#ui/theme/theme-root.tsx';
import { EmptyRows } from './empty-rows.tsx';

const summary = {
  ...{ version: 1, rowCount: 0, finishedRows: 0, failedRows: 0, failedCells: 0, repaired: {} },
  ...{ excludedRows: 0, hasDemoRows: false, profiles: {}, measures: {}, extractions: {} },
};

function setUp(change: Readonly<Record<string, unknown>>) {
  const workbench = createTestWorkbench(smallDesign(change));
  render(
    <ThemeRoot>
      <WorkbenchProvider workbench={workbench}>
        <EmptyRows />
      </WorkbenchProvider>
    </ThemeRoot>,
  );
  return workbench.stores;
}

it('leads to Add column where there is no column to draw', async () => {
  const { view } = setUp({ columns: [], calls: [] });
  expect(screen.getByText('No columns yet')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Add column' }));
  expect(view.getState()).toMatchObject({
    designTab: 'form',
    phonePane: 'design',
    revealed: { path: 'columns' },
  });
});

it('asks for nothing while rows are on their way', () => {
  setUp({});
  expect(screen.getByRole('status')).toHaveTextContent('Rows are being drawn');
  expect(screen.queryByText('No rows yet')).not.toBeInTheDocument();
});

it('says that rows are to be asked for where there are columns', () => {
  const { dataset } = setUp({ rows: 0 });
  act(() => {
    dataset.setState({ summary });
  });
  expect(screen.getByText('Ask for more than 0 rows.')).toBeVisible();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

it('waits for no rows of a design with errors', () => {
  const { design } = setUp({});
  act(() => {
    design.setState({ diagnostics: [{ path: [], code: 'x', severity: 'error', message: 'x' }] });
  });
  expect(screen.getByText(/The design has errors/)).toBeVisible();
});

it('tells a search without a hit from a dataset without rows', () => {
  const { dataset } = setUp({});
  act(() => {
    dataset.setState({ summary: { ...summary, rowCount: 5 } });
  });
  expect(screen.getByText('No row found')).toBeVisible();
});

it('tells deleted rows from those that a filter leaves out', () => {
  const { dataset } = setUp({ rows: 9 });
  act(() => {
    dataset.setState({ summary: { ...summary, rowCount: 9, excludedRows: 2 } });
  });
  expect(screen.getByText('No row found')).toBeVisible();
  act(() => {
    dataset.setState({ summary: { ...summary, rowCount: 9, excludedRows: 9 } });
  });
  expect(screen.getByText('Every row is deleted')).toBeVisible();
  expect(screen.queryByText('No row found')).not.toBeInTheDocument();
});
