import Cpu from 'lucide-react/icons/cpu';
import Ellipsis from 'lucide-react/icons/ellipsis';
import FileDown from 'lucide-react/icons/file-down';
import Keyboard from 'lucide-react/icons/keyboard';
import Search from 'lucide-react/icons/search';
import Tv from 'lucide-react/icons/tv';
import { useView, useWorkbench } from '#state/react.tsx';
import { MenuButton } from '#ui/actions/menu-button.tsx';
import type { MenuAction, MenuEntry } from '#ui/actions/menu-item-view.ts';
import { shortcutText } from './commands.ts';

/** What can be done with the design as a whole, and where the rest is found. */
export function DesignMenu() {
  const { documents } = useWorkbench();
  const { openDialog } = useView((view) => view.actions);
  const action = (
    label: string,
    glyph: NonNullable<MenuAction['glyph']>,
    onSelect: () => void,
  ): MenuAction => ({ kind: 'action', label, glyph, onSelect });
  const entries: readonly MenuEntry[] = [
    action('Model settings', Cpu, () => openDialog({ kind: 'models' })),
    action('Save design as file', FileDown, () => void documents.saveAsFile()),
    action('Save as Oumi YAML', FileDown, () => openDialog({ kind: 'oumi-export' })),
    action('Save as Data Designer config', FileDown, () =>
      openDialog({ kind: 'data-designer-export' }),
    ),
    action('Open the sample', Tv, () => void documents.openSample()),
    { kind: 'rule' },
    {
      ...action('Commands', Search, () => openDialog({ kind: 'commands' })),
      shortcut: shortcutText('commands'),
    },
    action('Keyboard shortcuts', Keyboard, () => openDialog({ kind: 'shortcuts' })),
  ];
  return <MenuButton label="More" glyph={Ellipsis} iconOnly align="right" entries={entries} />;
}
