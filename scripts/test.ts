// Runs every check of the repository and adds up what passed. `check` leaves out the browser.
// The last line is always "N passed, N failed": tests of both runners, and one for each other step.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { formatTable, totalOf, type StepResult } from './test-report.ts';
import { readPlaywrightCounts, readVitestCounts, type Counts } from './test-counts.ts';

interface Step {
  readonly name: string;
  readonly command: string;
  /** Reads the tests of a runner; a step without it counts as one test. */
  readonly readCounts?: () => Counts | undefined;
  /** The step that has to pass first. */
  readonly needs?: string;
}

const vitestReport = '.cache/vitest.json';
const playwrightReport = '.cache/playwright.json';

// Two lanes beside each other, one for each of two processors, that take about as long.
const checkLanes: readonly (readonly Step[])[] = [
  [
    { name: 'lint', command: 'npm run --silent lint' },
    { name: 'format', command: 'npm run --silent format:check' },
    { name: 'dead code', command: 'npm run --silent deadcode' },
  ],
  [
    { name: 'types', command: 'npm run --silent typecheck' },
    {
      name: 'unit',
      command: `npm run --silent test:unit -- --reporter=default --reporter=json --outputFile.json=${vitestReport}`,
      readCounts: () => readVitestCounts(vitestReport),
    },
  ],
];

const browserSteps: readonly Step[] = [
  { name: 'build', command: 'npm run --silent build' },
  { name: 'first load', command: 'npm run --silent first-load', needs: 'build' },
  {
    name: 'end to end',
    command: 'npm run --silent e2e',
    readCounts: () => readPlaywrightCounts(playwrightReport),
    needs: 'build',
  },
];

/** Runs a command; with `isHeld` its output is printed in one piece when it has ended. */
function exitCodeOf(command: string, isHeld: boolean): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, {
      shell: true,
      stdio: isHeld ? ['inherit', 'pipe', 'pipe'] : 'inherit',
    });
    const held: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => held.push(chunk));
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(held));
      resolve(code ?? 1);
    });
  });
}

async function runStep(step: Step, isHeld = false): Promise<StepResult> {
  console.log(`\n── ${step.name}: ${step.command}`);
  const startMs = performance.now();
  const exitCode = await exitCodeOf(step.command, isHeld);
  const seconds = (performance.now() - startMs) / 1000;
  const counts = step.readCounts
    ? step.readCounts()
    : { passed: exitCode === 0 ? 1 : 0, failed: 0 };
  // A runner may fail without a failed test: a file that does not load, a crash, no report.
  const isBroken = exitCode !== 0 || counts === undefined;
  const failed = Math.max(counts?.failed ?? 0, isBroken ? 1 : 0);
  return { name: step.name, passed: counts?.passed ?? 0, failed, seconds };
}

async function runLane(steps: readonly Step[]): Promise<readonly StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) results.push(await runStep(step, true));
  return results;
}

async function runSteps(steps: readonly Step[]): Promise<readonly StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) {
    const needed = results.find(({ name }) => name === step.needs);
    const isBlocked = needed !== undefined && needed.failed > 0;
    results.push(
      isBlocked
        ? {
            name: step.name,
            passed: 0,
            failed: 1,
            seconds: 0,
            note: `not run: ${needed.name} failed`,
          }
        : await runStep(step),
    );
  }
  return results;
}

mkdirSync('.cache', { recursive: true });
for (const report of [vitestReport, playwrightReport]) rmSync(report, { force: true });
const lanes = await Promise.all(checkLanes.map(runLane));
const results = [
  ...lanes.flat(),
  ...(process.argv[2] === 'check' ? [] : await runSteps(browserSteps)),
];
const total = totalOf(results);
console.log(`\n${formatTable(results)}\n\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
