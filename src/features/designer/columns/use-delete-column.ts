import type { Column } from '#core/design/design.ts';
import { useDeletion } from '#features/designer/shared/use-edit.ts';
import { useWorkbench } from '#state/react.tsx';

/** Deletes a column at once and offers Undo; who reads it is told. */
export function useDeleteColumn(): (column: Column) => Promise<void> {
  const { stores } = useWorkbench();
  const deletion = useDeletion();
  return async (column) => {
    const { deletedWords } = await import('./deleted-words.ts');
    const words = deletedWords(stores.design.getState().design, column);
    deletion({ kind: 'delete-column', columnId: column.id }, words);
  };
}
