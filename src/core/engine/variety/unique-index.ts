/** Which row holds which value of a unique rule. Rows may clash when a user makes them; the first one holds the key. */

export interface UniqueIndex {
  /** Another row that holds the key; undefined when it is free or held by `row` itself. */
  holder(key: string, row: number): number | undefined;
  /** Gives the key to the row, whose former key becomes free. */
  reserve(key: string, row: number): void;
  /** Frees whatever the row holds. */
  release(row: number): void;
  /** Different keys that are held. */
  readonly keyCount: number;
}

/** Memory grows with the rows that hold a key. */
export function createUniqueIndex(): UniqueIndex {
  const rowsByKey = new Map<string, number[]>();
  const keyByRow = new Map<number, string>();

  function release(row: number): void {
    const key = keyByRow.get(row);
    if (key === undefined) return;
    keyByRow.delete(row);
    const rest = (rowsByKey.get(key) ?? []).filter((other) => other !== row);
    if (rest.length === 0) rowsByKey.delete(key);
    else rowsByKey.set(key, rest);
  }

  return {
    holder: (key, row) => {
      const [first] = rowsByKey.get(key) ?? [];
      return first === row ? undefined : first;
    },
    reserve(key, row) {
      release(row);
      keyByRow.set(row, key);
      const rows = rowsByKey.get(key);
      if (rows === undefined) rowsByKey.set(key, [row]);
      else rows.push(row);
    },
    release,
    get keyCount() {
      return rowsByKey.size;
    },
  };
}
