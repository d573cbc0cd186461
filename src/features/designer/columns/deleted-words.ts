import type { Column, DatasetDesign } from '#core/design/design.ts';
import { referencesTo } from '#core/design/references.ts';

const mostNamed = 3;

/** What a deletion did, and who read the column and now has a problem: "Column size deleted; price reads it". */
export function deletedWords(design: DatasetDesign, { id, name }: Column): string {
  const readers = new Set(
    referencesTo(design, id)
      .filter(({ from }) => from.kind === 'column' || from.kind === 'call')
      .filter(({ from }) => from.id !== id)
      .map(({ from }) => from.label),
  );
  const words = `Column ${name} deleted`;
  if (readers.size === 0) return words;
  const named = [...readers].slice(0, mostNamed);
  const others = readers.size - named.length;
  const list = others === 0 ? named.join(', ') : `${named.join(', ')} and ${others} more`;
  return `${words}; ${list} ${readers.size === 1 ? 'reads' : 'read'} it`;
}
