/** What the draft dialog says, by kind of draft, so that every sentence can be tested. */
import { moneyText } from '#core/base/money-text.ts';
import type { DesignChange } from '#core/design/changes/design-changes.ts';
import type { DraftKind } from '#state/draft-store.ts';
import type { Cost } from '#state/run-cost.ts';

interface DraftWords {
  readonly title: string;
  readonly label: string;
  readonly placeholder: string;
  /** The verb that asks the model. */
  readonly ask: string;
  /** The verb that lands what it drafted. */
  readonly take: string;
}

export const draftWords: Readonly<Record<DraftKind, DraftWords>> = {
  describe: {
    title: 'Describe your rows',
    label: 'What rows do you need?',
    placeholder:
      'Records of a small bike workshop: customer, bike, what was wrong, hours and a bill.',
    ask: 'Draft the design',
    take: 'Use this design',
  },
  edit: {
    title: 'Edit by instruction',
    label: 'What should change?',
    placeholder: 'Add a rating from 1 to 5. Remove the brand. Make the review 20 to 40 words.',
    ask: 'Draft the changes',
    take: 'Make these changes',
  },
  axes: {
    title: 'Suggest axes',
    label: 'In what should the rows differ? Leave it empty to go by the brief.',
    placeholder: 'Who writes, in which mood, how hard the case is.',
    ask: 'Suggest axes',
    take: 'Add these tables',
  },
  level: {
    title: 'Suggest a level below',
    label: 'What should it tell apart? Leave it empty to go by the values.',
    placeholder: 'What customers ask about it. Six of each, one of them rare.',
    ask: 'Suggest a level',
    take: 'Add this table',
  },
  prompt: {
    title: 'Improve prompt',
    label: 'What should be better? Leave it empty to go by the ratings.',
    placeholder: 'Less like advertising. Say what broke, not how it feels.',
    ask: 'Improve prompt',
    take: 'Use this prompt',
  },
};

export interface PriceWords {
  /** Short, for the inside of a button. */
  readonly aside: string;
  /** Whole, for who does not see it. */
  readonly description: string;
}

/** What one request costs; a second one comes only when the answer has to be mended. */
export function priceWords(cost: Cost, isDemo: boolean): PriceWords {
  if (isDemo) return { aside: 'demo, free', description: 'by the demo model, free' };
  switch (cost.kind) {
    case 'free':
      return { aside: '1 request, free', description: '1 request, free' };
    case 'unknown':
      return { aside: '1 request', description: '1 request, price unknown' };
    case 'known': {
      const money = moneyText(cost.usd);
      return {
        aside: `1 request, ≈ ${money}`,
        description: `1 request, about ${money}; a second one if the answer has to be mended`,
      };
    }
  }
}

const groupTitles: Readonly<Record<DesignChange['list'], string>> = {
  settings: 'Settings',
  columns: 'Columns',
  constraints: 'Rules',
  calls: 'Calls',
  sources: 'Sources',
  models: 'Models',
  charts: 'Charts',
};

const groupOrder: readonly DesignChange['list'][] = [
  'columns',
  'constraints',
  'calls',
  'settings',
  'models',
  'sources',
  'charts',
];

export interface ChangeGroup {
  readonly title: string;
  readonly changes: readonly DesignChange[];
}

/** Columns first; groups without a change are left out. */
export function groupsOf(changes: readonly DesignChange[]): readonly ChangeGroup[] {
  return groupOrder
    .map((list) => ({
      title: groupTitles[list],
      changes: changes.filter((change) => change.list === list),
    }))
    .filter((group) => group.changes.length > 0);
}
