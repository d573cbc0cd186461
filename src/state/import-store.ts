/** Rows that were brought and are being looked at before they land. The rows themselves stay out of it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import type { FieldChoices } from '#core/codecs/rows/field-choice.ts';
import type { DraftedField } from '#core/codecs/rows/rows-draft.ts';

export interface FoundFile {
  /** Empty for pasted rows. */
  readonly name: string;
  readonly sizeBytes: number;
  readonly rowCount: number;
}

export interface FoundRows {
  /** Whose rows stand under one head, at least one. */
  readonly files: readonly FoundFile[];
  readonly rowCount: number;
  readonly fields: readonly DraftedField[];
  readonly notices: readonly Diagnostic[];
}

export interface ImportState {
  readonly found?: FoundRows | undefined;
  /** By field id; a field without one is taken as recommended. */
  readonly choices: FieldChoices;
  /** Names of files with other columns, which come after these. */
  readonly waiting: readonly string[];
  /** Pasted into the window, for the field of the dialog. */
  readonly pasted: string;
}

export function createImportStore(): StoreApi<ImportState> {
  return createStore<ImportState>(() => ({ choices: {}, waiting: [], pasted: '' }));
}

export const nothingFound = { found: undefined, choices: {} } as const;
