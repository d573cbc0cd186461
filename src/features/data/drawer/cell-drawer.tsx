import { use, useEffect, useRef, type KeyboardEvent } from 'react';
import { usePaneSize } from '#state/use-pane-size.ts';
import { Separator } from '#ui/layout/separator.tsx';
import { CountTabs } from '#ui/actions/count-tabs.tsx';
import { Notices } from '#ui/feedback/notices.ts';
import { useView, useWorkbench } from '#state/react.tsx';
import type { DrawerTab } from '#state/view-store.ts';
import { AttributesTab } from './attributes-tab.tsx';
import { DrawerBody, DrawerFrame } from './drawer-frame.tsx';
import { DrawerFooter } from './drawer-footer.tsx';
import { DrawerHeader } from './drawer-header.tsx';
import { PromptTab } from './prompt-tab.tsx';
import { RawTab } from './raw-tab.tsx';
import { neighbourRow, useOpenCell, type OpenCell } from './use-open-cell.ts';
import { ValueTab } from './value-tab.tsx';

const tabs = [
  { value: 'value', label: 'Value' },
  { value: 'prompt', label: 'Prompt' },
  { value: 'raw', label: 'Raw' },
  { value: 'attributes', label: 'Attributes' },
] as const;

const panelId = 'cell-drawer-panel';

/** One cell in full. Stays open while the grid is used, and follows the cell that is active there. */
export function CellDrawer() {
  const open = useOpenCell();
  return open === undefined ? null : <OpenDrawer open={open} />;
}

function OpenDrawer({ open }: { readonly open: OpenCell }) {
  const { rows } = useWorkbench();
  const tab = useView((view) => view.drawerTab);
  const actions = useView((view) => view.actions);
  const frame = useRef<HTMLElement>(null);
  const pane = usePaneSize('drawer');
  const notices = use(Notices);
  const { row, column } = open;

  useEffect(() => {
    // On a narrow screen it covers the grid, and the keyboard has to come along.
    const element = frame.current;
    if (element !== null && getComputedStyle(element).position === 'fixed')
      element.querySelector('button')?.focus();
  }, []);

  const move = (step: 1 | -1): void => {
    const next = neighbourRow(rows, row, step);
    if (next !== undefined) actions.set({ openCell: { row: next, columnId: column.id } });
  };
  const close = (): void => {
    // The cell it was opened from gets the keyboard back.
    actions.set({ openCell: undefined, shownRow: row, shownColumn: column.id });
  };

  function handleKey(event: KeyboardEvent<HTMLElement>) {
    const target = event.target as HTMLElement;
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
      return;
    }
    const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    if (!isArrow || target.closest('[role=region], input, textarea') !== null) return;
    event.preventDefault();
    move(event.key === 'ArrowDown' ? 1 : -1);
  }

  return (
    <>
      <Separator label="Width of the cell drawer" orientation="vertical" isBefore {...pane} />
      <DrawerFrame ref={frame} aria-label="Cell" style={{ width: pane.size }} onKeyDown={handleKey}>
        <DrawerHeader open={open} onMove={move} onClose={close} />
        <CountTabs<DrawerTab>
          label="Cell views"
          tabs={tabs}
          value={tab}
          onChange={(drawerTab) => actions.set({ drawerTab })}
          panelIdOf={() => panelId}
        />
        <DrawerBody id={panelId} role="tabpanel" tabIndex={0} aria-label={labelOf(tab)}>
          {tab === 'value' && <ValueTab open={open} />}
          {tab === 'prompt' && <PromptTab open={open} />}
          {tab === 'raw' && <RawTab open={open} />}
          {tab === 'attributes' && <AttributesTab open={open} />}
        </DrawerBody>
        <DrawerFooter open={open} />
        {notices}
      </DrawerFrame>
    </>
  );
}

function labelOf(tab: DrawerTab): string {
  return tabs.find(({ value }) => value === tab)?.label ?? tab;
}
