import { CommandPalette } from '#features/palette/command-palette.tsx';
import { commandGlyphs } from './command-glyphs.ts';
import { commands, shortcutText } from './commands.ts';
import { placeCommands } from './place-commands.ts';

const paletteCommands = [
  ...commands
    .filter(({ id }) => id !== 'commands')
    .map((command) => ({
      ...command,
      glyph: commandGlyphs[command.id],
      keys: shortcutText(command.id),
    })),
  ...placeCommands.map((command) => ({ ...command, keys: '' })),
];

/** Everything the page can do, by name. */
export function PaletteDialog({ onClose }: { readonly onClose: () => void }) {
  return <CommandPalette commands={paletteCommands} onClose={onClose} />;
}
