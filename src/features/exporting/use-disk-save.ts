import { useState } from 'react';
import { pickPlace } from '#state/disk-place.ts';
import { mediaTypeOf, type ExportRequest } from '#state/export-options.ts';
import { useWorkbench } from '#state/react.tsx';
import { saveToDisk, type SaveJob } from '#state/save-to-disk.ts';

/** How far a file is that goes straight to the disk. */
export type Saving = Parameters<SaveJob['onProgress']>[0];

/** How saving ended. */
type Saved =
  | { readonly kind: 'saved'; readonly rowCount: number }
  | { readonly kind: 'cancelled' | 'no-place' };

export interface DiskSave {
  /** Present while rows are written. */
  readonly saving: Saving | undefined;
  readonly cancel: () => void;
  /** To be called in a click, because it asks for a place. A file for each name; rejects with words for the user. */
  readonly save: (names: readonly string[], requests: readonly ExportRequest[]) => Promise<Saved>;
}

interface Running {
  readonly controller: AbortController;
  readonly saving: Saving;
}

/** Rows straight to a place that the user picks. */
export function useDiskSave(): DiskSave {
  const { evaluator } = useWorkbench().workers;
  const [running, setRunning] = useState<Running | undefined>(undefined);
  return {
    saving: running?.saving,
    cancel: () => {
      running?.controller.abort();
    },
    async save(names, requests) {
      const [first] = requests;
      const place = first && (await pickPlace(names, mediaTypeOf(first.format)));
      if (place === undefined) return { kind: 'no-place' };
      const controller = new AbortController();
      const { signal } = controller;
      const onProgress = (saving: Saving): void => {
        setRunning({ controller, saving });
      };
      onProgress({ fileName: place.files[0]?.name ?? '', done: 0, total: 0 });
      try {
        const rowCount = await saveToDisk({ evaluator, place, requests, signal, onProgress });
        return { kind: 'saved', rowCount };
      } catch (error) {
        if (signal.aborted) return { kind: 'cancelled' };
        throw error;
      } finally {
        setRunning(undefined);
      }
    },
  };
}
