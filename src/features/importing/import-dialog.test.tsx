import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { rowsmithJson } from '#core/codecs/rowsmith-json.ts';
import { createDesign } from '#core/design/defaults.ts';
import { WorkbenchProvider } from '#state/react.tsx';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import { ThemeRoot } from '#ui/theme/theme-root.tsx';
import { ImportDialog } from './import-dialog.tsx';

function setUp() {
  const real = createTestWorkbench(createDesign({ name: 'Before' }));
  const openFiles = vi.fn(() => Promise.resolve());
  const onClose = vi.fn();
  render(
    <ThemeRoot>
      <WorkbenchProvider workbench={{ ...real, documents: { ...real.documents, openFiles } }}>
        <ImportDialog onClose={onClose} />
      </WorkbenchProvider>
    </ThemeRoot>,
  );
  return { openFiles, onClose, stores: real.stores };
}

const field = () =>
  screen.getByRole('textbox', { name: 'Or paste rows, a schema, a design or a link' });
const open = () => userEvent.click(screen.getByRole('button', { name: 'Open' }));

async function paste(text: string) {
  await userEvent.click(field());
  await userEvent.paste(text);
}

describe('ImportDialog', () => {
  it('says what is wrong with a text it cannot read, and keeps it', async () => {
    const { onClose, stores } = setUp();
    await paste('{"columns": [');
    await open();
    expect(await screen.findByRole('alert')).toBeInTheDocument();
    expect(field()).toHaveValue('{"columns": [');
    expect(onClose).not.toHaveBeenCalled();
    expect(stores.design.getState().design.name).toBe('Before');
  });

  it('takes the problem back when the text changes', async () => {
    setUp();
    await paste('nonsense');
    await open();
    await screen.findByRole('alert');
    await userEvent.type(field(), ' ');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('opens a pasted design', async () => {
    const { stores } = setUp();
    await paste(rowsmithJson.encode(createDesign({ name: 'Lamps' })).text);
    await open();
    await waitFor(() => expect(stores.design.getState().design.name).toBe('Lamps'));
  });

  it('cannot open nothing', () => {
    setUp();
    expect(screen.getByRole('button', { name: 'Open' })).toBeDisabled();
  });

  it('takes several files', async () => {
    const { openFiles, onClose } = setUp();
    const files = [new File(['{}'], 'a.json'), new File(['{}'], 'b.json')];
    await userEvent.upload(screen.getByLabelText('Files'), files, { applyAccept: true });
    expect(openFiles).toHaveBeenCalledWith(files);
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('closes on Escape', async () => {
    const { onClose } = setUp();
    await userEvent.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
  });
});
