// Accessibility by axe: what it finds, one line for each place.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The theme changes colours alone, so in the dark only colours are measured again. */
const rulesOf = {
  light: { type: 'tag', values: rules },
  dark: { type: 'rule', values: ['color-contrast'] },
} as const;

export type Scheme = keyof typeof rulesOf;

/** Scans what lies inside `root`, the whole page unless said otherwise. */
export async function scan(page: Page, scheme: Scheme, root = 'body'): Promise<readonly string[]> {
  // Colours are measured when everything that moves has come to rest.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity)
        .map((animation) => animation.finished.catch(() => undefined)),
    ),
  );
  // The splitter stands between two landmarks and belongs to neither.
  const builder = new AxeBuilder({ page })
    .options({ runOnly: { type: rulesOf[scheme].type, values: [...rulesOf[scheme].values] } })
    .include(root)
    .exclude('[role=separator]');
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`,
    ),
  );
}
