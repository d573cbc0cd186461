/** In which order columns can be filled: what each needs first, and the circles that make it impossible. */
import type { DatasetDesign } from './design.ts';
import { columnReferences } from './references.ts';

/** Column id → ids of the columns it reads to be filled. */
export type ColumnDependencies = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Every column has an entry, in the order of the design. A generated column reads what the messages
 * and the skip rule of its call read; a call without messages reads nothing. A column that reads
 * itself has itself in its set.
 */
export function columnDependencies(design: DatasetDesign): ColumnDependencies {
  const readByOwner = new Map<string, Set<string>>();
  for (const { from, columnId } of columnReferences(design)) {
    if (from.kind !== 'column' && from.kind !== 'call') continue;
    const key = `${from.kind} ${from.id}`;
    const read = readByOwner.get(key) ?? new Set();
    readByOwner.set(key, read.add(columnId));
  }
  return new Map(
    design.columns.map(({ id, fill }) => {
      const own = readByOwner.get(`column ${id}`) ?? [];
      const called = fill.kind === 'generated' ? readByOwner.get(`call ${fill.call}`) : undefined;
      return [id, new Set([...own, ...(called ?? [])])] as const;
    }),
  );
}

/** Whether a column is one of the targets, or reads one by way of others. */
export function reaches(
  from: string,
  targets: ReadonlySet<string>,
  dependencies: ColumnDependencies,
): boolean {
  const seen = new Set<string>();
  const ahead = [from];
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (targets.has(id)) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    ahead.push(...(dependencies.get(id) ?? []));
  }
  return false;
}

/** One circle: each id reads the next, the last reads the first. Undefined when the columns can be put in order. */
export function findCycle(dependencies: ColumnDependencies): readonly string[] | undefined {
  const finished = new Set<string>();
  for (const start of dependencies.keys()) {
    const cycle = walkFrom(start, dependencies, finished);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}

/** Circles that share no column, until none is left; each is as `findCycle` gives it. */
export function findCycles(dependencies: ColumnDependencies): readonly (readonly string[])[] {
  const cycles: (readonly string[])[] = [];
  const remaining = new Map(dependencies);
  for (let cycle = findCycle(remaining); cycle !== undefined; cycle = findCycle(remaining)) {
    cycles.push(cycle);
    for (const id of cycle) remaining.delete(id);
  }
  return cycles;
}

interface Step {
  readonly id: string;
  readonly ahead: Iterator<string>;
}

function walkFrom(
  start: string,
  dependencies: ColumnDependencies,
  finished: Set<string>,
): readonly string[] | undefined {
  const trail: Step[] = [];
  const places = new Map<string, number>();
  const enter = (id: string): void => {
    places.set(id, trail.length);
    trail.push({ id, ahead: (dependencies.get(id) ?? new Set<string>()).values() });
  };
  if (!finished.has(start)) enter(start);
  for (let step = trail.at(-1); step !== undefined; step = trail.at(-1)) {
    const next = step.ahead.next();
    if (next.done === true) {
      finished.add(step.id);
      places.delete(step.id);
      trail.pop();
      continue;
    }
    if (finished.has(next.value) || !dependencies.has(next.value)) continue;
    const seenAt = places.get(next.value);
    if (seenAt !== undefined) return trail.slice(seenAt).map(({ id }) => id);
    enter(next.value);
  }
  return undefined;
}
