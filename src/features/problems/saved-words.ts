import type { SavedState } from '#state/design-store.ts';

/** Where the work is stored, as a sentence without a full stop; empty while that is not known. */
export function savedWords(saved: SavedState): string {
  switch (saved) {
    case 'unknown':
      return '';
    case 'sample':
    case 'saving':
    case 'saved':
      return 'Stored on this device only';
    case 'conflict':
      return 'Not saved: another tab changed this design';
    case 'not-saved':
      return 'Not saved: this browser keeps nothing; export the design before you leave';
  }
}
