/**
 * Stops a run that cannot succeed before it has spent the user's money: it watches how many answered
 * rows are refused, and whether request after request brings nothing for the same reason.
 */
import type { ErrorReport } from '#core/base/error-report.ts';

export interface ProgressGuard {
  /** One answered row; `reason` is undefined when it was accepted. */
  noteRow(reason: string | undefined): void;
  /** One request whose answer was read. */
  noteRequest(callId: string, request: ReadRequest): void;
  /** Why the run should pause, or undefined while it may go on. */
  problem(): ErrorReport | undefined;
}

export interface ReadRequest {
  readonly rows: readonly number[];
  readonly acceptedRows: number;
  /** Why rows were refused or missing, most of them. */
  readonly mainReason: string | undefined;
}

const windowSize = 50;
const mostRejected = 0.8;
const mostFruitlessRequests = 3;
/** One or two stubborn rows fail by themselves; they say little about the others. */
const fewestFruitlessRows = 3;

interface Streak {
  readonly reason: string;
  readonly length: number;
  readonly rows: ReadonlySet<number>;
}

/** A guard for one run. Nothing is judged before 50 rows, or 3 requests for 3 rows of one call, have been read. */
export function createProgressGuard(): ProgressGuard {
  const recent: (string | undefined)[] = [];
  const streaks = new Map<string, Streak>();
  return {
    noteRow(reason) {
      recent.push(reason);
      if (recent.length > windowSize) recent.shift();
    },
    noteRequest(callId, { rows, acceptedRows, mainReason }) {
      if (acceptedRows > 0 || mainReason === undefined) {
        streaks.delete(callId);
        return;
      }
      const streak = streaks.get(callId);
      const isSame = streak !== undefined && shapeOf(streak.reason) === shapeOf(mainReason);
      streaks.set(callId, {
        reason: mainReason,
        length: isSame ? streak.length + 1 : 1,
        rows: new Set([...(isSame ? streak.rows : []), ...rows]),
      });
    },
    problem() {
      const fruitless = [...streaks.values()].find(isFruitless);
      if (fruitless !== undefined)
        return report(
          `The last ${fruitless.length} requests of a call brought no usable row, each for the same reason: ${sentence(fruitless.reason)}`,
        );
      const reasons = recent.filter((reason) => reason !== undefined);
      if (recent.length < windowSize || reasons.length <= windowSize * mostRejected)
        return undefined;
      return report(
        `${reasons.length} of the last ${windowSize} rows were refused. The most common reason: ${sentence(mostCommonReason(reasons) ?? '')}`,
      );
    },
  };
}

function isFruitless({ length, rows }: Streak): boolean {
  return length >= mostFruitlessRequests && rows.size >= fewestFruitlessRows;
}

/** The reason that occurs most, reasons being alike when they differ in numbers and quoted values only. */
export function mostCommonReason(reasons: readonly string[]): string | undefined {
  const counts = new Map<string, { readonly reason: string; count: number }>();
  for (const reason of reasons) {
    const entry = counts.get(shapeOf(reason)) ?? { reason, count: 0 };
    entry.count += 1;
    counts.set(shapeOf(reason), entry);
  }
  let most: { readonly reason: string; readonly count: number } | undefined;
  for (const entry of counts.values())
    if (most === undefined || entry.count > most.count) most = entry;
  return most?.reason;
}

function shapeOf(reason: string): string {
  return reason.replace(/"[^"]*"|“[^”]*”/g, '“”').replace(/-?\d+(?:[.,]\d+)*/g, '0');
}

function sentence(reason: string): string {
  return /[.!?]$/.test(reason) ? reason : `${reason}.`;
}

function report(what: string): ErrorReport {
  return {
    name: 'RunError',
    kind: 'no-progress',
    message: `${what} Loosen the rule, say more in the instructions, or choose another model; then resume.`,
  };
}
