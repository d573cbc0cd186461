// The design as text. Everything goes through keyboard and clipboard, as an author's would.
import { expect, type Locator, type Page } from '@playwright/test';

export class CodeTab {
  readonly page: Page;
  readonly editor: Locator;

  constructor(page: Page, name: 'Design as JSON' | 'Design as Oumi YAML' = 'Design as JSON') {
    this.page = page;
    this.editor = page.getByRole('textbox', { name });
  }

  async open(): Promise<void> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.page.getByRole('tab', { name: 'Code', exact: true }).click();
    await expect(this.editor).toBeVisible();
  }

  async read(): Promise<string> {
    await this.editor.focus();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.press('ControlOrMeta+c');
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Replaces everything by pasting. */
  async write(text: string): Promise<void> {
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.editor.focus();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.press('ControlOrMeta+v');
  }

  async edit(change: (text: string) => string): Promise<void> {
    await this.write(change(await this.read()));
  }
}
