import type { Counts } from './test-counts.ts';

export interface StepResult extends Counts {
  readonly name: string;
  readonly seconds: number;
  readonly note?: string;
}

export function totalOf(results: readonly Counts[]): Counts {
  return {
    passed: results.reduce((sum, { passed }) => sum + passed, 0),
    failed: results.reduce((sum, { failed }) => sum + failed, 0),
  };
}

/** One line per step: name, tests, seconds. */
export function formatTable(results: readonly StepResult[]): string {
  const lines = results.map((result) => [
    result.failed === 0 ? 'ok' : 'FAILED',
    result.name,
    String(result.passed),
    String(result.failed),
    `${result.seconds.toFixed(1)} s`,
    result.note ?? '',
  ]);
  const table = [['', 'step', 'passed', 'failed', 'time', ''], ...lines];
  return table
    .map(([state = '', name = '', passed = '', failed = '', time = '', note = '']) =>
      [
        state.padEnd(6),
        name.padEnd(11),
        passed.padStart(6),
        failed.padStart(6),
        time.padStart(8),
        note,
      ]
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
