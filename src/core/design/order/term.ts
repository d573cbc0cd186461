/** The ends of a comparison. */

/** A column, or nothing, plus a number; or a moment that a rule writes, in milliseconds. */
export interface Term {
  readonly columnId: string | undefined;
  readonly offset: number;
  /** Characters of the moment that the rule writes; undefined for anything else. */
  readonly length?: number | undefined;
}

/** The columns of both ends, the lower one first. */
export function columnIdsOf({
  lower,
  upper,
}: {
  readonly lower: Term;
  readonly upper: Term;
}): readonly string[] {
  return [lower, upper].flatMap(({ columnId }) => columnId ?? []);
}
