/** What the screen shows right now: tabs, open editors, dialogs, toasts. Forgotten on reload. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import type { ErrorReport } from '#core/base/error-report.ts';
import { everyRow, type RowQuery } from '#core/rows/row-query.ts';
import type { ModelDraft } from './model-draft.ts';

export type DataTab = 'rows' | 'charts' | 'quality' | 'requests';
export type DrawerTab = 'value' | 'prompt' | 'raw' | 'attributes';
export type DesignTab = 'form' | 'code' | 'map';
export type DialogKind =
  | 'models'
  | 'compare'
  | 'share'
  | 'export'
  | 'oumi-export'
  | 'data-designer-export'
  | 'import'
  | 'new-design'
  | 'commands'
  | 'storage'
  | 'draft'
  | 'history'
  | 'shortcuts';

export interface OpenDialog {
  readonly kind: DialogKind;
  /** Model settings: the alias to show first, and what to do once it is saved. */
  readonly alias?: string;
  readonly then?: 'generate' | 'preview' | 'resume' | 'draft' | 'back-to-draft';
  /** Compare models: the call to begin with. */
  readonly callId?: string;
  /** Why the dialog opened by itself. */
  readonly reason?: string;
  /** The reason is nothing to mend. */
  readonly isGoodNews?: boolean;
  /** Model settings: what had been typed before the page was left for a sign-in. */
  readonly draft?: ModelDraft;
}

export interface Toast {
  readonly id: number;
  /** One sentence in the past tense. */
  readonly text: string;
  readonly severity: 'info' | 'error';
  /** Kept with the notice and not on screen: a dialog that opens draws it in another place. */
  readonly time: { shownMs: number };
  readonly action?: { readonly label: string; readonly perform: () => void };
}

export interface ViewState {
  readonly dataTab: DataTab;
  readonly designTab: DesignTab;
  /** On narrow screens: which pane is shown. */
  readonly phonePane: 'data' | 'design';
  /** Whose editor is open; one at a time. */
  readonly openEditor?:
    | {
        readonly kind: 'column' | 'constraint' | 'call' | 'source' | 'environment';
        readonly id: string;
      }
    | undefined;
  readonly dialog?: OpenDialog | undefined;
  readonly toasts: readonly Toast[];
  /** False until the first document is open: nothing can be edited that would then be replaced. */
  readonly isReady: boolean;
  /** Another tab has this document: what is changed here goes to a copy. */
  readonly isElsewhere: boolean;
  readonly isProblemsOpen: boolean;
  readonly isWelcomeShown: boolean;
  /** On a phone: the table in place of cards. */
  readonly isTableOnPhone: boolean;
  /** The first chart stays under the rows. */
  readonly isChartPinned: boolean;
  /** What is wrong with the text of the code tab, which is not applied while it has errors. */
  readonly codeProblems: readonly Diagnostic[];
  /** Text of the code tab that could not be applied; it is there again when the tab is. */
  readonly codeDraft?: string | undefined;
  /** The language of the code tab; that of the design's origin when absent. */
  readonly codeView?: 'json' | 'yaml' | undefined;
  /** Which rows the grid shows, and in which order. */
  readonly query: RowQuery;
  /** The column whose filter is being set; empty for a choice of column. */
  readonly filterColumn?: string | undefined;
  /** The cell that the drawer shows. */
  readonly openCell?: { readonly row: number; readonly columnId: string } | undefined;
  readonly drawerTab: DrawerTab;
  /** The request whose details the Requests tab shows. */
  readonly openRequest?: string | undefined;
  /** The call whose requests that tab shows; every call's when absent. */
  readonly requestCall?: string | undefined;
  /** A row that asked to be shown in the grid. */
  readonly shownRow?: number | undefined;
  /** The column to show it at; the first one when absent. */
  readonly shownColumn?: string | undefined;
  /** Id of the chart whose settings are open. */
  readonly openChart?: string | undefined;
  /** A place that asked to be shown: the field rings once. */
  readonly revealed?: { readonly path: string; readonly atMs: number } | undefined;
  /** Why the run paused, where the user has put its card away. */
  readonly hiddenProblem?: ErrorReport | undefined;
  readonly actions: ViewActions;
}

export interface ViewActions {
  readonly set: (change: Partial<Omit<ViewState, 'actions' | 'toasts'>>) => void;
  readonly openDialog: (dialog: OpenDialog) => void;
  readonly closeDialog: () => void;
  /** Opens the list of problems, on a narrow screen with the pane it belongs to. */
  readonly showProblems: () => void;
  readonly toggleEditor: (editor: NonNullable<ViewState['openEditor']>) => void;
  readonly toast: (
    toast: Omit<Toast, 'id' | 'severity' | 'time'> & { severity?: Toast['severity'] },
  ) => void;
  readonly dismissToast: (id: number) => void;
}

const maxToasts = 3;

export function createViewStore(): StoreApi<ViewState> {
  let nextToast = 1;
  return createStore<ViewState>((set, get) => ({
    dataTab: 'rows',
    designTab: 'form',
    phonePane: 'data',
    toasts: [],
    isReady: false,
    isElsewhere: false,
    isProblemsOpen: false,
    isWelcomeShown: false,
    isTableOnPhone: false,
    isChartPinned: true,
    codeProblems: [],
    query: everyRow,
    drawerTab: 'value',
    actions: {
      set: (change) => {
        set(change);
      },
      openDialog: (dialog) => {
        set({ dialog });
      },
      showProblems: () => {
        set({ isProblemsOpen: true, phonePane: 'design' });
      },
      closeDialog: () => {
        set({ dialog: undefined });
      },
      toggleEditor(editor) {
        const { openEditor } = get();
        const isOpen = openEditor?.kind === editor.kind && openEditor.id === editor.id;
        set({ openEditor: isOpen ? undefined : editor });
      },
      toast(toast) {
        const entry: Toast = { severity: 'info', ...toast, id: nextToast, time: { shownMs: 0 } };
        nextToast += 1;
        set({ toasts: [...get().toasts, entry].slice(-maxToasts) });
      },
      dismissToast: (id) => {
        set({ toasts: get().toasts.filter((toast) => toast.id !== id) });
      },
    },
  }));
}
