import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import { columnSchema } from '#core/design/design-schema.ts';
import { WorkbenchProvider } from '#state/react.tsx';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import { ThemeRoot } from '#ui/theme/theme-root.tsx';
import { ImportDialog } from './import-dialog.tsx';

const csv = `kind,price,note
lamp,12.5,A bright lamp
lamp,n/a,A small lamp for reading
desk,99,A desk of oak
desk,120,A wide desk
lamp,14,A lamp on a foot
desk,80,A low desk
lamp,13,A lamp for the hall
lamp,15,A lamp of glass
desk,95,A desk for two
lamp,11,A plain lamp
lamp,16,A tall lamp
`;

async function setUp(text = csv) {
  const columns = [columnSchema.parse({ id: 'c1', name: 'shop', fill: { kind: 'uuid' } })];
  const workbench = createTestWorkbench(createDesign({ name: 'Before', columns }));
  render(
    <ThemeRoot>
      <WorkbenchProvider workbench={workbench}>
        <ImportDialog onClose={() => undefined} />
      </WorkbenchProvider>
    </ThemeRoot>,
  );
  await userEvent.click(screen.getByRole('textbox'));
  await userEvent.paste(text);
  await userEvent.click(screen.getByRole('button', { name: 'Open' }));
  await screen.findByRole('button', { name: 'New design from it' });
  const line = (name: string) => within(screen.getByRole('listitem', { name }));
  const design = () => workbench.stores.design.getState();
  return { line, design };
}

describe('rows that were pasted', () => {
  it('are shown field by field, with what was found, before anything lands', async () => {
    const { line, design } = await setUp();
    expect(line('kind').getByRole('combobox')).toHaveTextContent('Category');
    expect(line('kind').getByText('2 values, shares kept')).toBeVisible();
    expect(line('price').getByText('by a model, 11 to 120')).toBeVisible();
    expect(line('note').getByText(/A bright lamp, A small lamp/)).toBeVisible();
    expect(
      screen.getByText(/price: 10 numbers, 1 word \(“n\/a” in row 2\)\. Your rows keep them/),
    ).toBeVisible();
    expect(design().design.columns).toHaveLength(1);
  });

  it('are added to the open design as chosen, in one step', async () => {
    const { line, design } = await setUp();
    await userEvent.click(line('price').getByRole('combobox'));
    await userEvent.click(await screen.findByRole('option', { name: 'Number' }));
    await userEvent.click(line('note').getByRole('combobox'));
    await userEvent.click(await screen.findByRole('option', { name: 'Leave out' }));
    await userEvent.clear(line('kind').getByRole('textbox'));
    await userEvent.type(line('kind').getByRole('textbox'), 'sort');
    await userEvent.click(screen.getByRole('button', { name: 'Add to this design' }));
    await vi.waitFor(() => expect(design().past).toHaveLength(1));
    expect(design().design.columns.map(({ name, fill }) => [name, fill.kind])).toEqual([
      ['shop', 'uuid'],
      ['sort', 'category'],
      ['price', 'number'],
    ]);
    design().actions.undo();
    expect(design().design.columns).toHaveLength(1);
  });

  it('can be left without a trace', async () => {
    const { design } = await setUp();
    await userEvent.click(screen.getByRole('button', { name: 'Leave these rows' }));
    expect(await screen.findByRole('button', { name: 'Open' })).toBeInTheDocument();
    expect(design().past).toEqual([]);
  });

  it('take more files beside them: the same columns join, others come after', async () => {
    const { line } = await setUp();
    await userEvent.upload(screen.getByLabelText('More files'), [
      new File(['kind,price,note\nsofa,300,A sofa\n'], 'more.csv'),
      new File(['city,people\nUlm,120000\n'], 'cities.csv'),
    ]);
    expect(await screen.findByText('more.csv')).toBeVisible();
    expect(
      screen.getByText('cities.csv has other columns, and will be shown after these.'),
    ).toBeVisible();
    expect(line('kind').getByText('3 values, shares kept')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Leave out more.csv' }));
    expect(await line('kind').findByText('2 values, shares kept')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Leave these rows' }));
    expect(await screen.findByText('cities.csv')).toBeVisible();
  });
});
