import type { Page } from '@playwright/test';
import { CellDrawer } from './pages/cell-drawer.ts';
import type { Workbench } from './pages/workbench.ts';
import { hashOf, shopDesign } from './support/designs.ts';
import { scan } from './support/scan.ts';
import { expect, test } from './support/test.ts';

interface Place {
  readonly name: string;
  /** What has changed on screen since the last scan. */
  readonly root: string;
  readonly show: (workbench: Workbench) => Promise<void>;
}

const dialogOf = (button: string): Place => ({
  name: `the dialog of ${button}`,
  root: '[role=dialog]',
  show: async (workbench) => {
    await workbench.button(button).click();
    await expect(workbench.page.getByRole('dialog')).toBeVisible();
  },
});

const places: readonly Place[] = [
  {
    name: 'charts',
    root: 'main',
    show: async (workbench) => {
      await workbench.showTab('Charts');
      await expect(workbench.data.getByRole('group', { name: /Price grows/ })).toBeVisible();
    },
  },
  {
    name: 'requests',
    root: 'main',
    show: async (workbench) => {
      await workbench.showTab('Requests');
      await expect(workbench.data.getByRole('table')).toBeVisible();
    },
  },
  {
    name: 'quality',
    root: 'main',
    show: async (workbench) => {
      await workbench.showTab('Quality');
      await expect(workbench.page.getByRole('tabpanel', { name: 'quality' })).toBeVisible();
    },
  },
  {
    name: 'an open column',
    root: '[aria-label=Design]',
    show: async (workbench) => {
      await expect(await workbench.openColumn('brand')).toBeVisible();
    },
  },
  {
    name: 'the code tab',
    root: '[aria-label=Design]',
    show: async ({ page }) => {
      await page.getByRole('tab', { name: 'Code', exact: true }).click();
      await expect(page.getByRole('textbox', { name: 'Design as JSON' })).toBeVisible();
    },
  },
];
const fromMenu = (button: string, entry: string): Place => ({
  name: `the dialog of ${entry}`,
  root: '[role=dialog]',
  show: async (workbench) => {
    await workbench.button(button).click();
    await workbench.page.getByRole('menuitem', { name: entry, exact: true }).click();
    await expect(workbench.page.getByRole('dialog')).toBeVisible();
  },
});

const byCommand = (command: string): Place => ({
  name: `the dialog of ${command}`,
  root: '[role=dialog]',
  show: async (workbench) => {
    await workbench.button('Commands').click();
    const field = workbench.page.getByRole('combobox', { name: 'Find a command or a column' });
    await field.fill(command);
    await field.press('Enter');
    await expect(workbench.page.getByRole('dialog', { name: 'Commands' })).toBeHidden();
    await expect(workbench.page.getByRole('dialog')).toBeVisible();
  },
});

const byButton = [
  ...['Model settings', 'Import', 'Share', 'Export', 'New design', 'Commands'].map(dialogOf),
  ...['Spending cap', 'Filter', 'Columns'].map(dialogOf),
];
const byMenu = [
  fromMenu('Designs', 'History'),
  fromMenu('More', 'Save as Oumi YAML'),
  fromMenu('More', 'Save as Data Designer config'),
  fromMenu('More', 'Keyboard shortcuts'),
  byCommand('Storage'),
  byCommand('Edit by instruction'),
];

/** What is found in both themes: in the dark one colours alone are measured again. */
async function scanThemes(page: Page, root?: string): Promise<readonly string[]> {
  const light = await scan(page, 'light', root);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const dark = await scan(page, 'dark', root);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  return [...light, ...dark.map((found) => `dark: ${found}`)];
}

test('the first visit and its panes pass the scan in both themes', async ({ workbench, page }) => {
  // A scan takes as long as a page does; there are a dozen of them.
  test.setTimeout(240_000);
  await workbench.openSample();
  expect.soft(await scanThemes(page), 'first visit').toEqual([]);
  for (const { name, root, show } of places) {
    await show(workbench);
    expect.soft(await scanThemes(page, root), name).toEqual([]);
  }
});

