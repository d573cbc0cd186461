// The Import dialog, and files dropped on the window.
import { expect, type Locator, type Page } from '@playwright/test';

export interface TextFile {
  readonly name: string;
  readonly text: string;
}

export class ImportDialog {
  readonly page: Page;
  readonly dialog: Locator;
  readonly files: Locator;
  readonly pasted: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: 'Import' });
    this.files = this.dialog.getByLabel('Files');
    this.pasted = this.dialog.getByRole('textbox', {
      name: 'Or paste rows, a schema, a design or a link',
    });
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(this.dialog).toBeVisible();
  }

  async chooseFiles(...files: readonly TextFile[]): Promise<void> {
    await this.open();
    await this.files.setInputFiles(
      files.map(({ name, text }) => ({
        name,
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      })),
    );
  }

  async paste(text: string): Promise<void> {
    await this.open();
    await this.pasted.fill(text);
    await this.dialog.getByRole('button', { name: 'Open', exact: true }).click();
  }

  /** Drops files on the middle of the window, the dialog being closed. */
  async drop(...files: readonly TextFile[]): Promise<void> {
    const transfer = await this.page.evaluateHandle((list) => {
      const data = new DataTransfer();
      for (const { name, text } of list) data.items.add(new File([text], name));
      return data;
    }, files);
    const target = this.page.getByRole('main', { name: 'Data' });
    await target.dispatchEvent('dragover', { dataTransfer: transfer });
    await target.dispatchEvent('drop', { dataTransfer: transfer });
  }
}
