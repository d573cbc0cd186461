import { useMemo } from 'react';
import type { DesignCommand } from '#core/design/command.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { useWorkbench } from '#state/react.tsx';
import { useEdit, useEditAll } from '#features/designer/shared/use-edit.ts';

/** Commands made from the design as it stands, as one step. Typing under one key becomes one step too. */
export type ToolsEdit = (
  commands: (design: DatasetDesign) => readonly DesignCommand[],
  typing?: string,
) => boolean;

export function useToolsEdit(): ToolsEdit {
  const { stores } = useWorkbench();
  const edit = useEdit();
  const editAll = useEditAll();
  return useMemo(
    () => (commands, typing) => {
      const list = commands(stores.design.getState().design);
      const [only, second] = list;
      const isTyped = typing !== undefined && only !== undefined && second === undefined;
      return isTyped ? edit(only, { coalesce: typing }) : editAll(list);
    },
    [stores, edit, editAll],
  );
}
