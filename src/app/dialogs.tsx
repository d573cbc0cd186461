import { lazyPart } from '#ui/layout/lazy-part.tsx';
import { useView } from '#state/react.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { commands, shortcutText } from './commands.ts';
import { placeCommands } from './place-commands.ts';

const ModelSettings = lazyPart(
  async () => (await import('#features/models/model-settings.tsx')).ModelSettings,
);
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
const CommandPalette = lazyPart(
  async () => (await import('#features/palette/command-palette.tsx')).CommandPalette,
);

const ShortcutSheet = lazyPart(
  async () => (await import('#features/palette/shortcut-sheet.tsx')).ShortcutSheet,
);

const paletteCommands = [
  ...commands
    .filter(({ id }) => id !== 'commands')
    .map((command) => ({ ...command, keys: shortcutText(command.id) })),
  ...placeCommands.map((command) => ({ ...command, keys: '' })),
];

const pageKeys = commands.flatMap(({ id, label }) => {
  const keys = shortcutText(id);
  return keys === '' ? [] : [{ keys, does: label }];
});

/** At most one dialog is open; each is loaded when it is first asked for. */
export function Dialogs() {
  const dialog = useView((view) => view.dialog);
  const close = useView((view) => view.actions.closeDialog);
  if (dialog === undefined) return null;
  return (
    <ErrorBoundary key={dialog.kind} place="dialog">
      <>
        {dialog.kind === 'models' && <ModelSettings request={dialog} onClose={close} />}
        {dialog.kind === 'share' && <ShareDialog onClose={close} />}
        {dialog.kind === 'export' && <ExportDialog onClose={close} />}
        {dialog.kind === 'oumi-export' && <OumiDialog onClose={close} />}
        {dialog.kind === 'data-designer-export' && <DataDesignerDialog onClose={close} />}
        {dialog.kind === 'import' && <ImportDialog onClose={close} />}
        {dialog.kind === 'new-design' && <NewDesign onClose={close} />}
        {dialog.kind === 'history' && <HistoryDialog onClose={close} />}
        {dialog.kind === 'draft' && <DraftDialog onClose={close} />}
        {dialog.kind === 'storage' && <StorageDialog onClose={close} />}
        {dialog.kind === 'shortcuts' && <ShortcutSheet page={pageKeys} onClose={close} />}
        {dialog.kind === 'commands' && (
          <CommandPalette commands={paletteCommands} onClose={close} />
        )}
      </>
    </ErrorBoundary>
  );
}
