/** What a model writes besides plain columns: each comes with a call of its own. */
import { createCallWithColumn, createCodeColumn, type NewCall } from '#core/design/create-call.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import type { MenuEntry } from '#ui/actions/menu-item-view.ts';

type NewColumn = NewCall & { readonly columnId?: string };

/** `add` is given what the chosen entry brings into the design as it is then. */
export function writtenEntries(
  add: (create: (design: DatasetDesign) => NewColumn) => void,
): readonly MenuEntry[] {
  const entry = (kind: string, label: string, secondary: string) => ({
    kind: 'action' as const,
    label,
    secondary,
    fillKind: kind,
  });
  return [
    {
      ...entry('conversation', 'Conversation', 'played by a model, turn by turn'),
      onSelect: () => add((design) => createCallWithColumn(design, 'conversation')),
    },
    {
      ...entry('code', 'Code', 'written by a model, its syntax checked'),
      onSelect: () => add(createCodeColumn),
    },
    {
      ...entry('judge', 'Judge', 'a model scores a text, with reasons'),
      onSelect: () => add((design) => createCallWithColumn(design, 'judge')),
    },
  ];
}
