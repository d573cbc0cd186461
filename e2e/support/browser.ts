// Finds the browser of the end-to-end tests. The order is: the one somebody named, one that is
// installed, Playwright's own. Nothing is downloaded here; scripts/ensure-browser.ts does that.
// A shell without windows runs the same pages in four fifths of the time, so it comes first.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type LaunchOptions } from '@playwright/test';

/** What the finder looks at, so that a test can describe another machine. */
export interface BrowserHost {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
  /** Where Playwright's own Chromium is, or would be after an install. */
  readonly playwrightPath: string;
}

const commands = [
  'chromium-headless-shell',
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'chrome.exe',
];

const usualPlaces = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

// An installed Chromium loads a hidden page for its address bar with every window, which costs as
// much as a page of ours. The switch replaces the list that Playwright passes, so the features that
// Playwright turns off for the sake of journeys stand here too.
const unwantedFeatures = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'PreloadTopChromeWebUI',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

const quietFlags = [
  `--disable-features=${unwantedFeatures.join(',')}`,
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The shell fits letters to pixels otherwise, and full stops between digits are lost in pictures.
  '--font-render-hinting=none',
];

function thisMachine(): BrowserHost {
  return { env: process.env, exists: existsSync, playwrightPath: chromium.executablePath() };
}

/** The path of a browser, or undefined. Throws if ROWSMITH_BROWSER names a file that is missing. */
export function findBrowser(host: BrowserHost = thisMachine()): string | undefined {
  const named = host.env.ROWSMITH_BROWSER;
  if (named) {
    if (host.exists(named)) return named;
    throw new Error(`ROWSMITH_BROWSER names ${named}, which does not exist.`);
  }
  const folders = (host.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...usualPlaces, host.playwrightPath].find(host.exists);
}

/** How Playwright starts the browser. Chromium refuses its sandbox to root. */
export function launchOptions(isRoot: boolean = process.getuid?.() === 0): LaunchOptions {
  const executablePath = findBrowser();
  return {
    args: isRoot ? ['--no-sandbox', ...quietFlags] : quietFlags,
    ...(executablePath === undefined ? {} : { executablePath }),
  };
}
