import EllipsisVertical from 'lucide-react/icons/ellipsis-vertical';
import { useDesign, useWorkbench } from '#state/react.tsx';
import { MenuButton } from '#ui/actions/menu-button.tsx';
import type { MenuAction } from '#ui/actions/menu-item-view.ts';
import { commands, type CommandId } from './commands.ts';
import { placeCommands } from './place-commands.ts';

const shownCommands: readonly CommandId[] = [
  'undo',
  'redo',
  'import',
  'models',
  'new-design',
  'commands',
];
const shownPlaces = ['data requests', 'theme'];

/** On a narrow screen: what has no room in the top bar. */
export function PhoneMenu() {
  const workbench = useWorkbench();
  // What can be undone decides what is disabled.
  useDesign((state) => state.past.length * 2 + Math.min(1, state.future.length));
  const shown = [
    ...commands.filter(({ id }) => shownCommands.includes(id)),
    ...placeCommands.filter(({ id }) => shownPlaces.includes(id)),
  ];
  const entries = shown.map(({ label, glyph, canPerform, perform }): MenuAction => ({
    kind: 'action',
    label,
    ...(glyph !== undefined && { glyph }),
    disabled: !(canPerform?.(workbench) ?? true),
    onSelect: () => perform(workbench),
  }));
  return (
    <MenuButton label="More" glyph={EllipsisVertical} iconOnly align="right" entries={entries} />
  );
}
