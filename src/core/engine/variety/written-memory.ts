/**
 * What one call has written so far, by the attributes of its rows, and the choice of what a request is
 * shown of it. A model repeats itself where the facts are alike, so rows with the same attributes come first;
 * the list stays short, and parallel requests for different attributes need nothing of each other.
 */
import { canonicalJson, type JsonValue } from '#core/base/json.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import type { ColumnPlan } from '#core/engine/plan/column-order.ts';

export interface WrittenMemory {
  /** The call has written these rows. */
  note(rows: readonly number[]): void;
  /** Rows from `rowCount` on are gone. */
  cut(rowCount: number): void;
  /**
   * At most `most` rows worth showing to a request for `asked`, the most important last: rows of the
   * same attributes, then rows of attributes that are rare, then the latest, six of each of these two at most. Within each group
   * those whose values were offered again most often come first, then the latest. The rows asked for are never among them.
   */
  choose(asked: readonly number[], most: number): readonly number[];
}

export interface WrittenMemoryOptions {
  readonly design: DatasetDesign;
  readonly plan: ColumnPlan;
  readonly read: (columnId: string, row: number) => JsonValue | undefined;
  readonly heat: (row: number) => number;
}

interface Group {
  size: number;
  /** The latest of them. */
  rows: number[];
}

const mostOthers = 6;
/** Rows that are remembered of one group: twice as many as can be shown. */
const mostKept = 200;
/** Among more groups than this, rarity says little and costs time. */
const mostGroups = 1_000;

export function createWrittenMemory(options: WrittenMemoryOptions): WrittenMemory {
  const { read, heat } = options;
  const attributes = attributeColumns(options);
  const groups = new Map<string, Group>();
  const groupOf = new Map<number, string>();
  let latest: number[] = [];
  const keyOf = (row: number): string =>
    canonicalJson(attributes.map((id) => read(id, row) ?? null));

  function forget(row: number): void {
    const key = groupOf.get(row);
    if (key === undefined) return;
    groupOf.delete(row);
    const group = groups.get(key);
    if (group === undefined) return;
    group.size -= 1;
    group.rows = group.rows.filter((other) => other !== row);
    if (group.size === 0) groups.delete(key);
  }

  function rarest(keys: ReadonlySet<string>): readonly number[] {
    if (groups.size > mostGroups) return [];
    return [...groups]
      .filter(([key]) => !keys.has(key))
      .sort(([, a], [, b]) => a.size - b.size)
      .slice(0, mostOthers)
      .flatMap(([, { rows }]) => rows.slice(-1));
  }

  return {
    note(rows) {
      for (const row of rows) {
        forget(row);
        const key = keyOf(row);
        groupOf.set(row, key);
        const group = groups.get(key) ?? { size: 0, rows: [] };
        groups.set(key, { size: group.size + 1, rows: [...group.rows, row].slice(-mostKept) });
      }
      const again = new Set(rows);
      latest = [...latest.filter((row) => !again.has(row)), ...rows].slice(-mostOthers);
    },
    cut(rowCount) {
      for (const row of [...groupOf.keys()]) if (row >= rowCount) forget(row);
      latest = latest.filter((row) => row < rowCount);
    },
    choose(asked, most) {
      const keys = new Set(asked.map(keyOf));
      const hot = (rows: readonly number[]): readonly number[] =>
        rows.toSorted((a, b) => heat(a) - heat(b));
      const near = [...keys].flatMap((key) => groups.get(key)?.rows ?? []);
      const others = hot([...latest, ...rarest(keys)]);
      const chosen = new Set([...hot(near).toReversed(), ...others.toReversed()]);
      for (const row of asked) chosen.delete(row);
      return [...chosen].slice(0, most).toReversed();
    },
  };
}

/** Columns that put rows into kinds: sampled from tables, or true and false. */
function attributeColumns({ design, plan }: WrittenMemoryOptions): readonly string[] {
  const known = new Set(plan.computed);
  return design.columns
    .filter(({ id, fill }) => known.has(id) && attributeKinds.has(fill.kind))
    .map(({ id }) => id);
}

const attributeKinds: ReadonlySet<string> = new Set(['category', 'subcategory', 'boolean']);
