/**
 * Two copies of one journal, put together: what either of them holds is in the union once. Copies
 * differ when a disk lost the end of one, or when one was damaged in the middle.
 */

/**
 * The records of `first` in their order, then those that only `second` has. Records are the same when
 * their JSON is. The union folds to every row and request that either copy still holds.
 */
export function unionOfJournals<Record>(
  first: readonly Record[],
  second: readonly Record[],
): readonly Record[] {
  const known = new Set(first.map((record) => JSON.stringify(record)));
  const missing = second.filter((record) => !known.has(JSON.stringify(record)));
  if (missing.length === 0) return first;
  return first.length === 0 ? missing : inOrder(first, second, missing);
}

/** The beginning of a run has to come first, wherever it survived. */
function inOrder<Record>(
  first: readonly Record[],
  second: readonly Record[],
  missing: readonly Record[],
): readonly Record[] {
  const beginning = second[0];
  const isLost = beginning !== undefined && missing[0] === beginning;
  if (!isLost) return [...first, ...missing];
  return [beginning, ...first, ...missing.slice(1)];
}
