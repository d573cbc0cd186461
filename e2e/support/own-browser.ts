// A browser of its own with a profile that outlives it, so that a test can kill it like a power user's
// task manager does: by signal, without a word to the page.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { findBrowser, launchOptions } from './browser.ts';

export class OwnBrowser {
  private readonly profile: string;
  private process: ChildProcess | undefined;
  private browser: Browser | undefined;

  private constructor(profile: string) {
    this.profile = profile;
  }

  static async create(): Promise<OwnBrowser> {
    return new OwnBrowser(await mkdtemp(join(tmpdir(), 'rowsmith-profile-')));
  }

  /** Starts the browser, if it is not running, and opens a page. */
  async open(address: string): Promise<Page> {
    this.browser ??= await this.start();
    const [context] = this.browser.contexts();
    if (context === undefined) throw new Error('The browser has no context.');
    const page = await context.newPage();
    await page.goto(address);
    return page;
  }

  /** SIGKILL for the browser and all its processes. */
  async kill(): Promise<void> {
    const { process: child } = this;
    this.process = undefined;
    this.browser = undefined;
    if (child?.pid === undefined) return;
    const exited = new Promise((resolve) => child.once('exit', resolve));
    process.kill(-child.pid, 'SIGKILL');
    await exited;
  }

  async dispose(): Promise<void> {
    await this.kill();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }

  private async start(): Promise<Browser> {
    const executable = findBrowser();
    if (executable === undefined) throw new Error('There is no browser.');
    const flags = [
      ...(launchOptions().args ?? []),
      '--headless=new',
      '--remote-debugging-port=0',
      '--no-default-browser-check',
      '--hide-crash-restore-bubble',
      '--window-size=1600,1000',
      `--user-data-dir=${this.profile}`,
      'about:blank',
    ];
    // A group of its own, so that one signal reaches all its processes.
    const child = spawn(executable, flags, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
    this.process = child;
    return chromium.connectOverCDP(await addressOf(child));
  }
}

/** The browser says on which port it listens. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.once('exit', () => {
      reject(new Error(`The browser ended at once.\n${text}`));
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(text);
      if (found?.[1] !== undefined) resolve(found[1]);
    });
  });
}
