/** Many rows of a subcategory at once, by the dictionary codes of the parent column. */
import type { JsonValue } from '#core/base/json.ts';
import { Refusal } from '#core/engine/cell-draw.ts';
import type { CodeReader } from '#core/rows/row-store.ts';
import { blockRows, type BlockKernel } from './block-kernel.ts';
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
  /** Rows of it in the block at hand while that is read, and where the next of their codes stands in the scratch. */
  rows: number;
  next: number;
}

/** As many as 16 bits number. */
const mostCodes = 65_536;

/** Scratch of this thread: parent codes of a block, and its own codes parent value by parent value. */
const parents = new Int32Array(blockRows);
const drawn = new Int32Array(blockRows);

/** Rows are counted from the first; going back counts anew. */
export function createSubcategoryBlock(options: SubcategoryBlock): BlockKernel {
  const values: JsonValue[] = [];
  const groups: (Group | undefined)[] = [];
  let counted = 0;
  const groupAt = (row: number, code: number): Group | undefined =>
    code < 0 ? undefined : (groups[code] ??= createGroup(row, options, values));
  /** The groups of these rows, each with how many rows it has there; undefined when a row has none. */
  const readGroups = (start: number, count: number): readonly Group[] | undefined => {
    options.codes.read(start, count, parents);
    const present: Group[] = [];
    for (let index = 0; index < count; index += 1) {
      const group = groupAt(start + index, parents[index] ?? -1);
      if (group === undefined) {
        for (const other of present) other.rows = 0;
        return undefined;
      }
      if (group.rows === 0) present.push(group);
      group.rows += 1;
    }
    return present;
  };
  const moveTo = (start: number): boolean => {
    if (start < counted) {
      for (const group of groups) if (group !== undefined) group.count = 0;
      counted = 0;
    }
    while (counted < start) {
      const count = Math.min(blockRows, start - counted);
      const present = readGroups(counted, count);
      if (present === undefined) return false;
      for (const group of present) takeRows(group);
      counted += count;
    }
    return true;
  };
  return {
    kind: 'codes',
    valueOf: (code) => values[code] ?? null,
    fill(start, count, out) {
      const present = moveTo(start) ? readGroups(start, count) : undefined;
      if (present === undefined) return false;
      drawGroups(present);
      for (let index = 0; index < count; index += 1) {
        const group = groups[parents[index] ?? 0];
        if (group === undefined) return false;
        out[index] = group.firstCode + (drawn[group.next] ?? 0);
        group.next += 1;
      }
      counted = start + count;
      return true;
    },
  };
}

/** The next values of each group's own sequence, group after group. */
function drawGroups(groups: readonly Group[]): void {
  let start = 0;
  for (const group of groups) {
    const end = start + group.rows;
    group.table.sequence.fill(group.count, group.rows, drawn.subarray(start, end));
    group.next = start;
    takeRows(group);
    start = end;
  }
}

/** Counts the rows of the block at hand among those before. */
function takeRows(group: Group): void {
  group.count += group.rows;
  group.rows = 0;
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
  return { table, firstCode, count: 0, rows: 0, next: 0 };
}
