import { CellDrawer } from './pages/cell-drawer.ts';
import type { Workbench } from './pages/workbench.ts';
import { hashOf, shopDesign } from './support/designs.ts';
import { scan, type Scheme } from './support/scan.ts';
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
const dialogs = ['Model settings', 'Import', 'Share', 'Export', 'New design', 'Commands'].map(
  dialogOf,
);

for (const colorScheme of ['light', 'dark'] as const satisfies readonly Scheme[]) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('the first visit and its panes pass the scan', async ({ workbench, page }) => {
      await workbench.openSample();
      expect.soft(await scan(page, colorScheme), 'first visit').toEqual([]);
      for (const { name, root, show } of places) {
        await show(workbench);
        expect.soft(await scan(page, colorScheme, root), name).toEqual([]);
      }
    });

    test('every dialog, the drawer and the tools of the grid pass the scan', async ({
      workbench,
      page,
    }) => {
      await workbench.openLink(await hashOf(shopDesign({ rows: 10 })));
      for (const { name, root, show } of dialogs) {
        await show(workbench);
        expect.soft(await scan(page, colorScheme, root), name).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toBeHidden();
      }

      await workbench.button('Generate').click();
      await workbench.expectFinished(10, 10);
      const [title = ''] = await workbench.column('title', 1);
      await workbench.grid.getByRole('gridcell', { name: title, exact: true }).first().click();
      await page.keyboard.press('e');
      await page.keyboard.press('Space');
      const drawer = new CellDrawer(page);
      for (const tab of ['Value', 'Prompt', 'Raw', 'Attributes'] as const) {
        await drawer.showTab(tab);
        expect.soft(await scan(page, colorScheme, '[aria-label=Cell]'), tab).toEqual([]);
      }
      await page.getByRole('searchbox', { name: 'Search rows' }).fill('lamp');
      await expect(page.getByRole('status', { name: 'Rows shown' })).toBeVisible();
      expect(await scan(page, colorScheme, 'main')).toEqual([]);
    });
  });
}
