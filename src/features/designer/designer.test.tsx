import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import { columnSchema } from '#core/design/design-schema.ts';
import type { Fill } from '#core/design/fill.ts';
import { WorkbenchProvider } from '#state/react.tsx';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import { ThemeRoot } from '#ui/theme/theme-root.tsx';
import { Designer } from './designer.tsx';

function column(id: string, fill: Fill, parts: Partial<Column> = {}): Column {
  return columnSchema.parse({ id, name: id, fill, ...parts });
}

function design(): DatasetDesign {
  return createDesign({
    rows: 100,
    models: [{ alias: 'writer', provider: 'demo', model: '' }],
    calls: [
      {
        id: 'copy',
        name: 'copywriter',
        model: 'writer',
        rowsPerRequest: 10,
        messages: [{ role: 'user', content: 'A set.' }],
        examples: [],
        output: { kind: 'fields' },
      },
    ],
    columns: [
      column('type', {
        kind: 'category',
        values: [
          { value: 'OLED', weight: 55 },
          { value: 'QLED', weight: 45 },
        ],
      }),
      column('panel', { kind: 'boolean', probability: 0.5 }, { type: 'boolean' }),
      column(
        'size',
        { kind: 'number', distribution: { kind: 'integer', low: 32, high: 85 } },
        { type: 'integer' },
      ),
      column('price', { kind: 'formula', expression: 'size * 12' }, { type: 'decimal' }),
      column('text', { kind: 'generated', call: 'copy' }),
    ],
    constraints: [
      {
        id: 'line',
        kind: 'linear',
        x: 'size',
        y: 'price',
        minR: 0.9,
        severity: 'must',
        inPrompt: true,
        chart: true,
      },
    ],
  });
}

function setUp() {
  const workbench = createTestWorkbench(design());
  render(
    <ThemeRoot>
      <WorkbenchProvider workbench={workbench}>
        <Designer />
      </WorkbenchProvider>
    </ThemeRoot>,
  );
  const current = () => workbench.stores.design.getState().design;
  const named = (name: string) => current().columns.find((item) => item.name === name);
  // Editors are loaded when they are first shown.
  const open = async (name: string) => {
    await userEvent.click(screen.getByRole('button', { name }));
    await screen.findByRole('textbox', { name: 'Name' });
  };
  const { view } = workbench.stores;
  const drafts = () => workbench.stores.drafts.getState();
  const history = () => workbench.stores.design.getState().past;
  return { current, named, open, view, drafts, history };
}

