import { useCallback } from 'react';
import type { Fill } from '#core/design/fill.ts';
import { useEdit } from '#features/designer/shared/use-edit.ts';

/** Writes a column's fill. Edits under one `typing` key become one step of the history. */
export type SetFill = (fill: Fill, typing?: string) => void;

export function useSetFill(columnId: string): SetFill {
  const edit = useEdit();
  return useCallback(
    (fill, typing) => {
      edit(
        { kind: 'set-fill', columnId, fill },
        typing === undefined ? undefined : { coalesce: `${columnId}.${typing}` },
      );
    },
    [edit, columnId],
  );
}
