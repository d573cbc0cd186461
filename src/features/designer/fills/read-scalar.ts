import type { ColumnType } from '#core/design/design.ts';

/**
 * A typed value as the column's type has it. Text that would read back differently stays text, so
 * that `1.0` can be typed on the way to `1.05`.
 */
export function readScalar(text: string, type: ColumnType): string | number | boolean {
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  const isNumeric = type === 'integer' || type === 'decimal';
  return isNumeric && String(Number(text)) === text && Number.isFinite(Number(text))
    ? Number(text)
    : text;
}
