/** The menus of a cell and of a column's header, loaded when the first of them is opened. */
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowLeft from 'lucide-react/icons/arrow-left';
import ArrowRight from 'lucide-react/icons/arrow-right';
import ArrowUp from 'lucide-react/icons/arrow-up';
import Bookmark from 'lucide-react/icons/bookmark';
import BookmarkCheck from 'lucide-react/icons/bookmark-check';
import Copy from 'lucide-react/icons/copy';
import Eraser from 'lucide-react/icons/eraser';
import EyeOff from 'lucide-react/icons/eye-off';
import Filter from 'lucide-react/icons/list-filter';
import Lock from 'lucide-react/icons/lock';
import MoveHorizontal from 'lucide-react/icons/move-horizontal';
import PanelRight from 'lucide-react/icons/panel-right';
import Pin from 'lucide-react/icons/pin';
import RotateCw from 'lucide-react/icons/rotate-cw';
import ScrollText from 'lucide-react/icons/scroll-text';
import ThumbsDown from 'lucide-react/icons/thumbs-down';
import Trash2 from 'lucide-react/icons/trash-2';
import Undo2 from 'lucide-react/icons/undo-2';
import { counted } from '#core/base/counted.ts';
import type { RowQuery } from '#core/rows/row-query.ts';
import { findColumn, type Column } from '#core/design/design.ts';
import type { Workbench } from '#state/workbench.ts';
import type { MenuAction, MenuEntry } from '#ui/actions/menu-item-view.ts';
import type { SelectedCells } from '#ui/grid/data-grid-view.tsx';
import { callOf, columnMarks } from './cell-marks.ts';
import {
  canBeWritten,
  copyCells,
  performAct,
  writeOthersAgain,
  type GridAct,
} from './grid-acts.ts';
import { moved } from './moved-column.ts';
import type { GridSettingsActions } from './use-grid-settings.ts';

const rule = { kind: 'rule' } as const;

type ActEntry = (
  act: GridAct,
  label: string,
  more?: Partial<Omit<MenuAction, 'kind' | 'label'>>,
) => MenuAction;

export function cellMenu(workbench: Workbench, cells: SelectedCells): readonly MenuEntry[] {
  const { stores, rows } = workbench;
  const [row = 0] = cells.rows;
  const [columnId = ''] = cells.columnKeys;
  const state = rows.cell(row, columnId)?.state;
  const isOne = cells.rows.length * cells.columnKeys.length === 1;
  const count = cells.rows.length;
  const act: ActEntry = (name, label, more = {}) => ({
    kind: 'action',
    label,
    onSelect: () => performAct(workbench, name, cells),
    ...more,
  });
  const details = action('Show details', PanelRight, () =>
    stores.view.getState().actions.set({ openCell: { row, columnId } }),
  );
  return [
    { ...details, shortcut: 'Space' },
    ...writingActs(act, isOne, canBeWritten(workbench, cells)),
    act(
      'rows-again',
      count === 1 ? 'Write this row again' : `Write ${counted(count, 'row')} again`,
      {
        glyph: RotateCw,
        disabled: stores.design.getState().design.calls.length === 0,
      },
    ),
    action(isOne ? 'Copy value' : 'Copy as a table', Copy, () => copyCells(workbench, cells)),
    act('clear', isOne ? 'Empty the cell' : 'Empty the cells', {
      glyph: Eraser,
      shortcut: 'Del',
    }),
    act('lock', state === 'locked' ? 'Unlock' : 'Lock', { glyph: Lock, shortcut: 'L' }),
    act('revert', 'Take edits back', {
      glyph: Undo2,
      disabled: isOne && state !== 'edited' && state !== 'locked',
    }),
    rule,
    act('delete-rows', count === 1 ? 'Delete row' : `Delete ${counted(count, 'row')}`, {
      glyph: Trash2,
      shortcut: '⌫',
      danger: true,
    }),
  ];
}

