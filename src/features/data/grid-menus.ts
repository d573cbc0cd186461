/** The menus of a cell and of a column's header. */
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowLeft from 'lucide-react/icons/arrow-left';
import ArrowRight from 'lucide-react/icons/arrow-right';
import ArrowUp from 'lucide-react/icons/arrow-up';
import Bookmark from 'lucide-react/icons/bookmark';
import EyeOff from 'lucide-react/icons/eye-off';
import Filter from 'lucide-react/icons/list-filter';
import Lock from 'lucide-react/icons/lock';
import PanelRight from 'lucide-react/icons/panel-right';
import Pin from 'lucide-react/icons/pin';
import RotateCw from 'lucide-react/icons/rotate-cw';
import ThumbsDown from 'lucide-react/icons/thumbs-down';
import Trash2 from 'lucide-react/icons/trash-2';
import Undo2 from 'lucide-react/icons/undo-2';
import type { RowQuery } from '#core/rows/row-query.ts';
import { findColumn } from '#core/design/design.ts';
import type { Workbench } from '#state/workbench.ts';
import type { MenuAction, MenuEntry } from '#ui/actions/menu-item-view.ts';
import type { SelectedCells } from '#ui/grid/data-grid-view.tsx';
import { canBeWritten, performAct, type GridAct } from './grid-acts.ts';
import type { GridSettingsActions } from './use-grid-settings.ts';

const rule = { kind: 'rule' } as const;

export function cellMenu(workbench: Workbench, cells: SelectedCells): readonly MenuEntry[] {
  const { stores, rows } = workbench;
  const [row = 0] = cells.rows;
  const [columnId = ''] = cells.columnKeys;
  const state = rows.cell(row, columnId)?.state;
  const isOne = cells.rows.length * cells.columnKeys.length === 1;
  const isGenerated = canBeWritten(workbench, cells);
  const act = (
    name: GridAct,
    entry: Pick<MenuAction, 'label'> & Partial<MenuAction>,
  ): MenuAction => ({
    kind: 'action',
    onSelect: () => performAct(workbench, name, cells),
    ...entry,
  });
  const count = cells.rows.length;
  return [
    {
      kind: 'action',
      label: 'Show details',
      glyph: PanelRight,
      shortcut: 'Space',
      onSelect: () => stores.view.getState().actions.set({ openCell: { row, columnId } }),
    },
    act('again', {
      label: isOne ? 'Write this cell again' : 'Write the selection again',
      glyph: RotateCw,
      shortcut: 'R',
      disabled: !isGenerated,
    }),
    act('lock', { label: state === 'locked' ? 'Unlock' : 'Lock', glyph: Lock, shortcut: 'L' }),
    act('example', {
      label: 'Use as example',
      glyph: Bookmark,
      shortcut: 'E',
      disabled: !isGenerated || !isOne,
    }),
    act('dislike', {
      label: 'Not like this',
      glyph: ThumbsDown,
      disabled: !isGenerated || !isOne,
    }),
    act('revert', {
      label: 'Take edits back',
      glyph: Undo2,
      disabled: isOne && state !== 'edited' && state !== 'locked',
    }),
    rule,
    act('delete-rows', {
      label: count === 1 ? 'Delete row' : `Delete ${count.toLocaleString('en')} rows`,
      glyph: Trash2,
      shortcut: '⌫',
      danger: true,
    }),
  ];
}

export interface HeadMenuParts {
  readonly workbench: Workbench;
  readonly grid: GridSettingsActions;
  /** Columns as shown. */
  readonly columnKeys: readonly string[];
  readonly query: RowQuery;
  readonly setQuery: (query: RowQuery) => void;
  readonly openFilter: () => void;
}

export function headMenu(columnId: string, parts: HeadMenuParts): readonly MenuEntry[] {
  const { workbench, grid, columnKeys, query, setQuery } = parts;
  const { settings, change } = grid;
  const isPinned = settings.pinned.includes(columnId);
  const { design } = workbench.stores.design.getState();
  const fill = findColumn(design, columnId)?.fill;
  const call =
    fill?.kind === 'generated' ? design.calls.find(({ id }) => id === fill.call) : undefined;
  const sort = (isDescending: boolean): void =>
    setQuery({ ...query, sort: { columnId, isDescending } });
  const { [columnId]: _width, ...otherWidths } = settings.widths;
  const entries: MenuEntry[] = [
    action('Sort ascending', ArrowUp, () => sort(false)),
    action('Sort descending', ArrowDown, () => sort(true)),
    action('Filter', Filter, parts.openFilter),
    rule,
    action('Move left', ArrowLeft, () => change({ order: moved(columnKeys, columnId, -1) })),
    action('Move right', ArrowRight, () => change({ order: moved(columnKeys, columnId, 1) })),
    action(isPinned ? 'Unpin' : 'Pin', Pin, () =>
      change({
        pinned: isPinned
          ? settings.pinned.filter((id) => id !== columnId)
          : [...settings.pinned, columnId],
      }),
    ),
    { kind: 'action', label: 'Usual width', onSelect: () => change({ widths: otherWidths }) },
    action('Hide', EyeOff, () => change({ hidden: [...settings.hidden, columnId] })),
  ];
  if (query.sort?.columnId === columnId)
    entries.splice(2, 0, {
      kind: 'action',
      label: 'Do not sort',
      onSelect: () => setQuery({ ...query, sort: undefined }),
    });
  if (call === undefined) return entries;
  entries.push(
    rule,
    action('Write this column again', RotateCw, () => {
      void workbench.runs.writeAgain({ columns: [columnId] });
    }),
  );
  if (call.examples.length > 0)
    entries.push(
      action(`Stop using ${exampleWords(call.examples.length)}`, Bookmark, () => {
        workbench.edits.dropExamples(call.id);
      }),
    );
  return entries;
}

function exampleWords(count: number): string {
  return `${count} ${count === 1 ? 'example' : 'examples'}`;
}

function action(
  label: string,
  glyph: NonNullable<MenuAction['glyph']>,
  onSelect: () => void,
): MenuAction {
  return { kind: 'action', label, glyph, onSelect };
}

/** The order after one step of a column to the left or the right. */
export function moved(
  columnKeys: readonly string[],
  columnId: string,
  step: number,
): readonly string[] {
  const from = columnKeys.indexOf(columnId);
  const to = Math.min(columnKeys.length - 1, Math.max(0, from + step));
  return columnKeys.toSpliced(from, 1).toSpliced(to, 0, columnId);
}
