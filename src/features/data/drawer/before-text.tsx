import type { JsonValue } from '#core/base/json.ts';
import { useEarlierValue } from '#state/inspection.ts';
import { TextChanges } from '#ui/inspect/text-changes.tsx';
import { clipboardText } from '#features/data/clipboard-text.ts';
import { Quiet } from './drawer-frame.tsx';
import type { OpenCell } from './use-open-cell.ts';

/** What a cell that was written again held before, with what has changed. */
export function BeforeText({ open }: { readonly open: OpenCell }) {
  const value: JsonValue | undefined = open.cell?.value;
  const earlier = useEarlierValue({ row: open.row, columnId: open.column.id }, value);
  if (earlier === undefined || value === undefined) return null;
  return (
    <section aria-label="Before it was written again">
      <Quiet as="h4">Before and after</Quiet>
      <TextChanges before={clipboardText(earlier)} after={clipboardText(value)} />
    </section>
  );
}
