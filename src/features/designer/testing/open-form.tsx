/** A part of the form over real stores, for tests: used by role and name, without the rest of the page around it. */
import { fireEvent, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createDesign } from '#core/design/defaults.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import { columnSchema } from '#core/design/design-schema.ts';
import type { Fill } from '#core/design/fill.ts';
import { useDesign, WorkbenchProvider } from '#state/react.tsx';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import { ThemeRoot } from '#ui/theme/theme-root.tsx';
import { FillEditor } from '#features/designer/fills/fill-editor.tsx';

export function testColumn(id: string, fill: Fill, parts: Partial<Column> = {}): Column {
  return columnSchema.parse({ id, name: id, fill, ...parts });
}

export interface OpenForm {
  /** The design as it stands. */
  readonly current: () => DatasetDesign;
  readonly fillOf: (name: string) => Fill | undefined;
  readonly press: (name: string) => void;
  /** Opens a menu by its button and takes an entry. */
  readonly choose: (button: string, entry: RegExp) => Promise<void>;
  /** Picks an option of a combobox. */
  readonly select: (label: string, option: string | RegExp) => void;
  /** Replaces the text of a field and leaves it. */
  readonly write: (label: string, text: string) => void;
  readonly toasts: () => readonly string[];
}

// Nothing is hidden in these parts, and finding that out is most of what a query costs.
const hidden = true;

export function openForm(parts: Parameters<typeof createDesign>[0], form: ReactNode): OpenForm {
  const workbench = createTestWorkbench(createDesign(parts));
  render(
    <ThemeRoot>
      <WorkbenchProvider workbench={workbench}>{form}</WorkbenchProvider>
    </ThemeRoot>,
  );
  const current = () => workbench.stores.design.getState().design;
  const press = (name: string) => {
    fireEvent.click(screen.getByRole('button', { name, hidden }));
  };
  return {
    current,
    press,
    fillOf: (name) => current().columns.find((column) => column.name === name)?.fill,
    async choose(button, name) {
      press(button);
      fireEvent.click(await screen.findByRole('menuitem', { name, hidden }));
    },
    select(label, name) {
      fireEvent.mouseDown(screen.getByRole('combobox', { name: label, hidden }));
      // A list that was closed is still fading; the open one comes last.
      const option = screen.getAllByRole('option', { name, hidden }).at(-1);
      if (option === undefined) throw new Error(`There is no such option of ${label}.`);
      fireEvent.click(option);
    },
    write(label, text) {
      const field = screen.getByLabelText(label);
      fireEvent.change(field, { target: { value: text } });
      fireEvent.blur(field);
    },
    toasts: () => workbench.stores.view.getState().toasts.map((toast) => toast.text),
  };
}

/** How one column is filled, as its editor shows it. */
export function FillForm({ columnId }: { readonly columnId: string }) {
  const index = useDesign(({ design }) => design.columns.findIndex(({ id }) => id === columnId));
  const column = useDesign(({ design }) => design.columns[index]);
  return column && <FillEditor column={column} path={['columns', index, 'fill']} />;
}
