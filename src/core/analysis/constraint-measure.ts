/** What is said of a constraint when it has been measured. */
import type { LinearFit } from '#core/base/linear-fit.ts';

export interface GroupMeasure {
  /** Value of the column that makes the groups; empty when there is one group only. */
  readonly group: string;
  readonly count: number;
  /** r of a correlation or linear law, rho of an order. */
  readonly value: number;
  /** The line through the group. */
  readonly fit: LinearFit;
}

export interface ConstraintMeasure {
  /** no-rows: too few values to say anything. */
  readonly verdict: 'holds' | 'broken' | 'no-rows';
  /** At most some 12 characters, such as `r 0.97`, `2.39 ×`, `200 of 200`, `1 clash`, `3 rows`, `48.0 %`. */
  readonly label: string;
  /** Rows that break a row rule, ascending, the first 1,000. Empty for set rules. */
  readonly brokenRows: readonly number[];
  /** How many rows break a row rule; absent for set rules. */
  readonly brokenCount?: number;
  /** Rows that a row rule was asked of; absent for set rules. */
  readonly count?: number;
  readonly groups?: readonly GroupMeasure[];
}

export const noRows: ConstraintMeasure = { verdict: 'no-rows', label: 'no rows', brokenRows: [] };

export const maxBrokenRows = 1_000;
