/** Rows that were brought and are being looked at before they land. The rows themselves stay out of it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import type { FieldChoices } from '#core/codecs/rows/field-choice.ts';
import type { DraftedField } from '#core/codecs/rows/rows-draft.ts';

export interface FoundRows {
  /** Of the file; empty for pasted rows. */
  readonly name: string;
  readonly sizeBytes: number;
  readonly rowCount: number;
  readonly fields: readonly DraftedField[];
  readonly notices: readonly Diagnostic[];
}

export interface ImportState {
  readonly found?: FoundRows | undefined;
  /** By field id; a field without one is taken as recommended. */
  readonly choices: FieldChoices;
  /** Files that come after this one. */
  readonly waiting: number;
  /** Pasted into the window, for the field of the dialog. */
  readonly pasted: string;
}

export function createImportStore(): StoreApi<ImportState> {
  return createStore<ImportState>(() => ({ choices: {}, waiting: 0, pasted: '' }));
}

export const nothingFound = { found: undefined, choices: {} } as const;
