// The screen as a user knows it: top bar, design pane, data pane. Dialogs have page objects of their own.
import { expect, type Download, type Locator, type Page } from '@playwright/test';

export type DataTab = 'Rows' | 'Charts' | 'Quality' | 'Requests';

export type ShownRow = Readonly<Record<string, string>>;

/** Cells that a model has not filled yet. */
const openCells = ['empty', 'waiting', 'streaming'].map((kind) => `[data-kind=${kind}]`).join(', ');

export class Workbench {
  readonly page: Page;
  readonly topBar: Locator;
  readonly design: Locator;
  readonly data: Locator;
  readonly grid: Locator;
  readonly runStatus: Locator;
  readonly rowCount: Locator;
  readonly notices: Locator;
  readonly problems: Locator;

  constructor(page: Page) {
    this.page = page;
    this.topBar = page.getByRole('banner');
    this.design = page.getByRole('complementary', { name: 'Design' });
    this.data = page.getByRole('main', { name: 'Data' });
    this.grid = page.getByRole('grid', { name: 'Rows' });
    this.runStatus = page.getByRole('status', { name: 'Run status' });
    this.rowCount = page.getByRole('spinbutton', { name: 'Rows', exact: true });
    this.notices = page.getByRole('status', { name: 'Notices' });
    this.problems = page.getByRole('contentinfo', { name: 'Problems' });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name });
  }

  /** Opens the page as a stranger does and waits for the sample with all its rows. */
  async openSample(): Promise<void> {
    await this.page.goto('/');
    await this.expectFinished(200, 200);
  }

  /** Opens a share link, which needs no sample first, and waits for its drawn rows. */
  async openLink(hash: string): Promise<void> {
    await this.page.goto(`/${hash}`);
    await expect(this.grid.getByRole('gridcell').first()).toBeVisible();
  }

  /** Counted, and where all rows are finished also drawn: the grid follows the count within a moment. */
  async expectFinished(finished: number, total: number): Promise<void> {
    await expect(this.runStatus).toContainText(`${finished} of ${total} rows`, { timeout: 45_000 });
    if (finished === total) await expect(this.grid.locator(openCells)).toHaveCount(0);
  }

  async showTab(tab: DataTab): Promise<void> {
    await this.page.getByRole('tab', { name: tab, exact: true }).click();
  }

  async showForm(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Form', exact: true }).click();
  }

  async setRows(count: number): Promise<void> {
    await this.rowCount.fill(String(count));
  }

  /** Rows of the grid that are on screen, top to bottom, by column name; the gutter is `#`. */
  shownRows(): Promise<readonly ShownRow[]> {
    return this.grid.evaluate((grid) => {
      const text = (element: Element) => {
        const copy = element.cloneNode(true) as Element;
        for (const picture of copy.querySelectorAll('[aria-hidden=true]')) picture.remove();
        return copy.textContent.trim();
      };
      const place = (element: Element) => Number(element.getAttribute('aria-colindex'));
      const names = new Map<number, string>();
      // The row of names comes after the row of origins and wins.
      for (const head of grid.querySelectorAll('[role=columnheader]'))
        if ((head.getAttribute('aria-colspan') ?? '1') === '1' || !names.has(place(head)))
          names.set(place(head), place(head) === 1 ? '#' : text(head));
      return [...grid.querySelectorAll('[role=row]')]
        .filter((row) => row.querySelector('[role=gridcell]') !== null)
        .map((row) =>
          Object.fromEntries(
            [...row.querySelectorAll('[role=gridcell]')].map((cell) => [
              names.get(place(cell)) ?? '',
              text(cell),
            ]),
          ),
        )
        .toSorted((one, other) => Number(one['#']) - Number(other['#']));
    });
  }

  /** The first cells of a column. */
  async column(name: string, count = 10): Promise<readonly string[]> {
    const rows = await this.shownRows();
    return rows.slice(0, count).map((row) => row[name] ?? '');
  }

  /** The header of a column's line in the design pane. */
  columnLine(name: string): Locator {
    return this.design.getByRole('button', { name, exact: true });
  }

  async openColumn(name: string): Promise<Locator> {
    await this.columnLine(name).click();
    return this.design.getByRole('group', { name, exact: true });
  }

  async download(act: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), act()]);
    return { name: download.suggestedFilename(), bytes: await bytesOf(download) };
  }
}

async function bytesOf(download: Download): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
