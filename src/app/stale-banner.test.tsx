import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { createDesign } from '#core/design/defaults.ts';
import { WorkbenchProvider } from '#state/react.tsx';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import { ThemeRoot } from '#ui/theme/theme-root.tsx';
import { StaleBanner } from './stale-banner.tsx';

const broken: Diagnostic = { path: [], code: 'x', severity: 'error', message: 'x' };

function setUp() {
  const workbench = createTestWorkbench(createDesign());
  workbench.stores.design.setState({ diagnostics: [] });
  render(
    <ThemeRoot>
      <WorkbenchProvider workbench={workbench}>
        <StaleBanner />
      </WorkbenchProvider>
    </ThemeRoot>,
  );
  return workbench.stores;
}

describe('StaleBanner', () => {
  it('is not there while the design is sound, warnings or not', () => {
    const { design } = setUp();
    act(() => {
      design.setState({ diagnostics: [{ ...broken, severity: 'warning' }] });
    });
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });

  it('counts errors of the design and of the text being typed', () => {
    const { design, view } = setUp();
    act(() => {
      design.setState({ diagnostics: [broken] });
      view.getState().actions.set({ codeProblems: [broken, broken] });
    });
    expect(screen.getByText(/The design has 3 errors/)).toBeInTheDocument();
  });

  it('counts what only sampling found as one error, not as some', () => {
    const { dataset } = setUp();
    act(() => {
      dataset.setState({ diagnostics: [broken] });
    });
    expect(screen.getByText(/The design has 1 error\. /)).toBeInTheDocument();
  });

  it('promises no rows of an older design where there is none', () => {
    const { design } = setUp();
    act(() => {
      design.setState({ diagnostics: [broken] });
    });
    expect(screen.getByText(/Rows come once it has none/)).toBeInTheDocument();
  });

  it('leads to the problems', async () => {
    const { design, view } = setUp();
    act(() => {
      design.setState({ diagnostics: [broken] });
    });
    await userEvent.click(screen.getByRole('button', { name: 'Show problems' }));
    expect(view.getState().isProblemsOpen).toBe(true);
  });
});
