/** What each column has to have before it can be filled, with the columns of one call taken together. */
import type { DatasetDesign } from '#core/design/design.ts';
import {
  coupledTablesOf,
  withCoupledReads,
  type CoupledTables,
} from '#core/design/coupled-tables.ts';
import { couplingsOf } from '#core/design/coupling.ts';
import { columnDependencies } from '#core/design/dependencies.ts';
import { boundingColumns, narrowingsOf } from '#core/design/narrowing.ts';

/** Column id → ids of the columns it reads; every column has an entry, in design order. */
export type Reads = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Columns that a rule bounds by others read those. Columns that one call writes arrive together, so each of
 * them reads what any of them reads. Correlated columns read what decides the laws of each other.
 */
export function readsOf(design: DatasetDesign): Reads {
  const reads = readsAlone(design);
  return withCoupledReads(reads, tablesAmong(design, reads));
}

/** The couplings of the design with the conditions that decide how their columns go along. */
export function coupledTablesIn(design: DatasetDesign): readonly CoupledTables[] {
  return tablesAmong(design, readsAlone(design));
}

function tablesAmong(design: DatasetDesign, reads: Reads): readonly CoupledTables[] {
  return coupledTablesOf(design, couplingsOf(design), reads);
}

/** As if no column were correlated with another. */
function readsAlone(design: DatasetDesign): Reads {
  const own = new Map([...columnDependencies(design)].map(([id, ids]) => [id, new Set(ids)]));
  for (const [id, narrowing] of narrowingsOf(design).columns)
    for (const columnId of boundingColumns(narrowing)) own.get(id)?.add(columnId);
  const writer = callsOf(design);
  const byCall = new Map<string, Set<string>>();
  for (const [columnId, callId] of writer) {
    const shared = byCall.get(callId) ?? new Set();
    for (const read of own.get(columnId) ?? []) shared.add(read);
    byCall.set(callId, shared);
  }
  return new Map(
    [...own].map(([id, reads]) => {
      const callId = writer.get(id);
      return [id, callId === undefined ? reads : (byCall.get(callId) ?? reads)] as const;
    }),
  );
}

/** Generated column id → id of the call that writes it, in design order; calls that do not exist are left out. */
export function callsOf(design: DatasetDesign): ReadonlyMap<string, string> {
  const known = new Set(design.calls.map(({ id }) => id));
  return new Map(
    design.columns.flatMap(({ id, fill }) =>
      fill.kind === 'generated' && known.has(fill.call) ? [[id, fill.call] as const] : [],
    ),
  );
}
