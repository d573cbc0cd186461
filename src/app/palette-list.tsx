import type { RefObject } from 'react';
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

interface PaletteListProps {
  /** What was typed while this was loaded. */
  readonly typedMeanwhile: RefObject<string>;
  readonly onClose: () => void;
}

/** Everything the page can do, by name. */
export function PaletteList({ typedMeanwhile, onClose }: PaletteListProps) {
  return (
    <CommandPalette
      commands={paletteCommands}
      initialText={typedMeanwhile.current}
      onClose={onClose}
    />
  );
}
