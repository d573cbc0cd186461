import { useCallback } from 'react';
import type { Change } from '#core/design/command.ts';
import type { Call } from '#core/design/design.ts';
import { useEdit } from '#features/designer/shared/use-edit.ts';

/** Changes a call. Edits under one `typing` key become one step of the history. */
export type CallEdit = (change: Change<Call, 'id'>, typing?: string) => boolean;

export function useCallEdit(callId: string): CallEdit {
  const edit = useEdit();
  return useCallback(
    (change, typing) =>
      edit(
        { kind: 'update-call', callId, change },
        typing === undefined ? undefined : { coalesce: `${callId}.${typing}` },
      ),
    [edit, callId],
  );
}
