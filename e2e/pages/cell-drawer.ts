// The drawer beside the grid: one cell in full.
import { expect, type Locator, type Page } from '@playwright/test';

export class CellDrawer {
  readonly page: Page;
  readonly drawer: Locator;
  readonly row: Locator;

  constructor(page: Page) {
    this.page = page;
    this.drawer = page.getByRole('complementary', { name: 'Cell', exact: true });
    this.row = this.drawer.getByRole('status', { name: 'Row shown' });
  }

  button(name: string): Locator {
    return this.drawer.getByRole('button', { name, exact: true });
  }

  async showTab(tab: 'Value' | 'Prompt' | 'Raw' | 'Attributes'): Promise<void> {
    await this.drawer.getByRole('tab', { name: tab, exact: true }).click();
    await expect(this.drawer.getByRole('tabpanel', { name: tab })).toBeVisible();
  }
}
