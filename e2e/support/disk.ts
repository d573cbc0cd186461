// Large files, and a place for them: no test can answer the browser's own dialog, so the page picks a
// file of its private file system, which streams in the same way.
import type { Page } from '@playwright/test';
import { createDesign } from '../../src/core/design/defaults.ts';
import { restoreDesign } from '../../src/core/design/restore.ts';
import type { Workbench } from '../pages/workbench.ts';
import { hashOf } from './designs.ts';

interface Pick {
  readonly name: string;
  readonly isInClick: boolean;
}

/** Opens a design of 30,000 drawn rows, which are more than 8 MB as text. */
export async function openLargeDesign(workbench: Workbench): Promise<void> {
  const restored = restoreDesign({
    ...createDesign(),
    name: 'Large',
    rows: 30_000,
    columns: [
      { id: 'no', name: 'no', type: 'integer', fill: { kind: 'sequence' } },
      {
        ...{ id: 'words', name: 'words', type: 'text' },
        fill: { kind: 'template', template: `Row {{ no }}: ${'größer, "longer" '.repeat(20)}` },
      },
    ],
  });
  if (!restored.ok) throw new Error('The large design is not valid.');
  await workbench.openLink(await hashOf(restored.value.design));
}

/** Lets the page pick a file of its own; answers how to ask what was picked. */
export async function pickInPage(page: Page): Promise<() => Promise<readonly Pick[]>> {
  await page.addInitScript(() => {
    const picks: Pick[] = [];
    Object.assign(globalThis, {
      picks,
      showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) => {
        picks.push({ name: suggestedName, isInClick: navigator.userActivation.isActive });
        const folder = await navigator.storage.getDirectory();
        return folder.getFileHandle(suggestedName, { create: true });
      },
    });
  });
  return () => page.evaluate(() => (globalThis as unknown as { picks: readonly Pick[] }).picks);
}

/** What stands in a picked file; undefined when there is none. */
export function readPicked(page: Page, name: string): Promise<string | undefined> {
  return page.evaluate(async (fileName) => {
    const folder = await navigator.storage.getDirectory();
    try {
      const handle = await folder.getFileHandle(fileName);
      return await (await handle.getFile()).text();
    } catch {
      return undefined;
    }
  }, name);
}
