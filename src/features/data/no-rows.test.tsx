import { act, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import { WorkbenchProvider } from '#state/react.tsx';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import { ThemeRoot } from '#ui/theme/theme-root.tsx';
import { NoRows } from './no-rows.tsx';

const summary = {
  ...{ version: 1, rowCount: 0, finishedRows: 0, failedRows: 0, failedCells: 0, repaired: {} },
  ...{ excludedRows: 0, hasDemoRows: false, profiles: {}, measures: {}, extractions: {} },
};

function setUp() {
  const workbench = createTestWorkbench(createDesign());
  workbench.stores.design.setState({ diagnostics: [] });
  render(
    <ThemeRoot>
      <WorkbenchProvider workbench={workbench}>
        <NoRows />
      </WorkbenchProvider>
    </ThemeRoot>,
  );
  return workbench.stores;
}

describe('NoRows', () => {
  it('asks for nothing while rows are on their way', () => {
    setUp();
    expect(screen.getByRole('status')).toHaveTextContent('Rows are being drawn');
    expect(screen.queryByText('No rows yet')).not.toBeInTheDocument();
  });

  it('says what brings rows to a design that has none', () => {
    const { dataset } = setUp();
    act(() => {
      dataset.setState({ summary });
    });
    expect(screen.getByText(/Add a column/)).toBeVisible();
  });

  it('waits for no rows of a design with errors', () => {
    const { design } = setUp();
    act(() => {
      design.setState({
        diagnostics: [{ path: [], code: 'x', severity: 'error', message: 'x' }],
      });
    });
    expect(screen.getByText(/The design has errors/)).toBeVisible();
  });

  it('tells a search without a hit from a dataset without rows', () => {
    const { dataset } = setUp();
    act(() => {
      dataset.setState({ summary: { ...summary, rowCount: 5 } });
    });
    expect(screen.getByText('No row found')).toBeVisible();
  });
});
