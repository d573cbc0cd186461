import ChevronDown from 'lucide-react/icons/chevron-down';
import CopyPlus from 'lucide-react/icons/copy-plus';
import FilePlus from 'lucide-react/icons/file-plus';
import History from 'lucide-react/icons/history';
import LayoutTemplate from 'lucide-react/icons/layout-template';
import { useState } from 'react';
import { useDesign, useView, useWorkbench } from '#state/react.tsx';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { MenuList } from '#ui/actions/menu-list.tsx';
import type { MenuEntry } from '#ui/actions/menu-item-view.ts';
import type { StoredDocument } from '#state/document-actions.ts';
import { shortcutText } from './commands.ts';

const mostShown = 8;

/** Beside the name: the other designs of this browser, and what can be done with this one. */
export function DocumentsMenu() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [recent, setRecent] = useState<readonly StoredDocument[]>([]);
  const { documents } = useWorkbench();
  const entries = useMenuEntries(recent);
  return (
    <>
      <IconButton
        label="Designs"
        glyph={ChevronDown}
        opensMenu
        expanded={anchor !== null}
        onClick={(event) => {
          setAnchor(event.currentTarget);
          documents.recent().then(setRecent, () => setRecent([]));
        }}
      />
      <MenuList
        label="Designs"
        anchor={anchor}
        entries={entries}
        align="left"
        onClose={() => setAnchor(null)}
      />
    </>
  );
}

function useMenuEntries(recent: readonly StoredDocument[]): readonly MenuEntry[] {
  const { documents, templates } = useWorkbench();
  const openId = useDesign((state) => state.documentId);
  const openDialog = useView((view) => view.actions.openDialog);
  const others = recent.filter(({ documentId }) => documentId !== openId).slice(0, mostShown);
  const shown = others.map(({ documentId, name }): MenuEntry => ({
    kind: 'action',
    label: name,
    onSelect: () => void documents.openDocument(documentId),
  }));
  return [
    ...shown,
    ...(shown.length > 0 ? [{ kind: 'rule' } as const] : []),
    {
      kind: 'action',
      label: 'New design',
      glyph: FilePlus,
      onSelect: () => {
        openDialog({ kind: 'new-design' });
      },
    },
    {
      kind: 'action',
      label: 'Duplicate this design',
      glyph: CopyPlus,
      onSelect: () => void documents.duplicate(),
    },
    {
      kind: 'action',
      label: 'Save as my template',
      glyph: LayoutTemplate,
      onSelect: () => void templates.save(),
    },
    {
      kind: 'action',
      label: 'History',
      glyph: History,
      shortcut: shortcutText('history'),
      onSelect: () => {
        openDialog({ kind: 'history' });
      },
    },
  ];
}
