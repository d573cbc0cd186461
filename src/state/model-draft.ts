/** What is typed into Model settings before it is saved, and what is wrong with it. */
import { findProvider } from '#core/llm/providers.ts';
import { parseBaseUrl } from '#runtime/base-url.ts';

export interface ModelDraft {
  readonly alias: string;
  readonly provider: string;
  readonly baseUrl: string;
  readonly model: string;
  readonly concurrency: number;
  /** The user's own prices in US dollars per million tokens; undefined leaves it to the price table. */
  readonly inputPrice?: number | undefined;
  readonly outputPrice?: number | undefined;
  /** What was typed now; empty leaves a stored key as it is. */
  readonly key: string;
}

/** What is wrong with a draft, by field; empty when it can be used. */
export type DraftProblems = Readonly<
  Partial<Record<'provider' | 'baseUrl' | 'key' | 'model' | 'price', string>>
>;

/** Problems that keep a draft from being saved. */
export function checkDraft(draft: ModelDraft): DraftProblems {
  const problems = checkAddress(draft);
  if (Object.keys(problems).length > 0 || isDemo(draft)) return problems;
  if (draft.model.trim() === '') return { model: 'Choose a model or type its name.' };
  const isHalf = (draft.inputPrice === undefined) !== (draft.outputPrice === undefined);
  return isHalf ? { price: 'Enter both prices, or neither.' } : {};
}

/** Problems that keep an address from being spoken to at all. */
export function checkAddress(draft: ModelDraft): DraftProblems {
  if (findProvider(draft.provider) === undefined) return { provider: 'Choose a provider.' };
  if (isDemo(draft)) return {};
  const url = parseBaseUrl(draft.baseUrl);
  return url.ok ? {} : { baseUrl: url.error };
}

export function isDemo({ provider }: ModelDraft): boolean {
  return findProvider(provider)?.protocol === 'demo';
}
