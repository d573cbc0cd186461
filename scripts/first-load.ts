// Holds the build to its budget: what is loaded before the first screen, in bytes after gzip.
// Run after `npm run build`. Workers and fonts come beside it and are not counted.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { firstScripts } from './first-scripts.ts';

const budgetBytes = 250_000;
const largestShown = 5;

const sizes = firstScripts(readFileSync('dist/index.html', 'utf8'))
  .map((path) => ({ path, bytes: gzipSync(readFileSync(`dist/${path}`), { level: 9 }).length }))
  .toSorted((a, b) => b.bytes - a.bytes);
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);

for (const { path, bytes } of sizes.slice(0, largestShown))
  console.log(`${bytes.toLocaleString('en').padStart(9)}  ${path}`);
console.log(
  `${total.toLocaleString('en').padStart(9)}  in ${String(sizes.length)} scripts; the budget is ${budgetBytes.toLocaleString('en')}`,
);
// A build without scripts would fit into every budget.
process.exitCode = total > 0 && total <= budgetBytes ? 0 : 1;
