/** What the menu of a narrow screen holds, in the order of the commands. */
import type { MenuAction } from '#ui/actions/menu-item-view.ts';
import type { Workbench } from '#state/workbench.ts';
import { commandGlyphs } from './command-glyphs.ts';
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
const shownPlaces = ['theme'];

export function phoneEntries(workbench: Workbench): readonly MenuAction[] {
  const shown = [
    ...commands
      .filter(({ id }) => shownCommands.includes(id))
      .map((command) => ({ ...command, glyph: commandGlyphs[command.id] })),
    ...placeCommands.filter(({ id }) => shownPlaces.includes(id)),
  ];
  return shown.map(({ label, glyph, canPerform, perform }) => ({
    kind: 'action',
    label,
    ...(glyph !== undefined && { glyph }),
    disabled: !(canPerform?.(workbench) ?? true),
    onSelect: () => {
      perform(workbench);
    },
  }));
}
