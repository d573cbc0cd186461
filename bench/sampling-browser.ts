// The same three sides as in `sampling.ts` in a worker of the browser: a million rows of ten columns, the
// same as objects of Faker, and the random numbers alone. Read the ratios, medians of those of each turn.
// Run: npx tsx bench/sampling-browser.ts [rows]
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { launchOptions } from '../e2e/support/browser.ts';
import { median } from './support/median.ts';
import type { SamplingTurn } from './support/sampling-worker.ts';

const rowCount = Number(process.argv[2] ?? 1_000_000);
const turns = 5;

/** The worker as one script. */
async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('support/sampling-worker.ts', import.meta.url));
  const built = await build({
    logLevel: 'silent',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'sampling' } },
  });
  const [output] = [built].flat();
  if (output === undefined || !('output' in output)) throw new Error('Nothing was built.');
  return output.output[0].code;
}

const browser = await chromium.launch(launchOptions());
const page = await browser.newPage();
const script = await bundle();
const all = await page.evaluate(
  ({ script, rowCount, turns }) => {
    const worker = new Worker(URL.createObjectURL(new Blob([script])));
    worker.postMessage({ rowCount, turns });
    return new Promise<readonly SamplingTurn[]>((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data as readonly SamplingTurn[]);
      worker.onerror = ({ message }) => reject(new Error(message));
    });
  },
  { script, rowCount, turns },
);
await browser.close();

const ratio = (of: (turn: SamplingTurn) => number): number =>
  Number(median(all.map(of)).toFixed(1));
console.log(`${rowCount.toLocaleString('en')} rows, median of ${turns} turns in a browser`);
console.table({
  'ten columns, ms': ratio(({ ours }) => ours),
  'Faker objects, ms': ratio(({ faker }) => faker),
  'times Faker': ratio(({ ours, faker }) => faker / ours),
  'cost in random numbers': ratio(({ ours, random }) => ours / random),
});
