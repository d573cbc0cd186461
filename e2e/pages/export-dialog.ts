// The Export dialog, and the file it hands over.
import { expect, type Locator, type Page } from '@playwright/test';
import { Workbench } from './workbench.ts';

export class ExportDialog {
  readonly page: Page;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: 'Export' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Export', exact: true }).click();
    await expect(this.dialog).toBeVisible();
  }

  async chooseFormat(label: 'CSV' | 'JSONL' | 'XML'): Promise<void> {
    await this.dialog.getByRole('combobox', { name: 'Format' }).click();
    await this.page.getByRole('option', { name: label }).click();
  }

  async chooseRows(label: 'Finished' | 'All'): Promise<void> {
    await this.dialog.getByRole('combobox', { name: 'Which rows' }).click();
    await this.page.getByRole('option', { name: label }).click();
  }

  option(label: string): Locator {
    return this.dialog.getByRole('checkbox', { name: label });
  }

  async download(): Promise<{ name: string; text: string }> {
    const file = await new Workbench(this.page).download(() =>
      this.dialog.getByRole('button', { name: 'Download' }).click(),
    );
    await expect(this.dialog).toBeHidden();
    return { name: file.name, text: file.bytes.toString('utf8') };
  }

  /** The rows of a JSONL file, as objects. */
  async downloadRows(): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const { text } = await this.download();
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  }

  /** All finished rows as objects, by way of a JSONL file. */
  async readRows(): Promise<readonly Readonly<Record<string, unknown>>[]> {
    await this.open();
    await this.chooseFormat('JSONL');
    return this.downloadRows();
  }
}
