/** Many rows of a subcategory at once, by the dictionary codes of the parent column. */
import type { JsonValue } from '#core/base/json.ts';
import { Refusal } from '#core/engine/cell-draw.ts';
import type { CodeReader } from '#core/rows/row-store.ts';
import type { BlockKernel } from './block-kernel.ts';
import type { SubTable } from './subcategory-sampler.ts';

export interface SubcategoryBlock {
  readonly codes: CodeReader;
  /** The parent's value in a row. */
  readonly read: (row: number) => JsonValue | undefined;
  readonly tableOf: (parentValue: JsonValue) => SubTable | Refusal;
}

interface Group {
  readonly table: SubTable;
  /** Code of the table's first value among those of all tables. */
  readonly firstCode: number;
  /** Rows of the parent value so far. */
  count: number;
}

/** As many as 16 bits number. */
const mostCodes = 65_536;

/** Rows are counted from the first; going back counts anew. */
export function createSubcategoryBlock(options: SubcategoryBlock): BlockKernel {
  const values: JsonValue[] = [];
  const groups: (Group | undefined)[] = [];
  let counted = 0;
  const groupAt = (row: number): Group | undefined => {
    const code = options.codes.codeAt(row);
    if (code < 0) return undefined;
    return (groups[code] ??= createGroup(row, options, values));
  };
  const moveTo = (start: number): boolean => {
    if (start < counted) {
      for (const group of groups) if (group !== undefined) group.count = 0;
      counted = 0;
    }
    for (; counted < start; counted += 1) {
      const group = groupAt(counted);
      if (group === undefined) return false;
      group.count += 1;
    }
    return true;
  };
  return {
    kind: 'codes',
    valueOf: (code) => values[code] ?? null,
    fill(start, count, out) {
      if (!moveTo(start)) return false;
      for (let index = 0; index < count; index += 1) {
        const group = groupAt(start + index);
        if (group === undefined) {
          counted = Number.POSITIVE_INFINITY;
          return false;
        }
        out[index] = group.firstCode + group.table.sequence.at(group.count);
        group.count += 1;
      }
      counted = start + count;
      return true;
    },
  };
}

function createGroup(
  row: number,
  { read, tableOf }: SubcategoryBlock,
  values: JsonValue[],
): Group | undefined {
  const table = tableOf(read(row) ?? null);
  if (table instanceof Refusal || values.length + table.values.length > mostCodes) return undefined;
  const firstCode = values.length;
  for (const { value } of table.values) values.push(value);
  return { table, firstCode, count: 0 };
}
