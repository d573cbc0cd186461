import { fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import { WorkbenchProvider } from '#state/react.tsx';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import { ThemeRoot } from '#ui/theme/theme-root.tsx';
import { testColumn } from '#features/designer/testing/open-form.tsx';
import { DependencyMap } from './dependency-map.tsx';

// There is no layout in this test, so nothing ever changes its size.
class StillObserver {
  observe = vi.fn();
  disconnect = vi.fn();
}
beforeEach(() => void vi.stubGlobal('ResizeObserver', StillObserver));
afterEach(() => void vi.unstubAllGlobals());

it('selects a column by a click in the picture or the list, says who reads whom, and leads to its form', () => {
  const uniform = { kind: 'uniform', low: 1, high: 2 } as const;
  const workbench = createTestWorkbench(
    createDesign({
      columns: [
        testColumn('size', { kind: 'number', distribution: uniform }),
        testColumn('price', { kind: 'formula', expression: 'size * 2' }),
      ],
    }),
  );
  const { view } = workbench.stores;
  view.getState().actions.set({ designTab: 'map' });
  const { container } = render(
    <ThemeRoot>
      <WorkbenchProvider workbench={workbench}>
        <DependencyMap />
      </WorkbenchProvider>
    </ThemeRoot>,
  );
  const list = screen.getByRole('list', { name: 'Who reads whom' });
  const entryOf = (name: RegExp) => within(list).getByRole('button', { name });
  expect(entryOf(/^price/)).toHaveTextContent('reads size');
  expect(entryOf(/^size/)).toHaveTextContent('read by price');

  fireEvent.click(within(container).getByTitle('price'));
  expect(view.getState().openEditor).toEqual({ kind: 'column', id: 'price' });
  expect(entryOf(/^price/)).toHaveAttribute('aria-current', 'true');
  fireEvent.click(entryOf(/^size/));
  expect(view.getState().openEditor).toEqual({ kind: 'column', id: 'size' });
  fireEvent.click(screen.getByRole('button', { name: 'Edit size' }));
  expect(view.getState().designTab).toBe('form');
});
