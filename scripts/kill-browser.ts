// Cuts runs in a real browser over and over and prints the account: `npx tsx scripts/kill-browser.ts
// --kind kill --cuts 100 --runs 3`. Kinds: kill (SIGKILL of the browser), mixed (also crash, reload,
// close). Needs a build. Ends with 1 when a row was lost or too much was asked for twice.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import { createRandom } from '../src/core/base/random.ts';
import { cutRun, type Cut, type CutRunAccount } from '../e2e/support/cut-runs.ts';
import { OwnBrowser } from '../e2e/support/own-browser.ts';
import { ScriptedProvider } from '../e2e/support/scripted-provider.ts';

const { values } = parseArgs({
  options: {
    kind: { type: 'string', default: 'kill' },
    cuts: { type: 'string', default: '100' },
    runs: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
  },
});

const concurrency = 4;
const kinds: readonly Cut[] =
  values.kind === 'mixed' ? ['kill', 'crash', 'reload', 'close'] : ['kill'];

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}

async function servePages(): Promise<{ readonly address: string; readonly stop: () => void }> {
  const port = await freePort();
  const vite = ['node_modules/vite/bin/vite.js', 'preview', '--port', String(port), '--strictPort'];
  const child = spawn(process.execPath, vite, { stdio: 'ignore' });
  const address = `http://localhost:${port}/`;
  for (;;)
    try {
      await fetch(address);
      return { address, stop: () => child.kill() };
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
}

async function runOnce(address: string, run: number, cuts: number): Promise<CutRunAccount> {
  const random = createRandom(Number(values.seed), `run ${run}`);
  const provider = await ScriptedProvider.start();
  provider.behave({ kind: 'drip', delayMs: 150 });
  const browser = await OwnBrowser.create();
  try {
    return await cutRun({
      browser,
      provider,
      address,
      // More than can come between the cuts, so that all of them are made.
      rows: cuts * 160 + 100,
      concurrency,
      cuts: Array.from({ length: cuts }, (_, index) => ({
        kind: kinds[random.below(kinds.length, index, 0)] ?? 'kill',
        afterMs: 100 + random.below(500, index, 1),
      })),
      log: (line) => {
        console.log(line);
      },
    });
  } finally {
    await browser.dispose();
    await provider.stop();
  }
}

const pages = await servePages();
const accounts: CutRunAccount[] = [];
try {
  const runs = Number(values.runs);
  for (let run = 0; run < runs; run += 1) {
    const cuts =
      Math.ceil((Number(values.cuts) * (run + 1)) / runs) -
      Math.ceil((Number(values.cuts) * run) / runs);
    accounts.push(await runOnce(pages.address, run, cuts));
  }
} finally {
  pages.stop();
}
console.table(accounts);
const made = accounts.reduce((sum, { cuts }) => sum + cuts, 0);
const isSound =
  made >= Number(values.cuts) &&
  accounts.every(
    ({ lostRows, repeatedRequests, inFlight }) => lostRows === 0 && repeatedRequests <= inFlight,
  );
process.exit(isSound ? 0 : 1);
