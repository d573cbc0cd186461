/**
 * The order in which a row comes to be: what can be computed at once, which calls follow each other,
 * and what is computed after them. Built on the reads that the document itself knows.
 */
import { failure, success, type Result } from '#core/base/result.ts';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { fillGroup } from '#core/design/fill-group.ts';
import { callsOf, readsOf, type Reads } from './reads.ts';
import { checkPlan } from './check-plan.ts';

export interface LateColumn {
  readonly columnId: string;
  /** Ids of the generated columns it reads, directly or through others. */
  readonly waitsFor: readonly string[];
  /** Ids of the calls that write those. */
  readonly calls: readonly string[];
}

export interface CallStep {
  readonly callId: string;
  /** Ids of the generated columns it writes, in design order. */
  readonly columnIds: readonly string[];
  /** Ids of the columns that its messages and skip rules, its own and those of its columns, read. */
  readonly reads: readonly string[];
  /** Calls that write what it reads, directly or through others. */
  readonly dependsOn: readonly string[];
  /** Id of the column that holds its plan, one of `reads`. */
  readonly planId?: string | undefined;
}

export interface ColumnPlan {
  /** Every column after those it reads; design order where that leaves a choice. */
  readonly order: readonly string[];
  /** Sampled, source and derived columns that need no model, in that order. */
  readonly computed: readonly string[];
  /** Those that do, in that order. */
  readonly afterCalls: readonly LateColumn[];
  /** Calls that write at least one column, each after those it depends on. */
  readonly calls: readonly CallStep[];
}

/** Fails with all problems at once: circles, unknown references, texts that do not parse. Never throws. */
export function planColumns(design: DatasetDesign): Result<ColumnPlan, readonly Diagnostic[]> {
  const reads = readsOf(design);
  const diagnostics = checkPlan(design, reads);
  if (diagnostics.length > 0) return failure(diagnostics);
  const order = orderOf(reads);
  const waits = waitsOf(design, reads, order);
  const generated = generatedIds(design);
  const others = order.filter((id) => !generated.has(id));
  const writer = callsOf(design);
  const late = others.flatMap((columnId): LateColumn[] => {
    const waitsFor = [...(waits.get(columnId) ?? [])];
    if (waitsFor.length === 0) return [];
    return [{ columnId, waitsFor, calls: unique(waitsFor.flatMap((id) => writer.get(id) ?? [])) }];
  });
  return success({
    order,
    computed: others.filter((id) => (waits.get(id)?.size ?? 0) === 0),
    afterCalls: late,
    calls: callSteps({ design, reads, order, waits }),
  });
}

function generatedIds(design: DatasetDesign): ReadonlySet<string> {
  return new Set(
    design.columns.filter(({ fill }) => fillGroup(fill.kind) === 'generated').map(({ id }) => id),
  );
}

/** Depth first in design order; the reads hold no circle. */
function orderOf(reads: Reads): readonly string[] {
  const placed = new Set<string>();
  const place = (id: string): void => {
    if (placed.has(id)) return;
    for (const read of reads.get(id) ?? []) place(read);
    placed.add(id);
  };
  for (const id of reads.keys()) place(id);
  return [...placed];
}

/** For each column the generated columns it reads, through any number of others. */
function waitsOf(
  design: DatasetDesign,
  reads: Reads,
  order: readonly string[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const generated = generatedIds(design);
  const waits = new Map<string, ReadonlySet<string>>();
  for (const id of order) {
    const own = new Set<string>();
    for (const read of reads.get(id) ?? []) {
      if (generated.has(read)) own.add(read);
      for (const further of waits.get(read) ?? []) own.add(further);
    }
    waits.set(id, own);
  }
  return waits;
}

interface Planning {
  readonly design: DatasetDesign;
  readonly reads: Reads;
  readonly order: readonly string[];
  readonly waits: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A call comes where its first column stands in the order: all its columns read the same. */
function callSteps({ design, reads, order, waits }: Planning): readonly CallStep[] {
  const writer = callsOf(design);
  return unique(order.flatMap((id) => writer.get(id) ?? [])).map((callId) => {
    const columnIds = design.columns.map(({ id }) => id).filter((id) => writer.get(id) === callId);
    const first = columnIds[0] ?? '';
    const planId = design.calls.find(({ id }) => id === callId)?.plan;
    return {
      callId,
      columnIds,
      ...(planId === undefined ? {} : { planId }),
      reads: [...(reads.get(first) ?? [])],
      dependsOn: unique([...(waits.get(first) ?? [])].flatMap((id) => writer.get(id) ?? [])),
    };
  });
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}
