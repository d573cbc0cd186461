/** The one writer of the design: every form, the code tab and every shortcut goes through `apply`. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { checkDesign } from '#core/design/check.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import type { DesignCommand } from '#core/design/command.ts';
import { applyCommand } from '#core/design/edit.ts';

/** Where the open design came from; decides the words of the saved state and what may run by itself. */
export type DesignOrigin = 'sample' | 'own' | 'opened';

export type SavedState = 'sample' | 'saving' | 'saved' | 'conflict' | 'not-saved';

export interface DesignState {
  readonly documentId: string;
  readonly origin: DesignOrigin;
  readonly design: DatasetDesign;
  /** What is wrong with the design as it is. */
  readonly diagnostics: readonly Diagnostic[];
  /** What opening it had to mend or drop. */
  readonly notices: readonly Diagnostic[];
  readonly past: readonly DatasetDesign[];
  readonly future: readonly DatasetDesign[];
  readonly saved: SavedState;
  readonly actions: DesignActions;
}

export interface OpenDesign {
  readonly documentId: string;
  readonly origin: DesignOrigin;
  readonly design: DatasetDesign;
  readonly notices: readonly Diagnostic[];
  /** How it stands with storage; a design from elsewhere is not stored yet when absent. */
  readonly saved?: SavedState;
}

export interface ApplyOptions {
  /** Edits in a row with the same key become one step of the history, such as typing in one field. */
  readonly coalesce?: string;
}

export interface DesignActions {
  readonly open: (open: OpenDesign) => void;
  /** Applies a command. Answers with why it was refused; empty when it was applied. */
  readonly apply: (command: DesignCommand, options?: ApplyOptions) => readonly Diagnostic[];
  readonly undo: () => void;
  readonly redo: () => void;
  readonly setSaved: (saved: SavedState) => void;
  readonly dismissNotices: () => void;
}

const maxHistory = 200;
const coalesceWithinMs = 1_500;

export function createDesignStore(initial: OpenDesign, now: () => number): StoreApi<DesignState> {
  let lastEdit: { key: string; atMs: number } | undefined;

  return createStore<DesignState>((set, get) => ({
    ...opened(initial),
    actions: {
      open(next) {
        lastEdit = undefined;
        set(opened(next));
      },
      apply(command, options) {
        const { design, past } = get();
        const result = applyCommand(design, command);
        if (!result.ok) return result.error;
        if (result.value === design) return [];
        const key = options?.coalesce;
        const atMs = now();
        const isContinued =
          key !== undefined && lastEdit?.key === key && atMs - lastEdit.atMs < coalesceWithinMs;
        lastEdit = key === undefined ? undefined : { key, atMs };
        set({
          design: result.value,
          diagnostics: checkDesign(result.value),
          past: isContinued ? past : [...past, design].slice(-maxHistory),
          future: [],
        });
        return [];
      },
      undo() {
        const { design, past, future } = get();
        const previous = past.at(-1);
        if (previous === undefined) return;
        lastEdit = undefined;
        set({
          design: previous,
          diagnostics: checkDesign(previous),
          past: past.slice(0, -1),
          future: [design, ...future],
        });
      },
      redo() {
        const { design, past, future } = get();
        const next = future[0];
        if (next === undefined) return;
        lastEdit = undefined;
        set({
          design: next,
          diagnostics: checkDesign(next),
          past: [...past, design],
          future: future.slice(1),
        });
      },
      setSaved: (saved) => {
        set({ saved });
      },
      dismissNotices: () => {
        set({ notices: [] });
      },
    },
  }));
}

function opened({ documentId, origin, design, notices, saved }: OpenDesign) {
  return {
    documentId,
    origin,
    design,
    notices,
    diagnostics: checkDesign(design),
    past: [],
    future: [],
    saved: saved ?? (origin === 'sample' ? ('sample' as const) : ('not-saved' as const)),
  };
}
