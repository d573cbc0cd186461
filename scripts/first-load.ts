// Holds the build to its budgets, in bytes after gzip: the scripts of the page that are loaded before the
// first screen, and the workers that are read beside them. Fonts, styles and what is asked for later, such
// as the parts of a worker that a design has to want, are not counted.
// Run after `npm run build`.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { firstScripts, workerScripts } from './first-scripts.ts';

const budgets = { page: 250_000, workers: 235_000 } as const;
const largestShown = 5;

const read = (path: string) => readFileSync(`dist/${path}`, 'utf8');

/** Lists the largest and the sum; whether there are scripts, and they fit. */
function fits(what: keyof typeof budgets, paths: readonly string[]): boolean {
  const sizes = paths
    .map((path) => ({ path, bytes: gzipSync(read(path), { level: 9 }).length }))
    .toSorted((a, b) => b.bytes - a.bytes);
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { path, bytes } of sizes.slice(0, largestShown))
    console.log(`${count(bytes)}  ${path}`);
  console.log(
    `${count(total)}  in ${String(sizes.length)} scripts of the ${what}; the budget is ${budgets[what].toLocaleString('en')}`,
  );
  // A build without scripts would fit into every budget.
  return total > 0 && total <= budgets[what];
}

function count(bytes: number): string {
  return bytes.toLocaleString('en').padStart(9);
}

const page = firstScripts(read('index.html'));
const workers = [...new Set(page.flatMap((path) => workerScripts(read(path))))];
const isFitting = [fits('page', page), fits('workers', workers)];
process.exitCode = isFitting.every(Boolean) ? 0 : 1;