/** What only cells that a model writes can have done to them. */
function writingActs(act: ActEntry, isOne: boolean, isWritten: boolean): readonly MenuAction[] {
  const disabled = !isWritten;
  return [
    act('prompt', 'Show the prompt', { glyph: ScrollText, shortcut: 'P', disabled }),
    act('again', isOne ? 'Write this cell again' : 'Write the selection again', {
      glyph: RotateCw,
      shortcut: 'R',
      disabled,
    }),
    act('keep', 'Keep, and write the others again', {
      glyph: BookmarkCheck,
      shortcut: '⇧R',
      disabled,
    }),
    act('example', isOne ? 'Use as example' : 'Use as examples', {
      glyph: Bookmark,
      shortcut: 'E',
      disabled,
    }),
    act('dislike', 'Not like this', { glyph: ThumbsDown, shortcut: 'D', disabled }),
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
  readonly fit: () => void;
}

export function headMenu(columnId: string, parts: HeadMenuParts): readonly MenuEntry[] {
  const { workbench, grid, columnKeys, query, setQuery } = parts;
  const { settings, change } = grid;
  const isPinned = settings.pinned.includes(columnId);
  const { design } = workbench.stores.design.getState();
  const column = findColumn(design, columnId);
  const sort = (isDescending: boolean): void =>
    setQuery({ ...query, sort: { columnId, isDescending } });
  const { [columnId]: _width, ...otherWidths } = settings.widths;
  const entries: MenuEntry[] = [
    action('Sort ascending', ArrowUp, () => sort(false)),
    action('Sort descending', ArrowDown, () => sort(true)),
    action('Filter', Filter, parts.openFilter),
    rule,
    {
      ...action('Move left', ArrowLeft, () => change({ order: moved(columnKeys, columnId, -1) })),
      shortcut: 'Alt+←',
    },
    {
      ...action('Move right', ArrowRight, () => change({ order: moved(columnKeys, columnId, 1) })),
      shortcut: 'Alt+→',
    },
    action(isPinned ? 'Unpin' : 'Pin', Pin, () =>
      change({
        pinned: isPinned
          ? settings.pinned.filter((id) => id !== columnId)
          : [...settings.pinned, columnId],
      }),
    ),
    action('Fit to content', MoveHorizontal, parts.fit),
    { kind: 'action', label: 'Usual width', onSelect: () => change({ widths: otherWidths }) },
    action('Hide', EyeOff, () => change({ hidden: [...settings.hidden, columnId] })),
  ];
  if (query.sort?.columnId === columnId)
    entries.splice(2, 0, {
      kind: 'action',
      label: 'Do not sort',
      onSelect: () => setQuery({ ...query, sort: undefined }),
    });
  return column === undefined ? entries : [...entries, ...writingEntries(column, workbench)];
}

/** What can be written again of a column, and what its cells teach the model. */
function writingEntries(column: Column, workbench: Workbench): readonly MenuEntry[] {
  const { design, marks } = workbench.stores.design.getState();
  const call = callOf(design, column);
  if (call === undefined) return [];
  const { corrections, examples, locked } = columnMarks(design, marks, column);
  const entries: MenuEntry[] = [rule];
  if (corrections + examples + locked > 0)
    entries.push(
      action('Write the others again', RotateCw, () => {
        void writeOthersAgain(workbench, [column.id]);
      }),
    );
  entries.push(
    action('Write this column again', RotateCw, () => {
      void workbench.runs.writeAgain({ columns: [column.id] });
    }),
  );
  if (examples > 0)
    entries.push(
      action(`Stop using ${counted(examples, 'example')}`, Bookmark, () => {
        workbench.edits.dropExamples(call.id);
      }),
    );
  return entries;
}

function action(
  label: string,
  glyph: NonNullable<MenuAction['glyph']>,
  onSelect: () => void,
): MenuAction {
  return { kind: 'action', label, glyph, onSelect };
}
