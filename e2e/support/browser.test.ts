import { describe, expect, it } from 'vitest';
import { findBrowser, launchOptions, type BrowserHost } from './browser.ts';

function machineWith(files: readonly string[], env: BrowserHost['env'] = {}): BrowserHost {
  return {
    env: { PATH: '/usr/local/bin:/usr/bin', ...env },
    exists: (path) => files.includes(path),
    playwrightPath: '/home/me/.cache/playwright/chrome',
  };
}

describe('findBrowser', () => {
  it('takes the browser that ROWSMITH_BROWSER names before any other', () => {
    const host = machineWith(['/mine/chrome', '/usr/bin/chromium'], {
      ROWSMITH_BROWSER: '/mine/chrome',
    });
    expect(findBrowser(host)).toBe('/mine/chrome');
  });

  it('refuses a named browser that does not exist, rather than taking another', () => {
    const host = machineWith(['/usr/bin/chromium'], { ROWSMITH_BROWSER: '/mine/chrome' });
    expect(() => findBrowser(host)).toThrow('ROWSMITH_BROWSER names /mine/chrome');
  });

  it('finds a browser on the path', () => {
    expect(findBrowser(machineWith(['/usr/local/bin/chromium-browser']))).toBe(
      '/usr/local/bin/chromium-browser',
    );
  });

  it('finds /usr/bin/chromium even when the path does not name its folder', () => {
    expect(findBrowser(machineWith(['/usr/bin/chromium'], { PATH: '' }))).toBe('/usr/bin/chromium');
  });

  it('takes the shell without windows where there is one', () => {
    const host = machineWith(['/usr/bin/chromium', '/usr/bin/chromium-headless-shell']);
    expect(findBrowser(host)).toBe('/usr/bin/chromium-headless-shell');
  });

  it("prefers an installed browser to Playwright's own", () => {
    const host = machineWith(['/home/me/.cache/playwright/chrome', '/usr/bin/chromium']);
    expect(findBrowser(host)).toBe('/usr/bin/chromium');
  });

  it("falls back to Playwright's own", () => {
    const host = machineWith(['/home/me/.cache/playwright/chrome']);
    expect(findBrowser(host)).toBe('/home/me/.cache/playwright/chrome');
  });

  it('finds nothing on a machine without a browser', () => {
    expect(findBrowser(machineWith([]))).toBeUndefined();
  });
});

describe('launchOptions', () => {
  it('gives up the sandbox only for root', () => {
    expect(launchOptions(true).args).toContain('--no-sandbox');
    expect(launchOptions(false).args).not.toContain('--no-sandbox');
  });
});
