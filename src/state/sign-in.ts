/**
 * Signing in with a provider instead of typing a key: the page leaves for the provider's and comes back
 * with a code, which the engine worker changes for a key. What was typed into Model settings comes back too.
 */
import { isJsonObject, parseJson } from '#core/base/json.ts';
import { findProvider } from '#core/llm/providers.ts';
import { signInAddress } from '#core/llm/sign-in.ts';
import { createProofKey } from '#runtime/pkce.ts';
import type { ModelDraft } from './model-draft.ts';
import { restoreDraft } from './restore-draft.ts';
import type { TabHost, WorkbenchContext } from './workbench-context.ts';

export interface SignInActions {
  /** Leaves the page for the provider's; does not come back here when that works. */
  begin(draft: ModelDraft): Promise<void>;
  /** After a reload: ends a sign-in that the page left for, if there is one. */
  finish(): Promise<void>;
}

const storageKey = 'rowsmith:sign-in';
/** Names the sign-in in the address to come back to, so that no other page can end one. */
const mark = 'sign-in';

interface Pending {
  readonly nonce: string;
  readonly verifier: string;
  readonly draft: ModelDraft;
}

interface Returned {
  readonly nonce: string;
  /** Empty when the user refused. */
  readonly code: string;
}

/** Reads the address at once and takes the code out of it: no link of this page shall hold it. */
export function createSignIn(context: WorkbenchContext, flush: () => Promise<void>): SignInActions {
  const { host, stores, workers } = context;
  const { tab } = host;
  const returned = tab === undefined ? undefined : takeReturn(tab);
  const { toast, openDialog } = stores.view.getState().actions;

  return {
    async begin(draft) {
      const page = findProvider(draft.provider)?.signIn?.page;
      if (tab === undefined || page === undefined) return;
      const { verifier, challenge } = await createProofKey();
      const nonce = host.createId();
      const pending: Pending = { nonce, verifier, draft: { ...draft, key: '' } };
      tab.storage.setItem(storageKey, JSON.stringify(pending));
      const callback = new URL(host.pageAddress());
      callback.search = '';
      callback.searchParams.set(mark, nonce);
      await flush();
      tab.leaveFor(signInAddress(page, { callback: callback.href, challenge }));
    },
    async finish() {
      if (tab === undefined || returned === undefined) return;
      const pending = takePending(tab);
      if (pending?.nonce !== returned.nonce) {
        toast({
          text: 'The sign-in was begun in another tab. Begin it again here.',
          severity: 'error',
        });
        return;
      }
      const { draft, verifier } = pending;
      const label = findProvider(draft.provider)?.label ?? draft.provider;
      const problem =
        returned.code === ''
          ? `${label} gave no key: the sign-in was not finished.`
          : await workers.engine.signIn({
              provider: draft.provider,
              code: returned.code,
              verifier,
            });
      openDialog({
        kind: 'models',
        alias: draft.alias,
        draft,
        reason: problem ?? `Signed in to ${label}. The key is kept until you reload this page.`,
        isGoodNews: problem === undefined,
      });
    },
  };
}

function takeReturn(tab: TabHost): Returned | undefined {
  const query = new URLSearchParams(tab.query());
  const nonce = query.get(mark);
  if (nonce === null) return undefined;
  tab.clearQuery();
  return { nonce, code: query.get('code') ?? '' };
}

/** A code is good for one try, and so is what belongs to it. */
function takePending(tab: TabHost): Pending | undefined {
  const text = tab.storage.getItem(storageKey);
  tab.storage.removeItem(storageKey);
  const parsed = text === null ? undefined : parseJson(text, { maxLength: 100_000, maxDepth: 16 });
  if (parsed?.ok !== true || !isJsonObject(parsed.value)) return undefined;
  const { nonce, verifier } = parsed.value;
  const draft = restoreDraft(parsed.value.draft);
  if (typeof nonce !== 'string' || typeof verifier !== 'string' || draft === undefined)
    return undefined;
  return { nonce, verifier, draft };
}
