import type { Column } from '#core/design/design.ts';
import { useWorkbench } from '#state/react.tsx';
import { CommittedField } from '#features/designer/shared/committed-field.tsx';

/** A rename rewrites every text that reads the column; a refused name says why. */
export function NameField({ column }: { readonly column: Column }) {
  const { stores } = useWorkbench();
  return (
    <CommittedField
      label="Name"
      labelAt="hidden"
      placeholder="Name"
      value={column.name}
      onCommit={(name) => {
        const { actions } = stores.design.getState();
        return actions.apply({ kind: 'rename-column', columnId: column.id, name })[0]?.message;
      }}
    />
  );
}
