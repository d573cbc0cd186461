import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Chart } from '#core/design/chart.ts';
import { createDesign } from '#core/design/defaults.ts';
import { columnSchema } from '#core/design/design-schema.ts';
import { WorkbenchProvider } from '#state/react.tsx';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import { ThemeRoot } from '#ui/theme/theme-root.tsx';
import { ChartsPanel } from './charts-panel.tsx';

function setUp(chart: Chart) {
  const size = { id: 'size', name: 'size', type: 'decimal', fill: { kind: 'constant', value: 1 } };
  const design = createDesign({ columns: [columnSchema.parse(size)], charts: [chart] });
  const { stores, ...rest } = createTestWorkbench(design);
  render(
    <ThemeRoot>
      <WorkbenchProvider workbench={{ stores, ...rest }}>
        <ChartsPanel />
      </WorkbenchProvider>
    </ThemeRoot>,
  );
  return stores;
}

describe('a chart with a problem', () => {
  it('has the focus in the field that the problem is about', () => {
    const stores = setUp({ id: 'c', kind: 'scatter', x: 'gone', y: 'size', fit: false });
    act(() => {
      const summary = { rowCount: 10, measures: {}, profiles: {}, extractions: {} };
      stores.dataset.setState({ summary: summary as never });
      stores.view.getState().actions.set({
        openChart: 'c',
        revealed: { path: 'charts[0].x', atMs: 0 },
      });
    });
    expect(screen.getByRole('combobox', { name: 'Across' })).toHaveFocus();
  });

  it('can be taken away where its rule is gone, also before there are rows', async () => {
    const { design } = setUp({ id: 'c', kind: 'rule', rule: 'r' });
    expect(screen.getByText(/rule “r”, which is not there/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Remove chart' }));
    expect(design.getState().design.charts).toEqual([]);
  });
});

describe('a chart before there are enough rows', () => {
  it('says what it waits for, and what it shows can be chosen already', async () => {
    const { view } = setUp({ id: 'c', kind: 'scatter', x: 'size', y: 'size', fit: false });
    expect(screen.getByText('Charts appear with 5 rows')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'More about Scatter' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: /Edit chart/ }));
    expect(view.getState().openChart).toBe('c');
    expect(screen.getByRole('combobox', { name: 'Across' })).toBeInTheDocument();
  });
});
