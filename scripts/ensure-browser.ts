// Makes sure the end-to-end tests have a browser, installing one if there is none.
import { spawnSync } from 'node:child_process';
import { findBrowser } from '../e2e/support/browser.ts';

const installTimeoutMs = 10 * 60_000;

const advice = `No browser found, and none could be installed. Do one of these, then run the tests again:
  - install Chrome or Chromium (Debian: apt-get install chromium)
  - npx playwright install chromium
  - set ROWSMITH_BROWSER to the path of a Chromium-based browser`;

function run(command: string): boolean {
  console.log(`No browser yet: ${command}`);
  const { status } = spawnSync(command, {
    shell: true,
    stdio: 'inherit',
    timeout: installTimeoutMs,
  });
  return status === 0;
}

function installFromDebian(): void {
  const isRoot = process.getuid?.() === 0;
  const hasApt = spawnSync('apt-get', ['--version']).status === 0;
  if (!isRoot || !hasApt) return;
  // One dead package source fails the update, yet the browser may still be there.
  run('apt-get update');
  const install = 'DEBIAN_FRONTEND=noninteractive apt-get install -y';
  if (!run(`${install} chromium-headless-shell`)) run(`${install} chromium`);
}

function ensureBrowser(): string | undefined {
  const found = findBrowser();
  if (found !== undefined) return found;
  run('npx playwright install chromium');
  const downloaded = findBrowser();
  if (downloaded !== undefined) return downloaded;
  installFromDebian();
  return findBrowser();
}

const browser = ensureBrowser();
if (browser === undefined) {
  console.error(advice);
  process.exitCode = 1;
} else {
  console.log(`Browser: ${browser}`);
}
