/** The draft that is being asked for or looked at. The user's words outlive the dialog and a reload of the tab. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ErrorReport } from '#core/base/error-report.ts';
import { isJsonObject, parseJson } from '#core/base/json.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import type { Draft, DraftExchange } from '#core/engine/draft/draft-design.ts';
import type { DraftKind } from '#core/llm/draft/draft-task.ts';
import type { PricedName } from './price-book.ts';
import type { TabHost } from './workbench-context.ts';

export type DraftStatus = 'writing' | 'asking' | 'ready' | 'failed';

export interface DraftState {
  readonly kind: DraftKind;
  /** The call whose prompt is written anew, or the column that a level goes below; for those kinds alone. */
  readonly aboutId?: string | undefined;
  /** What the user has typed, by kind of draft. */
  readonly texts: Readonly<Record<DraftKind, string>>;
  readonly status: DraftStatus;
  /** The alias that the user chose to draft with; the one that writes the open design's rows when absent. */
  readonly alias?: string | undefined;
  /** What the draft is laid over. */
  readonly base?: DatasetDesign | undefined;
  readonly draft?: Draft | undefined;
  readonly problem?: ErrorReport | undefined;
  /** Requests and answers of a draft that failed. */
  readonly exchanges?: readonly DraftExchange[] | undefined;
  /** Whom it was asked of. */
  readonly model?: PricedName | undefined;
}

const storageKey = 'rowsmith:draft-words';
const mostStored = 20_000;

const noTexts = { describe: '', edit: '', axes: '', level: '', prompt: '' } as const;

export function createDraftStore(tab: TabHost | undefined): StoreApi<DraftState> {
  const store = createStore<DraftState>(() => ({
    kind: 'describe',
    texts: { ...noTexts, ...storedTexts(tab) },
    status: 'writing',
  }));
  store.subscribe(({ texts }, previous) => {
    if (texts !== previous.texts) keepTexts(tab, texts);
  });
  return store;
}

/** Whether the kind can be asked for without a word of the user. */
export function needsWords(kind: DraftKind): boolean {
  return kind === 'describe' || kind === 'edit';
}

/** What a new question begins from: nothing of the last answer is left. */
export const unasked = {
  base: undefined,
  draft: undefined,
  problem: undefined,
  exchanges: undefined,
  model: undefined,
} as const;

function storedTexts(tab: TabHost | undefined): Partial<DraftState['texts']> {
  try {
    const text = tab?.storage.getItem(storageKey) ?? '{}';
    const parsed = parseJson(text, { maxLength: 4 * mostStored, maxDepth: 2 });
    if (!parsed.ok || !isJsonObject(parsed.value)) return {};
    const stored = parsed.value;
    return Object.fromEntries(
      Object.keys(noTexts)
        .map((kind) => [kind, stored[kind]] as const)
        .filter(([, text]) => typeof text === 'string'),
    );
  } catch {
    // A forbidden storage keeps nothing.
    return {};
  }
}

function keepTexts(tab: TabHost | undefined, texts: DraftState['texts']): void {
  const cut = Object.entries(texts).map(([kind, text]) => [kind, text.slice(0, mostStored)]);
  try {
    tab?.storage.setItem(storageKey, JSON.stringify(Object.fromEntries(cut)));
  } catch {
    // A full storage keeps the words of this page only.
  }
}

export type { Draft, DraftExchange, DraftKind };
