import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { decodeShareLink } from '#core/codecs/share-link.ts';
import { createDesign } from '#core/design/defaults.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { columnSchema } from '#core/design/design-schema.ts';
import { WorkbenchProvider } from '#state/react.tsx';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import { ThemeRoot } from '#ui/theme/theme-root.tsx';
import { ShareDialog } from './share-dialog.tsx';

const small = createDesign({
  name: 'Lamps',
  columns: [columnSchema.parse({ id: 'id', name: 'id', fill: { kind: 'uuid' } })],
});

/** Texts that do not compress. */
function large(): DatasetDesign {
  let state = 1;
  const noise = () =>
    String.fromCharCode(0x4e00 + ((state = (state * 48_271) % 2_147_483_647) % 20_000));
  return { ...small, brief: Array.from({ length: 120_000 }, noise).join('') };
}

function setUp(design: DatasetDesign) {
  const user = userEvent.setup();
  render(
    <ThemeRoot>
      <WorkbenchProvider workbench={createTestWorkbench(design)}>
        <ShareDialog onClose={() => undefined} />
      </WorkbenchProvider>
    </ThemeRoot>,
  );
  return user;
}

async function shownLink(): Promise<string> {
  const link = await screen.findByDisplayValue(/^https:\/\/rowsmith\.test\/#d=/);
  return (link as HTMLInputElement).value;
}

describe('ShareDialog', () => {
  it('shows a link that holds the whole design and cannot be edited', async () => {
    setUp(small);
    const decoded = await decodeShareLink(await shownLink());
    expect(decoded).toMatchObject({ ok: true, value: { design: small } });
    expect(screen.getByRole('textbox', { name: 'Link' })).toHaveAttribute('readonly');
  });

  it('copies the link and says so', async () => {
    const user = setUp(small);
    const link = await shownLink();
    await user.click(screen.getByRole('button', { name: 'Copy link' }));
    expect(await navigator.clipboard.readText()).toBe(link);
    expect(screen.getByRole('status')).toHaveTextContent(/^Copied\. /);
  });

  it('says what to do where the browser refuses to copy', async () => {
    const user = setUp(small);
    await shownLink();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    await user.click(screen.getByRole('button', { name: 'Copy link' }));
    expect(screen.getByRole('status')).toHaveTextContent(/Select the link and copy it by hand/);
  });

  it('says what is in the link and what is not', async () => {
    setUp(small);
    await shownLink();
    const lists = screen.getAllByRole('list').map((list) => within(list).getAllByRole('listitem'));
    expect(lists[0]?.map((item) => item.textContent)).toContain('1 column, 0 attribute tables');
    expect(lists[1]?.map((item) => item.textContent)).toContain('API keys');
  });

  it('offers no link that would not open', async () => {
    setUp(large());
    expect(await screen.findByText(/too large for a link/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Copy link' })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Save as file' })).toBeEnabled();
  });
});
