/** How a stored cell reads in the grid: its value, or its state as it is. */
import type { JsonValue } from '#core/base/json.ts';
import { givenScores } from '#core/design/judge.ts';
import type { Cell } from '#core/rows/cell.ts';
import { valueText, type ShownColumn } from '#state/value-text.ts';
import type { CellView } from '#ui/grid/cell-view.ts';

/** What the grid draws: under the column's name a reason does not begin with it again. `mark` is the series of the value, for the column that colours the charts. */
export function cellView(
  cell: Cell,
  column: ShownColumn & { readonly name: string },
  markOf?: (value: JsonValue) => number | undefined,
): CellView {
  const why = withoutStart(cell.reason, `${column.name}: `);
  const reason = why === undefined ? {} : { reason: why };
  if (cell.state === 'failed') return { kind: 'failed', text: why ?? 'failed', ...reason };
  if (cell.state === 'skipped') return { kind: 'skipped', text: why ?? 'skipped', ...reason };
  if (cell.state === 'empty' || cell.state === 'waiting') return { kind: cell.state, text: '' };
  if (cell.value === null) return { kind: 'null', text: 'null' };
  if (cell.value === undefined) return { kind: cell.state, text: '', ...reason };
  const mark = markOf?.(cell.value);
  return {
    kind: cell.state,
    text: writtenText(cell.value, column),
    ...(mark === undefined ? {} : { mark }),
    ...reason,
  };
}

/** What a judge gave reads without its reasons: `wit 3, clarity 2`. */
function writtenText(value: JsonValue, column: ShownColumn): string {
  const scores = givenScores(value);
  if (scores.length === 0 || scores.length < Object.keys(value ?? {}).length)
    return valueText(value, column);
  return scores.map(({ name, score }) => `${name} ${score}`).join(', ');
}

function withoutStart(text: string | undefined, start: string): string | undefined {
  return text?.startsWith(start) === true ? text.slice(start.length) : text;
}

/** What stands in these is no value. */
const wordsOnly: ReadonlySet<CellView['kind']> = new Set(['failed', 'skipped', 'null']);

/** A cell where no head says its unit. */
export function withUnit(
  view: CellView | undefined,
  unit: string | undefined,
): CellView | undefined {
  if (view === undefined || unit === undefined) return view;
  return view.text === '' || wordsOnly.has(view.kind)
    ? view
    : { ...view, text: `${view.text} ${unit}` };
}
