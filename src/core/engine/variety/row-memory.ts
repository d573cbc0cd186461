/** What rows hold against each other: unique values, which must not come twice, and texts, which should not. */
import type { DatasetDesign } from '#core/design/design.ts';
import { createRepeatMemory, type RepeatMemory } from './repeat-memory.ts';
import { createUniqueRules, type ReadCell, type UniqueRules } from './unique-rules.ts';

export interface RowMemory {
  readonly unique: UniqueRules;
  readonly repeats: RepeatMemory;
  reserve(row: number, read: ReadCell): void;
  release(row: number): void;
  /** How often the values of a row were offered again for others: what a model likes too much. */
  heat(row: number): number;
  noteClash(holder: number): void;
}

export function createRowMemory(design: DatasetDesign): RowMemory {
  const unique = createUniqueRules(design);
  const repeats = createRepeatMemory(design);
  const heat = new Map<number, number>();
  return {
    unique,
    repeats,
    reserve(row, read) {
      unique.reserve(row, read);
      repeats.reserve(row, read);
    },
    release(row) {
      unique.release(row);
      repeats.release(row);
      heat.delete(row);
    },
    heat: (row) => heat.get(row) ?? 0,
    noteClash(holder) {
      heat.set(holder, (heat.get(holder) ?? 0) + 1);
    },
  };
}
