import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { WorkbenchProvider } from '#state/react.tsx';
import { smallDesign } from '#state/testing/small-design.ts';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import { ThemeRoot } from '#ui/theme/theme-root.tsx';
import { EmptyRows } from './empty-rows.tsx';

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

it('says that rows are to be asked for where there are columns', () => {
  setUp({ rows: 0 });
  expect(screen.getByText('No rows yet')).toBeInTheDocument();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});