describe('Designer', () => {
  it('writes the brief as one step of the history', async () => {
    const { current, history } = setUp();
    await userEvent.type(screen.getByRole('textbox', { name: 'Dataset brief' }), 'Televisions');
    expect(current().brief).toBe('Televisions');
    expect(history()).toHaveLength(1);
  });

  it('adds a column, opens it and focuses its name', async () => {
    const { current } = setUp();
    await userEvent.click(screen.getByRole('button', { name: 'Add column' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: /^Boolean/ }));
    expect(current().columns.at(-1)?.fill.kind).toBe('boolean');
    expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveFocus();
  });

  it('renames a column on Enter and rewrites what reads it', async () => {
    const { named, open } = setUp();
    await open('size');
    const name = screen.getByRole('textbox', { name: 'Name' });
    await userEvent.clear(name);
    await userEvent.type(name, 'inches{Enter}');
    expect(named('inches')?.id).toBe('size');
    expect(named('price')?.fill).toMatchObject({ expression: 'inches * 12' });
  });

  it('says inline why a name is refused', async () => {
    const { named, open } = setUp();
    await open('size');
    const name = screen.getByRole('textbox', { name: 'Name' });
    await userEvent.clear(name);
    await userEvent.type(name, 'type');
    await userEvent.tab();
    expect(name).toHaveAccessibleDescription(/already a column called “type”/);
    expect(named('size')).toBeDefined();
  });

  it('writes a weight as it is typed and shows the rows to expect', async () => {
    const { named, open } = setUp();
    await open('type');
    const weight = screen.getByRole('textbox', { name: 'Weight of OLED' });
    await userEvent.clear(weight);
    await userEvent.type(weight, '1.5');
    expect(weight).toHaveValue('1.5');
    expect(named('type')?.fill).toMatchObject({ values: [{ weight: 1.5 }, { weight: 45 }] });
    await userEvent.keyboard('{ArrowUp}');
    expect(named('type')?.fill).toMatchObject({ values: [{ weight: 2.5 }, { weight: 45 }] });
    const table = screen.getByRole('table', { name: 'Values of type' });
    expect(within(table).getByRole('cell', { name: '5' })).toBeInTheDocument();
  });

  it('deletes the column in focus on Delete and offers Undo', async () => {
    const { current, named, view } = setUp();
    const last = current().columns.at(-1)?.name ?? '';
    act(() => screen.getByRole('button', { name: last }).focus());
    await userEvent.keyboard('{Delete}');
    await waitFor(() => expect(named(last)).toBeUndefined());
    expect(view.getState().toasts[0]?.action?.label).toBe('Undo');
  });

  it('opens the menu of a column on a right click', async () => {
    setUp();
    fireEvent.contextMenu(screen.getByRole('button', { name: 'size' }));
    const menu = await screen.findByRole('menu', { name: 'More about size' });
    expect(within(menu).getByRole('menuitem', { name: /^Duplicate/ })).toBeInTheDocument();
  });

  it('offers a level below a column of categories alone', async () => {
    const { drafts } = setUp();
    fireEvent.contextMenu(screen.getByRole('button', { name: 'size' }));
    const other = await screen.findByRole('menu', { name: 'More about size' });
    expect(within(other).queryByRole('menuitem', { name: /level below/ })).toBeNull();
    await userEvent.keyboard('{Escape}');
    fireEvent.contextMenu(screen.getByRole('button', { name: 'type' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Suggest a level below' }));
    expect(drafts()).toMatchObject({ kind: 'level', aboutId: 'type' });
  });

  it('says who uses a column that cannot be deleted', async () => {
    const { named, open, view } = setUp();
    await open('size');
    await userEvent.click(screen.getByRole('button', { name: 'Delete size' }));
    expect(named('size')).toBeDefined();
    expect(view.getState().toasts[0]?.text).toMatch(/size is used by .*“price”/);
  });

  it('deletes at once and takes it back with Undo', async () => {
    const { named, open, view } = setUp();
    await open('type');
    await userEvent.click(screen.getByRole('button', { name: 'Delete type' }));
    expect(named('type')).toBeUndefined();
    expect(screen.getByRole('button', { name: 'panel' })).toHaveFocus();
    act(() => view.getState().toasts[0]?.action?.perform());
    expect(named('type')).toBeDefined();
  });

  it('withdraws the offer to undo once something else was changed', async () => {
    const { open, view } = setUp();
    await open('type');
    await userEvent.click(screen.getByRole('button', { name: 'Delete type' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Dataset brief' }), 'x');
    expect(view.getState().toasts).toEqual([]);
  });

  it('moves a column with Alt and an arrow key and closes its editor with Escape', async () => {
    const { current, open } = setUp();
    await open('price');
    const row = screen.getByRole('button', { name: 'price' });
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(current().columns.map(({ id }) => id)).toEqual([
      'type',
      'panel',
      'price',
      'size',
      'text',
    ]);
    await userEvent.click(screen.getByRole('textbox', { name: 'Expression' }));
    await userEvent.keyboard('{Escape}');
    expect(row).toHaveAttribute('aria-expanded', 'false');
    expect(row).toHaveFocus();
  });

  it('switches a number to another distribution and keeps its range', async () => {
    const { named, open } = setUp();
    await open('size');
    await userEvent.click(screen.getByRole('radio', { name: 'Normal' }));
    expect(named('size')?.fill).toMatchObject({
      distribution: { kind: 'gaussian', low: 32, high: 85, mean: 58.5 },
    });
  });

  it('changes a rule in place', async () => {
    const { current } = setUp();
    await userEvent.click(screen.getByRole('button', { name: 'price grows with size' }));
    await userEvent.click(await screen.findByRole('radio', { name: 'Should' }));
    const least = screen.getByRole('spinbutton', { name: 'Least r' });
    await userEvent.clear(least);
    await userEvent.type(least, '0.75');
    expect(current().constraints[0]).toMatchObject({ severity: 'should', minR: 0.75 });
  });

  it('completes a column behind two braces', async () => {
    const { current, open } = setUp();
    await open('text');
    const message = screen.getByRole('textbox', { name: 'Message' });
    await userEvent.type(message, ' Of {{{{ pr');
    const options = screen.getAllByRole('option').map((option) => option.textContent);
    expect(options).toEqual([expect.stringContaining('price')]);
    await userEvent.keyboard('{Enter}');
    expect(current().calls[0]?.messages[0]?.content).toBe('A set. Of {{ price }}');
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
  });

  it('focuses the field of a place that asked to be shown', async () => {
    const { view } = setUp();
    act(() => {
      view.getState().actions.set({
        openEditor: { kind: 'column', id: 'price' },
        revealed: { path: 'columns[3].fill.expression', atMs: 1 },
      });
    });
    const field = await screen.findByRole('textbox', { name: 'Expression' });
    await waitFor(() => expect(field).toHaveFocus());
  });

  it('reads pasted rows into a source and says which line is broken', async () => {
    const { current } = setUp();
    await userEvent.click(screen.getByRole('button', { name: 'Sources' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Add source' }));
    const rows = screen.getByRole('textbox', { name: 'Rows' });
    await userEvent.click(rows);
    await userEvent.paste('title,stars\nGood,4');
    expect(current().sources[0]?.rows).toEqual([{ title: 'Good', stars: 4 }]);
    await userEvent.paste(',5');
    expect(rows).toHaveAccessibleDescription(/^Line 2: /);
    expect(current().sources[0]?.rows).toEqual([{ title: 'Good', stars: 4 }]);
  });
});
