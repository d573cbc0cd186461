// The Share dialog: the link of the open design.
import { expect, type Locator, type Page } from '@playwright/test';

export class ShareDialog {
  readonly page: Page;
  readonly dialog: Locator;
  readonly link: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: 'Share' });
    this.link = this.dialog.getByRole('textbox', { name: 'Link' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Share', exact: true }).click();
    await expect(this.dialog).toBeVisible();
  }

  async readLink(): Promise<string> {
    await expect(this.link).toHaveValue(/#d=1\./);
    return this.link.inputValue();
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.dialog).toBeHidden();
  }
}
