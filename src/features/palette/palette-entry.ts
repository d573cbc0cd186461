/** One line of the command palette, and whether it answers to what was typed. */

export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  readonly fillKind?: string;
  readonly keys: string;
  readonly perform: () => void;
}

/** Every word typed begins a word of the label or the note. */
export function matches(entry: PaletteEntry, typed: string): boolean {
  const text = `${entry.label} ${entry.note ?? ''}`.toLowerCase();
  // A name such as unit_price answers to itself and to each of its parts.
  const words = [...text.split(/\s+/), ...text.split(/[\s_.-]+/)];
  return typed
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part !== '')
    .every((part) => words.some((word) => word.startsWith(part)));
}
