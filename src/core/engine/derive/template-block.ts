/**
 * Templates that only put the values of drawn columns between words need not be kept: they are as good
 * as the cells they read, and are printed when somebody looks.
 */
import { limits } from '#core/base/limits.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import { templateLanguage } from '#core/design/design-texts.ts';
import { fillGroup } from '#core/design/fill-group.ts';
import { parseAs } from '#core/design/parse-text.ts';
import type { BlockKernel } from '#core/engine/sample/block-kernel.ts';
import { toText } from '#core/expression/value.ts';
import type { RowStore, WritableColumn } from '#core/rows/row-store.ts';

/**
 * The kernel of a template column that can never fail and prints what its draw prints; undefined for any
 * other column. It covers rows whose inputs are all as they were drawn. A cell of these rows that changes
 * later is followed by a draw of the row, as all that is derived.
 */
export function createTemplateBlock(
  column: Column,
  { design, store }: { readonly design: DatasetDesign; readonly store: RowStore },
): BlockKernel | undefined {
  const parts = partsOf(column, design);
  if (parts === undefined) return undefined;
  const pieces = parts.map((part) => (typeof part === 'string' ? part : store.column(part.id)));
  const inputs = pieces.filter((piece) => typeof piece !== 'string');
  return {
    kind: 'computed',
    covers: (start, count) => inputs.every((input) => input.isDone(start, count)),
    valueOf(row) {
      let text = '';
      for (const piece of pieces) text += typeof piece === 'string' ? piece : printed(piece, row);
      return text;
    },
  };
}

function printed(cells: WritableColumn, row: number): string {
  return toText(cells.value(row) ?? null);
}

/** The words and columns of a plain template. */
function partsOf(column: Column, design: DatasetDesign): readonly (string | Column)[] | undefined {
  const { fill, type, skip, nullRate } = column;
  const isOpen = skip !== undefined || nullRate > 0;
  // Oumi's templates cannot see numbers, and fail where they print one.
  if (fill.kind !== 'template' || type !== 'text' || isOpen || design.dialect === 'oumi')
    return undefined;
  const parsed = parseAs(templateLanguage(design), fill.template);
  if (!parsed.ok) return undefined;
  const columns = new Map(design.columns.map((other) => [other.name, other]));
  const parts = parsed.value.parts.map((part) => {
    if (part.kind === 'text') return part.text;
    const isName = part.kind === 'output' && part.expression.kind === 'name';
    return isName ? columns.get(part.expression.name) : undefined;
  });
  const known = parts.filter((part) => part !== undefined);
  if (known.length < parts.length || !staysShort(known)) return undefined;
  return known;
}

/** Longest value that is no part of its fill: numbers, moments and identifiers are shorter. */
const longestDrawn = 64;

/** Whether what is printed stays within the limit whatever is drawn: the texts of these fills are pieces of the fill. */
function staysShort(parts: readonly (string | Column)[]): boolean {
  let length = 0;
  for (const part of parts) {
    if (typeof part !== 'string' && !isShort(part)) return false;
    length += typeof part === 'string' ? part.length : sizeOf(part);
  }
  return length <= limits.renderedLength;
}

function isShort({ fill, convertTo }: Column): boolean {
  const isDrawn = fillGroup(fill.kind) === 'sampled';
  const isLong = fill.kind === 'person' || fill.kind === 'faker' || fill.kind === 'pattern';
  return isDrawn && !isLong && convertTo === undefined;
}

function sizeOf({ fill }: Column): number {
  return JSON.stringify(fill).length + longestDrawn;
}
