import type { ReactNode } from 'react';
import { Notices } from '#ui/feedback/notices.ts';
import { lazyPart } from '#ui/layout/lazy-part.tsx';
import { useView } from '#state/react.tsx';
import type { DialogKind, OpenDialog } from '#state/view-store.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { commands, shortcutText } from './commands.ts';
import { PaletteDialog } from './palette-dialog.tsx';
import { Toasts } from './toasts.tsx';

const ModelDialog = lazyPart(async () => (await import('./model-dialogs.tsx')).ModelDialog);
const CompareDialog = lazyPart(async () => (await import('./model-dialogs.tsx')).CompareDialog);
const ShareDialog = lazyPart(
  async () => (await import('#features/sharing/share-dialog.tsx')).ShareDialog,
);
const ExportDialog = lazyPart(
  async () => (await import('#features/exporting/export-dialog.tsx')).ExportDialog,
);
const OumiDialog = lazyPart(
  async () => (await import('#features/exporting/oumi-dialog.tsx')).OumiDialog,
);
const DataDesignerDialog = lazyPart(
  async () => (await import('#features/exporting/data-designer-dialog.tsx')).DataDesignerDialog,
);
const ImportDialog = lazyPart(
  async () => (await import('#features/importing/import-dialog.tsx')).ImportDialog,
);
const NewDesign = lazyPart(
  async () => (await import('#features/gallery/new-design.tsx')).NewDesign,
);
const StorageDialog = lazyPart(
  async () => (await import('#features/storage/storage-dialog.tsx')).StorageDialog,
);
const DraftDialog = lazyPart(
  async () => (await import('#features/drafting/draft-dialog.tsx')).DraftDialog,
);
const HistoryDialog = lazyPart(
  async () => (await import('#features/history/history-dialog.tsx')).HistoryDialog,
);

const ShortcutSheet = lazyPart(
  async () => (await import('#features/palette/shortcut-sheet.tsx')).ShortcutSheet,
);

const pageKeys = commands.flatMap(({ id, label }) => {
  const keys = shortcutText(id);
  return keys === '' ? [] : [{ keys, does: label }];
});

interface DialogProps {
  readonly request: OpenDialog;
  readonly onClose: () => void;
}

const dialogs: Readonly<Record<DialogKind, (props: DialogProps) => ReactNode>> = {
  models: (props) => <ModelDialog {...props} />,
  compare: (props) => <CompareDialog {...props} />,
  share: ({ onClose }) => <ShareDialog onClose={onClose} />,
  export: ({ onClose }) => <ExportDialog onClose={onClose} />,
  'oumi-export': ({ onClose }) => <OumiDialog onClose={onClose} />,
  'data-designer-export': ({ onClose }) => <DataDesignerDialog onClose={onClose} />,
  import: ({ onClose }) => <ImportDialog onClose={onClose} />,
  'new-design': ({ onClose }) => <NewDesign onClose={onClose} />,
  history: ({ onClose }) => <HistoryDialog onClose={onClose} />,
  draft: ({ onClose }) => <DraftDialog onClose={onClose} />,
  storage: ({ onClose }) => <StorageDialog onClose={onClose} />,
  shortcuts: ({ onClose }) => <ShortcutSheet page={pageKeys} onClose={onClose} />,
  commands: ({ onClose }) => <PaletteDialog onClose={onClose} />,
};

const notices = <Toasts inFlow />;

/** At most one dialog is open; each is loaded when it is first asked for. */
export function Dialogs() {
  const dialog = useView((view) => view.dialog);
  const close = useView((view) => view.actions.closeDialog);
  if (dialog === undefined) return null;
  return (
    <ErrorBoundary key={dialog.kind} place="dialog">
      <Notices value={notices}>{dialogs[dialog.kind]({ request: dialog, onClose: close })}</Notices>
    </ErrorBoundary>
  );
}
