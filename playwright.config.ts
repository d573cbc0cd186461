import { execFileSync } from 'node:child_process';
import { defineConfig, devices } from '@playwright/test';
import { launchOptions } from './e2e/support/browser.ts';

// Playwright reads this file once per process; the environment hands the port on to its workers.
const port = (process.env.ROWSMITH_E2E_PORT ??= freePort());
const baseURL = `http://localhost:${port}`;

function freePort(): string {
  const script =
    "const s = require('net').createServer().listen(0, () => { console.log(s.address().port); s.close(); })";
  return execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).trim();
}

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  workers: 2,
  retries: 0,
  // Limits for a slow machine. A journey that passes takes a few seconds.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: '.cache/playwright.json' }]],
  // A trace costs a third of the time of every page: ask for one with `--trace on`.
  use: {
    baseURL,
    screenshot: 'only-on-failure',
    contextOptions: { reducedMotion: 'reduce' },
  },
  projects: [
    {
      name: 'chromium',
      use: { ...devices['Desktop Chrome'], launchOptions: launchOptions() },
    },
  ],
  // The build as users get it, with its security headers. `npm run build` comes first.
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --port ${port} --strictPort`,
    url: baseURL,
    timeout: 30_000,
  },
});
