import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import type { Column } from '#core/design/design.ts';
import { columnSchema } from '#core/design/design-schema.ts';
import type { Fill } from '#core/design/fill.ts';
import { WorkbenchProvider } from '#state/react.tsx';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import { ThemeRoot } from '#ui/theme/theme-root.tsx';
import { ProblemsStrip } from './problems-strip.tsx';

function column(id: string, fill: Fill): Column {
  return columnSchema.parse({ id, name: id, type: 'decimal', fill });
}

function setUp(expression: string) {
  const workbench = createTestWorkbench(
    createDesign({
      columns: [
        column('size', { kind: 'number', distribution: { kind: 'uniform', low: 1, high: 2 } }),
        column('price', { kind: 'formula', expression }),
      ],
    }),
  );
  render(
    <ThemeRoot>
      <WorkbenchProvider workbench={workbench}>
        <ProblemsStrip />
      </WorkbenchProvider>
    </ThemeRoot>,
  );
  return workbench.stores;
}

describe('ProblemsStrip', () => {
  it('counts no problems where there are none', () => {
    setUp('size * 2');
    expect(screen.getByText('No errors')).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('leads from the first problem to its field', async () => {
    const { view } = setUp('sze * 2');
    await userEvent.click(screen.getByRole('button', { name: /^price, expression/ }));
    expect(view.getState().openEditor).toEqual({ kind: 'column', id: 'price' });
    expect(view.getState().revealed?.path).toBe('columns[1].fill.expression');
  });

  it('mends a problem by its fix', async () => {
    const { design } = setUp('sze * 2');
    await userEvent.click(screen.getByRole('button', { name: 'All problems' }));
    const list = screen.getByRole('list', { name: 'Problems' });
    await userEvent.click(within(list).getByRole('button', { name: 'Change to size' }));
    expect(design.getState().design.columns[1]?.fill).toMatchObject({ expression: 'size * 2' });
    expect(screen.getByText('No errors')).toBeInTheDocument();
  });

  it('keeps the keyboard beside a fix: at the next problem, at the mended field after the last', async () => {
    const { view } = setUp('sze * prce');
    await userEvent.click(screen.getByRole('button', { name: 'All problems' }));
    const fixes = () => screen.getAllByRole('button', { name: /^Change to/ });
    expect(fixes().length).toBeGreaterThan(1);
    await userEvent.click(fixes()[0]!);
    const list = screen.getByRole('list', { name: 'Problems' });
    expect(list).toContainElement(document.activeElement as HTMLElement);
    while (screen.queryAllByRole('button', { name: /^Change to/ }).length > 0)
      await userEvent.click(fixes()[0]!);
    expect(view.getState().revealed?.path).toBe('columns[1].fill.expression');
  });

  it('speaks of an address of the design until this user has set it up', () => {
    const { design, settings } = setUp('size * 2');
    const endpoint = 'https://models.example/v1';
    act(() => {
      design.getState().actions.apply({
        kind: 'add-model',
        model: { alias: 'far', provider: 'openai-compatible', model: 'm', endpoint },
      });
    });
    expect(screen.getByText(/This design asks for/)).toBeInTheDocument();
    act(() => {
      settings.getState().actions.update({ trustedOrigins: ['https://models.example'] });
    });
    expect(screen.queryByText(/This design asks for/)).not.toBeInTheDocument();
  });

  it('tells of texts that came broken from a model', () => {
    const { dataset } = setUp('size * 2');
    act(() => {
      dataset.setState({
        summary: {
          ...{ version: 1, rowCount: 9, finishedRows: 9, failedRows: 0, failedCells: 0 },
          ...{ excludedRows: 0, hasDemoRows: false, profiles: {}, measures: {}, extractions: {} },
          repaired: { size: { count: 2, row: 4 } },
        },
      });
    });
    expect(screen.getByText(/^size: 2 texts came broken .* row 5/)).toBeInTheDocument();
  });

  it('says nothing about storage before that is known', () => {
    const { design } = setUp('size');
    act(() => {
      design.getState().actions.setSaved('unknown');
    });
    expect(screen.queryByText(/saved|stored/i)).not.toBeInTheDocument();
  });

  it('says that nothing is stored when saving failed', () => {
    const { design } = setUp('size');
    act(() => {
      design.getState().actions.setSaved('not-saved');
    });
    expect(screen.getByText(/^Not saved/)).toBeInTheDocument();
  });
});
