/**
 * Which addresses the engine may speak to. A tested address is trusted until the page is left, a saved
 * one for good; one that only a document names is never spoken to before the user does either.
 */
import { findProvider } from '#core/llm/providers.ts';
import { checkAddress, isDemo, type DraftProblems, type ModelDraft } from './model-draft.ts';
import type { WorkbenchContext } from './workbench-context.ts';

export interface AddressTrust {
  /** Hands the typed key over and lets the engine use the address until the page is left. */
  adopt(draft: ModelDraft): Promise<DraftProblems>;
  /** Only now may a run send anything to the address. */
  keep(draft: ModelDraft): void;
  /** True for an address that came with the document and was neither saved nor is a provider's own. */
  isUnconfirmed(draft: ModelDraft): boolean;
}

export function createAddressTrust({ stores, workers }: WorkbenchContext): AddressTrust {
  return {
    async adopt(draft) {
      const problems = checkAddress(draft);
      if (Object.keys(problems).length > 0 || isDemo(draft)) return problems;
      const { origin } = new URL(draft.baseUrl);
      await workers.engine.trustOrigins({ origins: [origin] });
      if (draft.key === '') return {};
      const refused = await workers.engine.storeKey({ origin, key: draft.key });
      return refused === undefined ? {} : { key: refused };
    },
    keep(draft) {
      if (isDemo(draft) || isOwnAddress(draft)) return;
      const { origin } = new URL(draft.baseUrl);
      const { trustedOrigins, actions } = stores.settings.getState();
      actions.update({ trustedOrigins: [...new Set([...trustedOrigins, origin])] });
    },
    isUnconfirmed(draft) {
      if (isDemo(draft) || isOwnAddress(draft)) return false;
      const { origin } = new URL(draft.baseUrl);
      const { models } = stores.design.getState().design;
      const named = models.find(({ alias }) => alias === draft.alias)?.endpoint ?? '';
      if (!URL.canParse(named) || new URL(named).origin !== origin) return false;
      return !stores.settings.getState().trustedOrigins.includes(origin);
    },
  };
}

function isOwnAddress({ provider, baseUrl }: ModelDraft): boolean {
  const own = findProvider(provider)?.baseUrl;
  return own !== undefined && new URL(own).origin === new URL(baseUrl).origin;
}
