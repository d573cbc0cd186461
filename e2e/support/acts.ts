// Counts what a person does to get somewhere: presses of a pointer, and keys that are not typing.
// Text that is typed or pasted into a field costs nothing, and neither does moving the mouse.
import type { Page } from '@playwright/test';

declare global {
  interface Window {
    rowsmithActs?: number;
  }
}

function watchActs(): void {
  window.rowsmithActs = 0;
  const count = (): void => {
    window.rowsmithActs = (window.rowsmithActs ?? 0) + 1;
  };
  const modifiers = new Set(['Shift', 'Control', 'Alt', 'Meta']);
  window.addEventListener('pointerdown', count, true);
  window.addEventListener(
    'keydown',
    (event) => {
      if (modifiers.has(event.key)) return;
      const isTyping =
        event.target instanceof Element &&
        event.target.closest('input, textarea, [contenteditable=true], .monaco-editor') !== null &&
        (event.key.length === 1 || event.key === 'Backspace') &&
        !event.ctrlKey &&
        !event.metaKey;
      if (!isTyping) count();
    },
    true,
  );
}

export class Acts {
  private readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** Before the page is opened. */
  static async watch(page: Page): Promise<Acts> {
    await page.addInitScript(watchActs);
    return new Acts(page);
  }

  async begin(): Promise<void> {
    await this.page.evaluate(() => {
      window.rowsmithActs = 0;
    });
  }

  /** Since the page was opened, or since `begin`. */
  async count(): Promise<number> {
    return this.page.evaluate(() => window.rowsmithActs ?? 0);
  }
}
