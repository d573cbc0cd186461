import { useEffect } from 'react';
import type { JsonValue } from '#core/base/json.ts';
import type { Column } from '#core/design/design.ts';
import { useRowsVersion, useWorkbench } from '#state/react.tsx';
import { Caption } from '#features/designer/shared/layout.ts';

const maxLength = 120;

/** What the column holds in the first row now. */
export function FirstValue({ column }: { readonly column: Column }) {
  const { rows } = useWorkbench();
  const stamp = useRowsVersion();
  useEffect(() => {
    if (rows.rowCount > 0) void rows.load(0, 1);
  }, [rows, stamp]);
  const cell = rows.cell(0, column.id);
  if (cell?.value === undefined) return null;
  return <Caption>{`row 1: ${written(cell.value, column.unit)}`}</Caption>;
}

function written(value: JsonValue, unit: string | undefined): string {
  if (typeof value === 'number') {
    const digits = value.toLocaleString('en', { maximumFractionDigits: 6 });
    return unit === undefined ? digits : `${digits} ${unit}`;
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
}
