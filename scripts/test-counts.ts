import { readFileSync } from 'node:fs';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Counts of Vitest's JSON report; undefined if there is none. */
export function readVitestCounts(path: string): Counts | undefined {
  return readCounts(path, (report) => [report.numPassedTests, report.numFailedTests]);
}

/** Counts of Playwright's JSON report; a flaky test counts as failed. Undefined if there is none. */
export function readPlaywrightCounts(path: string): Counts | undefined {
  return readCounts(path, ({ stats }) => {
    if (!isRecord(stats)) return [];
    return [stats.expected, Number(stats.unexpected) + Number(stats.flaky)];
  });
}

function readCounts(
  path: string,
  pick: (report: Readonly<Record<string, unknown>>) => readonly unknown[],
): Counts | undefined {
  const report = readReport(path);
  const [passed, failed] = isRecord(report) ? pick(report) : [];
  return isCount(passed) && isCount(failed) ? { passed, failed } : undefined;
}

function readReport(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // A runner that dies writes no report, or half of one.
    return undefined;
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
