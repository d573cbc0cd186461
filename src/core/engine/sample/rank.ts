/** How many rows before a row belong to the same group; what makes shares and time hold within groups. */

/** The group of a row; undefined for rows that belong to none. Asked once for each row while rows ascend. */
export type GroupOf = (row: number) => string | undefined;

/** Counts on from the row asked for last; going back counts anew. */
export function createRank(groupOf: GroupOf): (row: number, group: string) => number {
  const counts = new Map<string, number>();
  let counted = 0;
  return (row, group) => {
    if (row < counted) {
      counts.clear();
      counted = 0;
    }
    for (; counted < row; counted += 1) {
      const earlier = groupOf(counted);
      if (earlier !== undefined) counts.set(earlier, (counts.get(earlier) ?? 0) + 1);
    }
    return counts.get(group) ?? 0;
  };
}
