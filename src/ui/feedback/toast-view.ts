/** How long a notice has been on screen, in ms; it outlives the place where it is drawn. */
export interface ToastTime {
  shownMs: number;
}

/** One sentence in the past tense, and what can still be done about it. */
export interface ToastView {
  readonly id: string;
  /** Where a notice may be drawn in several places, one after another: its time goes on from here. */
  readonly time?: ToastTime;
  readonly message: string;
  /** Announced at once and marked as bad news. */
  readonly isError?: boolean;
  /** A tick before the words. */
  readonly ticked?: boolean;
  readonly onUndo?: () => void;
  readonly action?: { readonly label: string; readonly onSelect: () => void };
}

const PLAIN_MS = 6_000;
const UNDO_MS = 12_000;

export function toastDurationMs(toast: ToastView): number {
  return toast.onUndo === undefined ? PLAIN_MS : UNDO_MS;
}
