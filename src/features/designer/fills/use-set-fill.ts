import { createContext, useCallback, useContext } from 'react';
import type { Fill } from '#core/design/fill.ts';
import { useEdit } from '#features/designer/shared/use-edit.ts';

/** Writes a column's fill. Edits under one `typing` key become one step of the history. */
export type SetFill = (fill: Fill, typing?: string) => void;

/** Where a fill is written to when it is not the column's own, such as a row of a conditional table. */
export const FillTarget = createContext<SetFill | undefined>(undefined);

export function useSetFill(columnId: string): SetFill {
  const edit = useEdit();
  const target = useContext(FillTarget);
  const setOwn = useCallback<SetFill>(
    (fill, typing) => {
      edit(
        { kind: 'set-fill', columnId, fill },
        typing === undefined ? undefined : { coalesce: `${columnId}.${typing}` },
      );
    },
    [edit, columnId],
  );
  return target ?? setOwn;
}
