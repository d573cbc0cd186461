/**
 * The one writer of the design and of the user's marks on rows: form, code and grid go through it and
 * share one history, so that each step of it holds both.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { invariant } from '#core/base/invariant.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import type { DesignCommand } from '#core/design/command.ts';
import { noMarks, type RowMarks } from '#core/rows/row-marks.ts';
import type { DesignLogic } from './design-logic.ts';

/** Where the open design came from; decides the words of the saved state and what may run by itself. */
export type DesignOrigin = 'sample' | 'own' | 'opened';

/** `unknown`: it was opened a moment ago, and nobody knows yet whether this browser keeps it. */
export type SavedState = 'sample' | 'unknown' | 'saving' | 'saved' | 'conflict' | 'not-saved';

export interface HistoryStep {
  readonly design: DatasetDesign;
  readonly marks: RowMarks;
}

export interface DesignState {
  readonly documentId: string;
  readonly origin: DesignOrigin;
  readonly design: DatasetDesign;
  /** What is wrong with the design as it is; empty until the store is equipped. */
  readonly diagnostics: readonly Diagnostic[];
  /** What opening it had to mend or drop. */
  readonly notices: readonly Diagnostic[];
  /** The user's edits, locks and rows taken out. */
  readonly marks: RowMarks;
  readonly past: readonly HistoryStep[];
  readonly future: readonly HistoryStep[];
  readonly saved: SavedState;
  readonly actions: DesignActions;
}

export interface OpenDesign {
  readonly documentId: string;
  readonly origin: DesignOrigin;
  readonly design: DatasetDesign;
  readonly notices: readonly Diagnostic[];
  /** How it stands with storage; for a design from elsewhere that is not known yet when absent. */
  readonly saved?: SavedState;
  /** None when absent. */
  readonly marks?: RowMarks;
}

export interface ApplyOptions {
  /** Edits in a row with the same key become one step of the history, such as typing in one field. */
  readonly coalesce?: string;
}

export interface DesignActions {
  /** Brings what judges and changes designs; nothing is edited before. */
  readonly equip: (logic: DesignLogic) => void;
  readonly open: (open: OpenDesign) => void;
  /** Applies a command. Answers with why it was refused; empty when it was applied. */
  readonly apply: (command: DesignCommand, options?: ApplyOptions) => readonly Diagnostic[];
  /** Changes marks, and the design with them where commands are given, as one step. Answers as `apply`. */
  readonly mark: (marks: RowMarks, commands?: readonly DesignCommand[]) => readonly Diagnostic[];
  readonly undo: () => void;
  readonly redo: () => void;
  readonly setSaved: (saved: SavedState) => void;
  readonly dismissNotices: () => void;
}

const maxHistory = 200;
const coalesceWithinMs = 1_500;

export function createDesignStore(initial: OpenDesign, now: () => number): StoreApi<DesignState> {
  const typing = createTyping(now);
  let equipment: DesignLogic | undefined;
  const logic = (): DesignLogic => {
    invariant(equipment !== undefined, 'designs are edited once the store is equipped');
    return equipment;
  };
  const check = (design: DatasetDesign): readonly Diagnostic[] =>
    equipment?.checkDesign(design) ?? [];

  return createStore<DesignState>((set, get) => ({
    ...opened(initial),
    diagnostics: [],
    actions: {
      equip(brought) {
        if (equipment !== undefined) return;
        equipment = brought;
        set({ diagnostics: check(get().design) });
      },
      open(next) {
        typing.end();
        set({ ...opened(next), diagnostics: check(next.design) });
      },
      apply(command, options) {
        const { design, marks, past } = get();
        const result = logic().applyCommand(design, command);
        if (!result.ok) return result.error;
        if (result.value === design) return [];
        set({
          design: result.value,
          diagnostics: check(result.value),
          past: typing.goesOn(options?.coalesce)
            ? past
            : [...past, { design, marks }].slice(-maxHistory),
          future: [],
        });
        return [];
      },
      mark(marks, commands = []) {
        const before = get();
        const result = logic().applyCommands(before.design, commands);
        if (!result.ok) return result.error;
        typing.end();
        set(marked(before, { design: result.value, marks }, check));
        return [];
      },
      undo() {
        typing.end();
        set(undone(get(), check));
      },
      redo() {
        typing.end();
        set(redone(get(), check));
      },
      setSaved: (saved) => set({ saved }),
      dismissNotices: () => set({ notices: [] }),
    },
  }));
}

/** Tells an edit that goes on with the one before, such as the next letter of a word, from a new one. */
function createTyping(now: () => number) {
  let last: { readonly key: string; readonly atMs: number } | undefined;
  return {
    /** Notes the edit. Without a key it stands alone. */
    goesOn(key: string | undefined): boolean {
      const atMs = now();
      const isSame = key !== undefined && last?.key === key && atMs - last.atMs < coalesceWithinMs;
      last = key === undefined ? undefined : { key, atMs };
      return isSame;
    },
    end(): void {
      last = undefined;
    },
  };
}

type Check = (design: DatasetDesign) => readonly Diagnostic[];

function marked(before: DesignState, next: HistoryStep, check: Check): Partial<DesignState> {
  const { design, marks, past } = before;
  if (next.design === design && next.marks === marks) return before;
  const steps = [...past, { design, marks }].slice(-maxHistory);
  return { ...shown(next, before, check), past: steps, future: [] };
}

function undone(before: DesignState, check: Check): Partial<DesignState> {
  const { design, marks, past, future } = before;
  const previous = past.at(-1);
  if (previous === undefined) return before;
  const left = { past: past.slice(0, -1), future: [{ design, marks }, ...future] };
  return { ...shown(previous, before, check), ...left };
}

function redone(before: DesignState, check: Check): Partial<DesignState> {
  const { design, marks, past, future } = before;
  const [next] = future;
  if (next === undefined) return before;
  const left = { past: [...past, { design, marks }], future: future.slice(1) };
  return { ...shown(next, before, check), ...left };
}

/** A step of marks alone costs no check of the design. */
function shown(
  { design, marks }: HistoryStep,
  before: DesignState,
  check: Check,
): Pick<DesignState, 'design' | 'marks' | 'diagnostics'> {
  const diagnostics = design === before.design ? before.diagnostics : check(design);
  return { design, marks, diagnostics };
}

function opened({ documentId, origin, design, notices, saved, marks = noMarks }: OpenDesign) {
  return {
    documentId,
    origin,
    design,
    notices,
    marks,
    past: [],
    future: [],
    saved: saved ?? (origin === 'sample' ? ('sample' as const) : ('unknown' as const)),
  };
}
