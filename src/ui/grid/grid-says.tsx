import { counted } from '#core/base/counted.ts';
import { VisuallyHidden } from '#ui/layout/visually-hidden.tsx';
import type { GridRange } from './grid-range.ts';

interface GridSaysProps {
  readonly heads: string;
  /** What has become of an act on cells. */
  readonly acts: string | undefined;
  readonly range: GridRange | undefined;
}

/** What is seen at once of heads, acts and ranges, for those who listen. */
export function GridSays({ heads, acts, range }: GridSaysProps) {
  return (
    <>
      <VisuallyHidden role="status">{heads}</VisuallyHidden>
      <VisuallyHidden role="status">{acts}</VisuallyHidden>
      <VisuallyHidden role="status">{rangeWords(range)}</VisuallyHidden>
    </>
  );
}

/** Empty for the one active cell, which is read anyway. */
export function rangeWords(range: GridRange | undefined): string {
  if (range === undefined) return '';
  const rows = range.bottom - range.top + 1;
  const columns = range.right - range.left + 1;
  if (rows * columns === 1) return '';
  return `${counted(rows, 'row')}, ${counted(columns, 'column')} selected`;
}
