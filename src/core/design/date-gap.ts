/** How far two drawn dates lie from each other, known before any is drawn. */
import type { ExpressionNode } from '#core/expression/ast.ts';
import type { Column, DatasetDesign } from './design.ts';
import type { FillOf } from './fill.ts';
import { parseIsoMoment, unitMs } from './iso-moment.ts';
import type { Range } from './law/law.ts';

/** Milliseconds from the right one to the left one, least and most; undefined unless both are dates and one of them is drawn. */
export type DateGap = (left: ExpressionNode, right: ExpressionNode) => Range | undefined;

/** Columns that take other parameters in some rows, or another form, are not dates here. */
export function createDateGap({ columns }: DatasetDesign): DateGap {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const byId = new Map(columns.map((column) => [column.id, column]));
  const columnOf = (node: ExpressionNode): Column | undefined => {
    const column = node.kind === 'name' ? byName.get(node.name) : undefined;
    return column?.convertTo === undefined && column?.conditionalParams === undefined
      ? column
      : undefined;
  };
  const rangeOf = (column: Column | undefined, seen: readonly string[] = []): Range | undefined => {
    if (column === undefined || seen.includes(column.id)) return undefined;
    if (column.fill.kind === 'datetime') return datetimeRange(column.fill);
    if (column.fill.kind !== 'timedelta') return undefined;
    const from = rangeOf(byId.get(column.fill.reference), [...seen, column.id]);
    const { low, high } = deltaRange(column.fill);
    return from && { low: from.low + low, high: from.high + high };
  };
  const momentOf = (node: ExpressionNode): Range | undefined => {
    if (node.kind !== 'literal' || typeof node.value !== 'string') return rangeOf(columnOf(node));
    const moment = parseIsoMoment(node.value);
    return moment === undefined ? undefined : { low: moment, high: moment };
  };
  return (left, right) => {
    const [one, other] = [columnOf(left), columnOf(right)];
    if (one === undefined && other === undefined) return undefined;
    const [from, to] = [momentOf(right), momentOf(left)];
    if (from === undefined || to === undefined) return undefined;
    const after = deltaFrom(other, one);
    if (after !== undefined) return after;
    const before = deltaFrom(one, other);
    return before === undefined
      ? { low: to.low - from.high, high: to.high - from.low }
      : { low: -before.high, high: -before.low };
  };
}

/** The span that is drawn after another date; undefined unless `column` is drawn so. */
function deltaFrom(reference: Column | undefined, column: Column | undefined): Range | undefined {
  if (column?.fill.kind !== 'timedelta' || column.fill.reference !== reference?.id)
    return undefined;
  return deltaRange(column.fill);
}

function datetimeRange({ start, end }: FillOf<'datetime'>): Range | undefined {
  const [low, high] = [parseIsoMoment(start), parseIsoMoment(end)];
  return low === undefined || high === undefined ? undefined : { low, high: high - 1_000 };
}

function deltaRange({ dtMin, dtMax, unit }: FillOf<'timedelta'>): Range {
  return { low: dtMin * unitMs[unit], high: (dtMax - 1) * unitMs[unit] };
}
