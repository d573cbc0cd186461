/** How a value reads on screen: numbers with their unit, truths as words, nested values as JSON. */
import type { JsonValue } from '#core/base/json.ts';
import type { Column } from '#core/design/design.ts';
import { currencySign } from './currency.ts';

/** What the text depends on. */
export type ShownColumn = Pick<Column, 'unit'>;

const plainNumber = new Intl.NumberFormat('en', { maximumFractionDigits: 12, useGrouping: false });
const formats = new Map<string, Intl.NumberFormat>();

/** A number with its unit where the unit belongs to the number, such as a currency. */
function numberText(value: number, column: ShownColumn): string {
  const unit = column.unit ?? '';
  if (currencySign(unit) === undefined) return plainText(value);
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

/** A currency stands in the number itself; any other unit stays with its column and is said where no head does. */
export function unitAfter({ type, unit }: Pick<Column, 'type' | 'unit'>): string | undefined {
  const isNumber = type === 'integer' || type === 'decimal';
  return isNumber && currencySign(unit) === undefined ? unit : undefined;
}

/** On one line. */
export function valueText(value: JsonValue, column: ShownColumn): string {
  if (typeof value === 'string') return value.replaceAll(/\s+/g, ' ');
  if (typeof value === 'number') return numberText(value, column);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return JSON.stringify(value);
}
