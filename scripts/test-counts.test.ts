import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPlaywrightCounts, readVitestCounts } from './test-counts.ts';
import { formatTable, totalOf } from './test-report.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rowsmith-counts-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function reportOf(text: string): string {
  const path = join(folder, 'report.json');
  writeFileSync(path, text);
  return path;
}

describe('readVitestCounts', () => {
  it('reads passed and failed tests', () => {
    const path = reportOf('{ "numPassedTests": 12, "numFailedTests": 3, "numPendingTests": 1 }');
    expect(readVitestCounts(path)).toEqual({ passed: 12, failed: 3 });
  });

  it.each(['', '{ "numPassedTests": 12', '{}', 'null'])('has no counts in "%s"', (text) => {
    expect(readVitestCounts(reportOf(text))).toBeUndefined();
  });

  it('has no counts without a report', () => {
    expect(readVitestCounts(join(folder, 'missing.json'))).toBeUndefined();
  });
});

describe('readPlaywrightCounts', () => {
  it('counts a flaky test as failed', () => {
    const path = reportOf(
      '{ "stats": { "expected": 7, "unexpected": 1, "flaky": 2, "skipped": 4 } }',
    );
    expect(readPlaywrightCounts(path)).toEqual({ passed: 7, failed: 3 });
  });

  it('has no counts without statistics', () => {
    expect(readPlaywrightCounts(reportOf('{ "stats": {} }'))).toBeUndefined();
    expect(readPlaywrightCounts(reportOf('{}'))).toBeUndefined();
  });
});

describe('the report', () => {
  const results = [
    { name: 'types', passed: 1, failed: 0, seconds: 4.21 },
    { name: 'unit', passed: 40, failed: 2, seconds: 12 },
    { name: 'end to end', passed: 0, failed: 1, seconds: 0, note: 'not run: build failed' },
  ];

  it('adds up all steps', () => {
    expect(totalOf(results)).toEqual({ passed: 41, failed: 3 });
  });

  it('gives each step a line', () => {
    expect(formatTable(results)).toMatchInlineSnapshot(`
      "        step         passed  failed      time
      ok      types             1       0     4.2 s
      FAILED  unit             40       2    12.0 s
      FAILED  end to end        0       1     0.0 s  not run: build failed"
    `);
  });
});
