import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { decodeShareLink } from '#core/codecs/share-link.ts';
import type { LinkRows } from '#core/codecs/link-rows.ts';
import { createDesign } from '#core/design/defaults.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { callSchema, columnSchema } from '#core/design/design-schema.ts';
import { WorkbenchProvider } from '#state/react.tsx';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import type { Workbench } from '#state/workbench.ts';
import { ThemeRoot } from '#ui/theme/theme-root.tsx';
import { ShareDialog } from './share-dialog.tsx';

const small = createDesign({
  name: 'Lamps',
  columns: [columnSchema.parse({ id: 'id', name: 'id', fill: { kind: 'uuid' } })],
});

const written = createDesign({
  name: 'Lamps',
  models: [{ alias: 'writer', provider: 'demo', model: '' }],
  columns: [
    columnSchema.parse({ id: 'title', name: 'title', fill: { kind: 'generated', call: 'copy' } }),
  ],
  calls: [callSchema.parse({ id: 'copy', name: 'copy', model: 'writer' })],
});

/** Texts that do not compress. */
function large(): DatasetDesign {
  let state = 1;
  const noise = () =>
    String.fromCharCode(0x4e00 + ((state = (state * 48_271) % 2_147_483_647) % 20_000));
  return { ...small, brief: Array.from({ length: 120_000 }, noise).join('') };
}

function setUp(design: DatasetDesign, taste?: LinkRows) {
  const user = userEvent.setup();
  render(
    <ThemeRoot>
      <WorkbenchProvider workbench={withTaste(createTestWorkbench(design), taste)}>
        <ShareDialog onClose={() => undefined} />
      </WorkbenchProvider>
    </ThemeRoot>,
  );
  return user;
}

function withTaste(real: Workbench, taste: LinkRows | undefined): Workbench {
  if (taste === undefined) return real;
  const clean = (text: string) => text.replaceAll('sk-canary-5d1f', '[key]');
  const { engine, evaluator } = real.workers;
  return {
    ...real,
    workers: {
      ...real.workers,
      evaluator: { ...evaluator, taste: () => Promise.resolve(taste) },
      engine: {
        ...engine,
        withoutKeys: ({ rows }) =>
          Promise.resolve(JSON.parse(clean(JSON.stringify(rows))) as LinkRows),
      },
    },
  };
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

  it('adds the first rows when asked, without a key that stands in one', async () => {
    const rows = { copy: [{ row: 0, cells: { title: 'Brass sk-canary-5d1f' } }] };
    const user = setUp(written, rows);
    const plain = await shownLink();
    const choice = await screen.findByRole('checkbox', { name: /^Add the first finished row/ });
    expect(choice).toHaveAccessibleName(/adds about \d+ characters$/);
    await user.click(choice);
    const link = await shownLink();
    expect(link.startsWith(`${plain}&r=1.`)).toBe(true);
    expect(await decodeShareLink(link)).toMatchObject({
      ok: true,
      value: { design: written, rows: { copy: [{ row: 0, cells: { title: 'Brass [key]' } }] } },
    });
    expect(screen.getByText('Texts of the first 1 finished row')).toBeVisible();
    expect(screen.getByText('All other rows')).toBeVisible();
  });

  it('offers no link that would not open', async () => {
    setUp(large());
    expect(await screen.findByText(/too large for a link/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Copy link' })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Save as file' })).toBeEnabled();
  });
});
