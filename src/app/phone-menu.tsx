import EllipsisVertical from 'lucide-react/icons/ellipsis-vertical';
import { useWorkbench } from '#state/react.tsx';
import { MenuButton } from '#ui/actions/menu-button.tsx';

/** On a narrow screen: what has no room in the top bar. */
export function PhoneMenu() {
  const workbench = useWorkbench();
  return (
    <MenuButton
      label="More"
      glyph={EllipsisVertical}
      iconOnly
      align="right"
      entries={async () => (await import('./phone-entries.ts')).phoneEntries(workbench)}
    />
  );
}