async function scanDialogs(workbench: Workbench, dialogs: readonly Place[]): Promise<void> {
  test.setTimeout(240_000);
  const { page } = workbench;
  await workbench.openLink(await hashOf(shopDesign({ rows: 10 })));
  for (const { name, root, show } of dialogs) {
    await show(workbench);
    expect.soft(await scanThemes(page, root), name).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
}

test('every dialog of a button passes the scan in both themes', async ({ workbench }) => {
  await scanDialogs(workbench, byButton);
});

test('every dialog of a menu, the drawer and the tools of the grid pass it as well', async ({
  workbench,
  page,
}) => {
  await scanDialogs(workbench, byMenu);
  await workbench.button('Generate').click();
  await workbench.expectFinished(10, 10);
  const [title = ''] = await workbench.column('title', 1);
  await workbench.grid.getByRole('gridcell', { name: title, exact: true }).first().click();
  await page.keyboard.press('e');
  await page.keyboard.press('Space');
  const drawer = new CellDrawer(page);
  for (const tab of ['Value', 'Prompt', 'Raw', 'Attributes'] as const) {
    await drawer.showTab(tab);
    expect.soft(await scanThemes(page, '[aria-label=Cell]'), tab).toEqual([]);
  }
  await page.getByRole('searchbox', { name: 'Search rows' }).fill('lamp');
  await expect(page.getByRole('status', { name: 'Rows shown' })).toBeVisible();
  expect(await scanThemes(page, 'main')).toEqual([]);
});

/** Controls that lie outside of the screen where nothing scrolls to them, and whether the page is wider than it. */
function cutControls(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isScrolled = (element: Element): boolean => {
      for (let at = element.parentElement; at !== null; at = at.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(at);
        const [x, y] = [at.scrollWidth > at.clientWidth, at.scrollHeight > at.clientHeight];
        if ((x && /auto|scroll/.test(overflowX)) || (y && /auto|scroll/.test(overflowY)))
          return true;
      }
      return false;
    };
    const cut = [...document.querySelectorAll('button, input, textarea, a, [role=tab]')].filter(
      (control) => {
        const { left, right, top, bottom, width } = control.getBoundingClientRect();
        const isOut = right > innerWidth + 1 || bottom > innerHeight + 1 || left < -1 || top < -1;
        const isShown = width > 1 && control.closest('[aria-hidden=true], [inert]') === null;
        return isShown && isOut && !isScrolled(control);
      },
    );
    const names = cut.map((one) => one.getAttribute('aria-label') ?? one.textContent);
    return document.documentElement.scrollWidth > innerWidth ? ['the page', ...names] : names;
  });
}

test.describe('at 200 % zoom', () => {
  // What a window of 1440 × 900 has left.
  test.use({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 });

  test('nothing is cut, all actions are reached, and without motion nothing moves', async ({
    workbench,
    page,
  }) => {
    await workbench.openLink(await hashOf(shopDesign({ rows: 10 })));
    const bar = page.getByRole('navigation', { name: 'Places' });
    for (const place of ['Charts', 'Quality', 'Requests', 'Design', 'Rows']) {
      await bar.getByRole('button', { name: place }).click();
      expect.soft(await cutControls(page), place).toEqual([]);
    }
    for (const name of ['Preview', 'Generate', 'Share', 'Export', 'Filter'])
      await expect(workbench.button(name)).toBeInViewport({ ratio: 1 });
    await workbench.button('More').click();
    for (const name of ['Undo', 'Redo', 'Import', 'Model settings', 'New design', 'Commands'])
      await expect(page.getByRole('menuitem', { name, exact: true })).toBeVisible();
    await page.keyboard.press('Escape');

    for (const [opener, act] of [
      ['Share', 'Copy link'],
      ['Export', 'Download'],
    ] as const) {
      await workbench.button(opener).click();
      const dialog = workbench.dialog(opener);
      await expect(dialog.getByRole('button', { name: act })).toBeInViewport({ ratio: 1 });
      expect.soft(await cutControls(page), opener).toEqual([]);
      // The reader of this page asked for less motion.
      const durations = await page.evaluate(() =>
        document.getAnimations().map(({ effect }) => effect?.getComputedTiming().duration),
      );
      expect(durations.filter((duration) => Number(duration) > 1)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
  });
});
