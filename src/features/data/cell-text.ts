/** How a stored cell reads in the grid: numbers with their unit, nested values as JSON, states as they are. */
import type { JsonValue } from '#core/base/json.ts';
import type { Column } from '#core/design/design.ts';
import type { Cell } from '#core/rows/cell.ts';
import type { CellView } from '#ui/grid/cell-view.ts';

/** What a cell's text depends on. */
type ShownColumn = Pick<Column, 'unit'>;

const plainNumber = new Intl.NumberFormat('en', { maximumFractionDigits: 12, useGrouping: false });
const currencies = new Set(['USD', 'EUR', 'GBP', 'JPY', 'CHF']);
const formats = new Map<string, Intl.NumberFormat>();

/** A number with its unit where the unit belongs to the number, such as a currency. */
function numberText(value: number, column: ShownColumn): string {
  const unit = column.unit ?? '';
  if (!currencies.has(unit)) return plainText(value);
  let format = formats.get(unit);
  if (format === undefined) {
    format = new Intl.NumberFormat('en', {
      style: 'currency',
      currency: unit,
      currencyDisplay: 'narrowSymbol',
    });
    formats.set(unit, format);
  }
  return format.format(value);
}

/** Twelve decimals hide the noise of binary fractions; what they would hide altogether is shown in full. */
function plainText(value: number): string {
  const text = plainNumber.format(value);
  return Number(text) === 0 ? String(value) : text;
}

function valueText(value: JsonValue, column: ShownColumn): string {
  if (typeof value === 'string') return value.replaceAll(/\s+/g, ' ');
  if (typeof value === 'number') return numberText(value, column);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return JSON.stringify(value);
}

/** What the grid draws. `mark` is the series of the value, for the column that colours the charts. */
export function cellView(
  cell: Cell,
  column: ShownColumn,
  markOf?: (value: JsonValue) => number | undefined,
): CellView {
  const reason = cell.reason === undefined ? {} : { reason: cell.reason };
  if (cell.state === 'failed') return { kind: 'failed', text: cell.reason ?? 'failed', ...reason };
  if (cell.state === 'skipped')
    return { kind: 'skipped', text: cell.reason ?? 'skipped', ...reason };
  if (cell.state === 'empty' || cell.state === 'waiting') return { kind: cell.state, text: '' };
  if (cell.value === null) return { kind: 'null', text: 'null' };
  if (cell.value === undefined) return { kind: cell.state, text: '', ...reason };
  const mark = markOf?.(cell.value);
  return {
    kind: cell.state,
    text: valueText(cell.value, column),
    ...(mark === undefined ? {} : { mark }),
    ...reason,
  };
}
