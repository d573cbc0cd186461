/** How far two moments have to lie apart so that their texts stand in the order that a rule asks for. */
import type { Column } from '#core/design/design.ts';
import { unitMs } from '#core/design/iso-moment.ts';
import { countedFrom, evenGrid, momentForm, momentGrid, type MomentGrid } from './drawn-moments.ts';
import type { Term } from './term.ts';

interface Ends {
  readonly lower: Term;
  readonly upper: Term;
  readonly isStrict: boolean;
}

interface Writing {
  /** Characters. */
  readonly length: number;
  readonly grid: MomentGrid;
}

/** Text that may hold moments, drawn by nobody here, such as those of a source. */
const textTypes: ReadonlySet<string> = new Set(['text', 'date', 'datetime']);

/**
 * Milliseconds; undefined where the rule is about numbers, and `mixed` where it compares a moment with
 * something that cannot be one. A column of unknown form counts as written like the other end.
 */
export function momentGap(
  { lower, upper, isStrict }: Ends,
  columns: ReadonlyMap<string, Column>,
): number | 'mixed' | undefined {
  const [below, above] = [formOf(lower, columns), formOf(upper, columns)];
  if (below === undefined && above === undefined)
    return [lower, upper].some(({ length }) => length !== undefined) ? 'mixed' : undefined;
  if (!canBeMoment(lower, columns) || !canBeMoment(upper, columns)) return 'mixed';
  const [one, other] = [below ?? writtenForm(lower, above), above ?? writtenForm(upper, below)];
  const isApart = one.length === other.length ? isStrict : one.length > other.length;
  const apartMs = Math.min(one.grid.apartMs, other.grid.apartMs);
  const gap = isApart ? Math.max(apartMs, countedApart(lower, upper, columns)) : 0;
  return onGrids({ lower, upper, gap }, one.grid, other.grid);
}

/** What a column that is counted from the other one keeps to at least; 0 for others. */
function countedApart(lower: Term, upper: Term, columns: ReadonlyMap<string, Column>): number {
  const apart = [
    [lower, upper],
    [upper, lower],
  ].flatMap(([one, other]) => {
    const column = columns.get(one?.columnId ?? '');
    const counted = column && countedFrom(column, columns);
    return counted !== undefined && counted.columnId === other?.columnId ? counted.apartMs : [];
  });
  return Math.max(0, ...apart);
}

/** A column never lies between the moments of its grid, so a bound that is written there is the next one. */
function onGrids(
  { lower, upper, gap }: Pick<Ends, 'lower' | 'upper'> & { readonly gap: number },
  below: MomentGrid,
  above: MomentGrid,
): number {
  if (lower.columnId === undefined) return above.next(lower.offset + gap) - lower.offset;
  if (upper.columnId === undefined) return upper.offset - below.last(upper.offset - gap);
  return gap;
}

function formOf({ columnId }: Term, columns: ReadonlyMap<string, Column>): Writing | undefined {
  const column = columnId === undefined ? undefined : columns.get(columnId);
  const form = momentForm(column);
  if (column === undefined || form === undefined) return undefined;
  return { length: form.length, grid: momentGrid(column, columns) };
}

function canBeMoment(term: Term, columns: ReadonlyMap<string, Column>): boolean {
  if (term.columnId === undefined) return term.length !== undefined;
  return term.offset === 0 && textTypes.has(columns.get(term.columnId)?.type ?? '');
}

function writtenForm({ length }: Term, other: Writing | undefined): Writing {
  const grid = evenGrid(unitMs.s);
  return length === undefined ? (other ?? { length: 0, grid }) : { length, grid };
}
