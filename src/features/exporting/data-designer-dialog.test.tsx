import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import { columnSchema } from '#core/design/design-schema.ts';
import { WorkbenchProvider } from '#state/react.tsx';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import { ThemeRoot } from '#ui/theme/theme-root.tsx';
import { DataDesignerDialog } from './data-designer-dialog.tsx';

const design = createDesign({
  name: 'Lamps',
  columns: [
    columnSchema.parse({ id: 'kind', name: 'kind', fill: { kind: 'uuid' } }),
    columnSchema.parse({ id: 'no', name: 'no', fill: { kind: 'sequence' } }),
  ],
});

function setUp() {
  const real = createTestWorkbench(design);
  const saveFile = vi.fn<(blob: Blob, name: string) => void>();
  const onClose = vi.fn();
  render(
    <ThemeRoot>
      <WorkbenchProvider workbench={{ ...real, host: { ...real.host, saveFile } }}>
        <DataDesignerDialog onClose={onClose} />
      </WorkbenchProvider>
    </ThemeRoot>,
  );
  return { saveFile, onClose };
}

describe('the dialog that saves a Data Designer config', () => {
  it('says first what the format has no place for, and then how to run it', () => {
    setUp();
    const items = screen.getAllByRole('listitem').map((item) => item.textContent);
    expect(items).toContain('Data Designer has no sequence columns like no, so it was left out.');
    expect(screen.getByText(/data-designer validate Lamps_data-designer\.json/)).toBeVisible();
  });

  it.each([
    ['JSON', 'Lamps_data-designer.json', 'application/json'],
    ['YAML', 'Lamps_data-designer.yaml', 'application/yaml'],
  ])('saves %s', async (form, name, type) => {
    const { saveFile, onClose } = setUp();
    await userEvent.click(screen.getByRole('radio', { name: form }));
    await userEvent.click(screen.getByRole('button', { name: 'Download' }));
    expect(saveFile.mock.calls[0]?.[1]).toBe(name);
    expect(saveFile.mock.calls[0]?.[0].type).toBe(type);
    expect(onClose).toHaveBeenCalledOnce();
  });
});
