import Ellipsis from 'lucide-react/icons/ellipsis';
import { MenuButton } from '#ui/actions/menu-button.tsx';
import { useView, useWorkbench } from '#state/react.tsx';

/** What can be done with the design as a whole. */
export function DesignMenu() {
  const { documents } = useWorkbench();
  const actions = useView((view) => view.actions);
  const open = (label: string, kind: 'models' | 'oumi-export' | 'data-designer-export') => ({
    kind: 'action' as const,
    label,
    onSelect: () => {
      actions.openDialog({ kind });
    },
  });
  return (
    <MenuButton
      label="More"
      glyph={Ellipsis}
      iconOnly
      align="right"
      entries={[
        open('Model settings', 'models'),
        {
          kind: 'action',
          label: 'Save design as file',
          onSelect: () => {
            documents.saveAsFile();
          },
        },
        open('Save as Oumi YAML', 'oumi-export'),
        open('Save as Data Designer config', 'data-designer-export'),
        {
          kind: 'action',
          label: 'Open the sample',
          onSelect: () => void documents.openSample(),
        },
      ]}
    />
  );
}
