/** Which columns read which, while rules still add to it; and the way back from the last drawn to the first. */
import { columnDependencies } from '#core/design/dependencies.ts';
import type { DatasetDesign } from '#core/design/design.ts';

export interface Readings {
  /** True when the column may read the other: without closing a circle, and without waiting for a model. */
  canRead(columnId: string, other: string): boolean;
  /** True when a column that is drawn may read it: it waits for no model. */
  canBeRead(columnId: string): boolean;
  add(columnId: string, other: string): void;
  /**
   * Names each column after all that read it, those of a model first, also by what is added meanwhile between columns that have
   * not been named. Columns in a circle are left out. To be called once.
   */
  takeOut(visit: (columnId: string, isOut: (id: string) => boolean) => void): void;
}

export function createReadings(design: DatasetDesign): Readings {
  const reads = new Map([...columnDependencies(design)].map(([id, set]) => [id, new Set(set)]));
  const written = new Set(
    design.columns.filter(({ fill }) => fill.kind === 'generated').map(({ id }) => id),
  );
  const readers = new Map<string, number>();
  const count = (id: string, step: number): number => {
    const total = (readers.get(id) ?? 0) + step;
    readers.set(id, total);
    return total;
  };
  for (const ids of reads.values()) for (const id of ids) count(id, 1);
  return {
    canRead: (columnId, other) =>
      !reaches(reads, other, (id) => id === columnId || written.has(id)),
    canBeRead: (columnId) => !reaches(reads, columnId, (id) => written.has(id)),
    add(columnId, other) {
      const own = reads.get(columnId);
      if (own === undefined || own.has(other)) return;
      own.add(other);
      count(other, 1);
    },
    takeOut(visit) {
      const out = new Set<string>();
      const free = [...reads.keys()].filter((id) => count(id, 0) === 0);
      // What a model writes goes first: nothing drawn waits for it, so that all it stands between is still there.
      const ahead = [
        ...free.filter((id) => !written.has(id)),
        ...free.filter((id) => written.has(id)),
      ];
      for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
        // What was added since it was put here may read it.
        if (count(id, 0) > 0) continue;
        out.add(id);
        visit(id, (other) => out.has(other));
        for (const read of reads.get(id) ?? []) if (count(read, -1) === 0) ahead.push(read);
      }
    },
  };
}

function reaches(
  reads: ReadonlyMap<string, ReadonlySet<string>>,
  from: string,
  isTarget: (id: string) => boolean,
): boolean {
  const seen = new Set<string>();
  const ahead = [from];
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (isTarget(id)) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    ahead.push(...(reads.get(id) ?? []));
  }
  return false;
}
