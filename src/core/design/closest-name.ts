/** “Did you mean”: the known name with the fewest typing slips away from an unknown one. */

const longestCompared = 60;

/** Lookups of one check; a hostile document could ask for a hundred thousand. */
const mostLookups = 200;

/**
 * The nearest candidate by edit distance (insert, delete, replace, swap of neighbours; case is
 * ignored), at most one slip per three characters. Ties go to the earlier one; undefined when none is near.
 */
export function closestName(name: string, candidates: readonly string[]): string | undefined {
  if (name.length > longestCompared) return undefined;
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance >= bestDistance) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}

/** `closestName` among fixed candidates, each name looked up once; gives up after 200 different names. */
export function createSuggester(
  candidates: readonly string[],
): (name: string) => string | undefined {
  const found = new Map<string, string | undefined>();
  return (name) => {
    if (!found.has(name) && found.size < mostLookups)
      found.set(name, closestName(name, candidates));
    return found.get(name);
  };
}

/** Optimal string alignment distance. */
function editDistance(first: string, second: string): number {
  let rows: readonly (readonly number[])[] = [
    [],
    Array.from({ length: second.length + 1 }, (_, index) => index),
  ];
  for (let row = 1; row <= first.length; row += 1) {
    const [beforeLast = [], last = []] = rows;
    const current = [row];
    for (let column = 1; column <= second.length; column += 1) {
      const isSame = first[row - 1] === second[column - 1];
      const replace = at(last, column - 1) + (isSame ? 0 : 1);
      const step = 1 + Math.min(at(last, column), at(current, column - 1));
      const swap = isSwap(first, second, { row, column }) ? 1 + at(beforeLast, column - 2) : step;
      current.push(Math.min(replace, step, swap));
    }
    rows = [last, current];
  }
  return at(rows[1] ?? [], second.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? 0;
}

/** True when the two letters before the place stand the other way round. */
function isSwap(
  first: string,
  second: string,
  { row, column }: { readonly row: number; readonly column: number },
): boolean {
  return (
    row > 1 &&
    column > 1 &&
    first[row - 1] === second[column - 2] &&
    first[row - 2] === second[column - 1]
  );
}
