import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { columnSchema } from '#core/design/design-schema.ts';
import type { Cell } from '#core/rows/cell.ts';
import { WorkbenchProvider } from '#state/react.tsx';
import { smallDesign } from '#state/testing/small-design.ts';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import type { Workbench } from '#state/workbench.ts';
import { ThemeRoot } from '#ui/theme/theme-root.tsx';
import { EditAct, ValueEditor } from './value-editor.tsx';

const column = columnSchema.parse({
  id: 'watts',
  name: 'watts',
  type: 'integer',
  fill: { kind: 'number', distribution: { kind: 'uniform', low: 1, high: 9 } },
});

function setUp(cell: Cell, part: 'act' | 'field') {
  const whole = createTestWorkbench(smallDesign({ columns: [column], calls: [] }));
  const edit = vi.fn<Workbench['edits']['edit']>();
  const workbench = { ...whole, edits: { ...whole.edits, edit } };
  const onClose = vi.fn<() => void>();
  const open = { row: 3, column, cell, call: undefined };
  render(
    <ThemeRoot>
      <WorkbenchProvider workbench={workbench}>
        {part === 'act' ? (
          <EditAct open={open} takesFocus={false} onEdit={onClose} />
        ) : (
          <ValueEditor open={open} onClose={onClose} />
        )}
      </WorkbenchProvider>
    </ThemeRoot>,
  );
  return { edit, onClose };
}

it('saves what can be read as the type of the column, and says what cannot', async () => {
  const { edit, onClose } = setUp({ state: 'done', value: 5 }, 'field');
  const field = screen.getByRole('textbox', { name: 'watts' });
  expect(field).toHaveFocus();
  await userEvent.clear(field);
  await userEvent.type(field, 'many');
  expect(field).toBeInvalid();
  await userEvent.click(screen.getByRole('button', { name: 'Save value' }));
  expect(edit).not.toHaveBeenCalled();
  await userEvent.clear(field);
  await userEvent.type(field, '7{Control>}{Enter}{/Control}');
  expect(edit).toHaveBeenCalledWith([{ row: 3, columnId: 'watts', value: '7' }]);
  expect(onClose).toHaveBeenCalledOnce();
});

it('leaves the value as it was at Escape', async () => {
  const { edit, onClose } = setUp({ state: 'done', value: 5 }, 'field');
  await userEvent.type(screen.getByRole('textbox', { name: 'watts' }), '7{Escape}');
  expect(edit).not.toHaveBeenCalled();
  expect(onClose).toHaveBeenCalledOnce();
});

it('offers no edit of a locked cell', () => {
  setUp({ state: 'locked', value: 5 }, 'act');
  const button = screen.getByRole('button', { name: 'Edit value' });
  expect(button).toBeDisabled();
  expect(button).toHaveAccessibleDescription('The cell is locked');
});
