// The dialog that connects a design to a model.
import { expect, type Locator, type Page } from '@playwright/test';

export interface ConnectionInput {
  readonly baseUrl: string;
  readonly key?: string;
  readonly model?: string;
  readonly concurrency?: number;
  /** Label of a provider; any address that speaks the OpenAI protocol by default. */
  readonly provider?: string;
}

export class ModelSettings {
  readonly page: Page;
  readonly dialog: Locator;
  readonly provider: Locator;
  readonly baseUrl: Locator;
  readonly key: Locator;
  readonly model: Locator;
  readonly concurrency: Locator;
  readonly testResult: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: 'Model settings' });
    this.provider = this.dialog.getByRole('combobox', { name: 'Provider' });
    this.baseUrl = this.dialog.getByRole('textbox', { name: 'Base URL' });
    this.key = this.dialog.getByRole('textbox', { name: 'API key' });
    this.model = this.dialog.getByRole('combobox', { name: 'Model', exact: true });
    this.concurrency = this.dialog.getByRole('spinbutton', { name: 'Concurrency' });
    this.testResult = this.dialog.getByRole('status', { name: 'Test result' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Model settings' }).click();
    await expect(this.dialog).toBeVisible();
  }

  async chooseProvider(label: string): Promise<void> {
    await this.provider.click();
    await this.page.getByRole('option', { name: label }).click();
  }

  async fill(input: ConnectionInput): Promise<void> {
    await this.chooseProvider(input.provider ?? 'Any OpenAI-compatible URL');
    await this.baseUrl.fill(input.baseUrl);
    if (input.key !== undefined) await this.key.fill(input.key);
    await this.model.fill(input.model ?? 'stand-in-small');
    // Closes the list of suggestions, not the dialog.
    await this.model.press('Tab');
    if (input.concurrency !== undefined) await this.concurrency.fill(String(input.concurrency));
  }

  async test(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Test connection' }).click();
  }

  async save(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(this.dialog).toBeHidden();
  }

  /** From the workbench to a saved connection. */
  async connect(input: ConnectionInput): Promise<void> {
    await this.open();
    await this.fill(input);
    await this.save();
  }
}
