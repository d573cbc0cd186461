/** Everything a shortcut, the command palette or a menu can do: one list, one definition each. */
import { isRunning } from '#state/run-store.ts';
import type { DialogKind } from '#state/view-store.ts';
import type { Workbench } from '#state/workbench.ts';

export type CommandId =
  | 'commands'
  | 'undo'
  | 'redo'
  | 'preview'
  | 'generate'
  | 'stop'
  | 'import'
  | 'share'
  | 'export'
  | 'models'
  | 'new-design'
  | 'describe'
  | 'edit-by-instruction'
  | 'suggest-axes'
  | 'duplicate'
  | 'save-template'
  | 'snapshot'
  | 'history'
  | 'storage'
  | 'save-batch'
  | 'save-run'
  | 'problems';

export interface Command {
  readonly id: CommandId;
  readonly label: string;
  /** Left out of the palette while it could do nothing. */
  readonly canPerform?: (workbench: Workbench) => boolean;
  /** `mod` is Command on a Mac and Control elsewhere. */
  readonly shortcut?: string;
  readonly perform: (workbench: Workbench) => void;
}

const openDialog =
  (kind: DialogKind) =>
  (workbench: Workbench): void => {
    workbench.stores.view.getState().actions.openDialog({ kind });
  };

export const commands: readonly Command[] = [
  { id: 'commands', label: 'Commands', shortcut: 'mod+k', perform: openDialog('commands') },
  {
    id: 'undo',
    label: 'Undo',
    canPerform: ({ stores }) => stores.design.getState().past.length > 0,
    shortcut: 'mod+z',
    perform: ({ stores }) => {
      stores.design.getState().actions.undo();
    },
  },
  {
    id: 'redo',
    label: 'Redo',
    canPerform: ({ stores }) => stores.design.getState().future.length > 0,
    shortcut: 'mod+shift+z',
    perform: ({ stores }) => {
      stores.design.getState().actions.redo();
    },
  },
  {
    id: 'preview',
    label: 'Preview the first rows',
    shortcut: 'mod+enter',
    perform: ({ runs }) => void runs.preview(),
  },
  {
    id: 'generate',
    label: 'Generate all rows',
    shortcut: 'mod+shift+enter',
    perform: ({ runs }) => void runs.generate(),
  },
  {
    id: 'stop',
    label: 'Stop the run',
    canPerform: ({ stores }) => isRunning(stores.run.getState().status),
    perform: ({ runs }) => void runs.stop(),
  },
  { id: 'import', label: 'Import', perform: openDialog('import') },
  { id: 'share', label: 'Share', perform: openDialog('share') },
  { id: 'export', label: 'Export rows', perform: openDialog('export') },
  { id: 'models', label: 'Model settings', perform: openDialog('models') },
  { id: 'new-design', label: 'New design', perform: openDialog('new-design') },
  {
    id: 'describe',
    label: 'Describe what you need',
    perform: ({ drafts }) => {
      drafts.open('describe');
    },
  },
  {
    id: 'edit-by-instruction',
    label: 'Edit by instruction',
    perform: ({ drafts }) => {
      drafts.open('edit');
    },
  },
  {
    id: 'suggest-axes',
    label: 'Suggest axes',
    perform: ({ drafts }) => {
      drafts.open('axes');
    },
  },
  {
    id: 'duplicate',
    label: 'Duplicate this design',
    perform: ({ documents }) => void documents.duplicate(),
  },
  {
    id: 'save-template',
    label: 'Save as my template',
    perform: ({ templates }) => void templates.save(),
  },
  {
    id: 'snapshot',
    label: 'Save a snapshot',
    shortcut: 'mod+s',
    perform: ({ history }) => void history.snapshot(),
  },
  {
    id: 'history',
    label: 'History',
    shortcut: 'mod+shift+h',
    perform: openDialog('history'),
  },
  { id: 'storage', label: 'Storage', perform: openDialog('storage') },
  {
    id: 'save-batch',
    label: 'Save as batch file',
    perform: ({ runs }) => void runs.saveBatchFile(),
  },
  {
    id: 'save-run',
    label: 'Save run file',
    perform: ({ runs }) => void runs.saveRunFile(),
  },
  {
    id: 'problems',
    label: 'Show problems',
    shortcut: 'mod+shift+m',
    perform: ({ stores }) => {
      const { isProblemsOpen, actions } = stores.view.getState();
      actions.set({ isProblemsOpen: !isProblemsOpen });
    },
  },
];

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

/** A shortcut as its keys are labelled, such as ⇧⌘Z or Ctrl+Shift+Z; empty without one. */
export function shortcutText(id: CommandId): string {
  const keys = commands.find((command) => command.id === id)?.shortcut?.split('+') ?? [];
  const labels = keys.map(isMac ? macLabel : plainLabel);
  return isMac ? labels.toSorted((a, b) => macRank(a) - macRank(b)).join('') : labels.join('+');
}

function macLabel(key: string): string {
  const labels: Readonly<Record<string, string>> = { mod: '⌘', shift: '⇧', enter: '↵' };
  return labels[key] ?? key.toUpperCase();
}

function plainLabel(key: string): string {
  const labels: Readonly<Record<string, string>> = { mod: 'Ctrl', shift: 'Shift', enter: 'Enter' };
  return labels[key] ?? key.toUpperCase();
}

/** On a Mac, Shift is written before Command, and the key last. */
function macRank(label: string): number {
  if (label === '⇧') return 0;
  return label === '⌘' ? 1 : 2;
}

/** The command a key press means, if any. */
export function commandOfKey(event: {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}): Command | undefined {
  const hasMod = isMac ? event.metaKey : event.ctrlKey;
  // Control and Alt together type characters on many keyboards.
  if (!hasMod || event.altKey) return undefined;
  const pressed = `mod+${event.shiftKey ? 'shift+' : ''}${event.key.toLowerCase()}`;
  return commands.find(({ shortcut }) => shortcut === pressed);
}
