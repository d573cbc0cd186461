// Accessibility by axe: what it finds, one line for each place. axe runs in the page as it stands:
// its wrapper for Playwright ends each scan in a page of its own, which takes five times as long.
import type { Page } from '@playwright/test';
import axe from 'axe-core';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The theme changes colours alone, so in the dark only colours are measured again. */
const rulesOf = {
  light: { type: 'tag', values: rules },
  dark: { type: 'rule', values: ['color-contrast'] },
} as const;

export type Scheme = keyof typeof rulesOf;

/** Colours are measured when everything that moves has come to rest. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity)
        .map((animation) => animation.finished.catch(() => undefined)),
    ),
  );
}

/** Runs in the page. Its argument is text, for the types of axe are too deep for a call between pages. */
async function runAxe(json: string): Promise<readonly string[]> {
  const { context, options } = JSON.parse(json) as {
    context: axe.ElementContext;
    options: axe.RunOptions;
  };
  const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(context, options);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`,
    ),
  );
}

/** Scans what lies inside `root`, the whole page unless said otherwise. */
export async function scan(page: Page, scheme: Scheme, root = 'body'): Promise<readonly string[]> {
  await settle(page);
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axe.source);
  const options: axe.RunOptions = {
    runOnly: { type: rulesOf[scheme].type, values: [...rulesOf[scheme].values] },
    resultTypes: ['violations'],
  };
  // The splitter stands between two landmarks and belongs to neither.
  const context: axe.ElementContext = { include: [root], exclude: ['[role=separator]'] };
  return page.evaluate(runAxe, JSON.stringify({ context, options }));
}
