/** One line of the command palette, and whether it answers to what was typed. */
import type { LucideIcon } from 'lucide-react';

export const paletteGroups = ['Do', 'Go to', 'Start from'] as const;

export interface PaletteEntry {
  readonly id: string;
  readonly group: (typeof paletteGroups)[number];
  readonly label: string;
  readonly note?: string;
  readonly glyph?: LucideIcon;
  /** Drawn as the tile of a column in place of a glyph. */
  readonly fillKind?: string;
  readonly tag?: {
    readonly tone: 'ok' | 'bad' | 'warn' | 'plain';
    readonly text: string;
  };
  readonly keys: string;
  readonly perform: () => void;
}

/** Every word typed begins a word of the label or the note. */
export function matches(entry: PaletteEntry, typed: string): boolean {
  const text = `${entry.label} ${entry.note ?? ''}`.toLowerCase();
  // A name such as unit_price answers to itself and to each of its parts.
  const words = [...text.split(/\s+/), ...text.split(/[\s_.-]+/)];
  return typedWords(typed).every((part) => words.some((word) => word.startsWith(part)));
}

/** The label in pieces; those that answer to what was typed are marked. */
export function markedParts(
  label: string,
  typed: string,
): readonly { readonly text: string; readonly isMarked: boolean }[] {
  const parts = typedWords(typed);
  return label.split(/(?<=[\s_.-])/).flatMap((word) => {
    const hit = parts.find((part) => word.toLowerCase().startsWith(part));
    if (hit === undefined) return [{ text: word, isMarked: false }];
    return [
      { text: word.slice(0, hit.length), isMarked: true },
      { text: word.slice(hit.length), isMarked: false },
    ];
  });
}

function typedWords(typed: string): readonly string[] {
  return typed
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part !== '');
}
