import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { applyCommands } from '#core/design/edit.ts';
import { createDesign } from '#core/design/defaults.ts';
import { createCodeColumn } from '#core/design/create-call.ts';
import { useDesign, WorkbenchProvider } from '#state/react.tsx';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import { ThemeRoot } from '#ui/theme/theme-root.tsx';
import { CodeFields } from './code-fields.tsx';

function Form() {
  const [column] = useDesign((state) => state.design.columns);
  return column?.fill.kind === 'generated' ? (
    <CodeFields column={column} fill={column.fill} path={['columns', 0, 'fill']} />
  ) : null;
}

it('code has a language, and a check that can be turned off where there is one', async () => {
  const made = applyCommands(createDesign(), createCodeColumn(createDesign()).commands);
  if (!made.ok) throw new Error(made.error[0]?.message);
  const workbench = createTestWorkbench(made.value);
  render(
    <ThemeRoot>
      <WorkbenchProvider workbench={workbench}>
        <Form />
      </WorkbenchProvider>
    </ThemeRoot>,
  );
  const fill = () => workbench.stores.design.getState().design.columns[0]?.fill;
  const check = () =>
    screen.queryByRole('switch', { name: 'Code with a fault in its syntax is written again' });
  expect(fill()).toMatchObject({ kind: 'generated', code: 'python' });
  await userEvent.click(check() ?? document.body);
  expect(fill()).toMatchObject({ isCodeChecked: false });
  await userEvent.click(screen.getByRole('combobox', { name: 'Written in' }));
  await userEvent.click(screen.getByRole('option', { name: 'Rust' }));
  expect(fill()).toMatchObject({ code: 'rust' });
  expect(fill()).not.toHaveProperty('isCodeChecked');
  expect(check()).toBeNull();
});
