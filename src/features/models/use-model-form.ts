import { type RefObject, useEffect, useRef, useState } from 'react';
import type {
  ConnectionReport,
  DraftProblems,
  ModelActions,
  ModelDraft,
} from '#state/model-actions.ts';
import { usualConcurrency } from '#state/connections.ts';
import { providerOption } from '#state/provider-options.ts';
import { useWorkbench } from '#state/react.tsx';
import { useFindings } from './use-findings.ts';
import { useModelNames } from './use-model-names.ts';

export interface ModelFormState {
  readonly draft: ModelDraft;
  readonly problems: DraftProblems;
  readonly keyRef: RefObject<HTMLInputElement | null>;
  readonly hasStoredKey: boolean;
  readonly modelNames: readonly string[];
  readonly isLoadingNames: boolean;
  readonly isTesting: boolean;
  readonly isSaving: boolean;
  readonly report: ConnectionReport | undefined;
  readonly change: (change: Partial<ModelDraft>) => void;
  readonly chooseProvider: (provider: string) => void;
  /** Leaves the page for the provider's sign-in. */
  readonly signIn: () => Promise<void>;
  readonly pageOrigin: string;
  readonly askForNames: () => void;
  readonly keyEdited: () => void;
  readonly test: () => Promise<void>;
  /** True when everything was accepted. */
  readonly save: () => Promise<boolean>;
}

/** The draft of one alias, `kept` from before a sign-in or as the design has it. What was typed stays until the dialog closes; a key until the alias changes. */
export function useModelForm(alias: string, kept?: ModelDraft): ModelFormState {
  const { models, signIn, host } = useWorkbench();
  const { drafts, draft, keep } = useDrafts(alias, kept);
  const [isTesting, setTesting] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const keyRef = useRef<HTMLInputElement>(null);
  const readKey = () => keyRef.current?.value ?? '';
  const clearKey = () => {
    if (keyRef.current !== null) keyRef.current.value = '';
  };
  const { problems, report, find, forget } = useFindings(draft);
  const hasStoredKey = useStoredKey(draft.baseUrl, report);
  const names = useModelNames(draft, readKey);

  const change = (next: Partial<ModelDraft>): void => {
    forget();
    keep({ ...draft, ...next });
  };
  return {
    draft,
    problems,
    keyRef,
    hasStoredKey,
    modelNames: names.names,
    isLoadingNames: names.isLoading,
    isTesting,
    isSaving,
    report,
    change,
    chooseProvider(provider) {
      clearKey();
      change({ ...freshDraft(provider), provider });
    },
    signIn: () => signIn.begin(draft),
    pageOrigin: new URL(host.pageAddress()).origin,
    askForNames: names.ask,
    keyEdited() {
      names.keyEdited();
      forget();
    },
    async test() {
      setTesting(true);
      await find(async () => {
        const found = models.checkDraft(draft);
        if (Object.keys(found).length > 0) return { problems: found };
        return { problems: {}, report: await models.test({ ...draft, key: readKey() }) };
      });
      setTesting(false);
    },
    async save() {
      setSaving(true);
      const isSaved = await find(async () => ({
        problems: await models.save({ ...draft, key: readKey() }),
      }));
      if (isSaved) await saveOthers(models, drafts, alias);
      setSaving(false);
      if (isSaved) clearKey();
      return isSaved;
    },
  };
}

/** What another provider brings along. */
function freshDraft(provider: string): Partial<ModelDraft> {
  const baseUrl = providerOption(provider)?.baseUrl ?? '';
  const concurrency = usualConcurrency(provider);
  const limits = { requestsPerMinute: undefined, tokensPerMinute: undefined };
  return { baseUrl, model: '', concurrency, delivery: undefined, ...limits };
}

/** What was typed for each alias; what was not is as the design has it. */
function useDrafts(alias: string, kept: ModelDraft | undefined) {
  const { models } = useWorkbench();
  const [drafts, setDrafts] = useState<Readonly<Record<string, ModelDraft>>>(
    kept === undefined ? {} : { [kept.alias]: kept },
  );
  return {
    drafts,
    draft: drafts[alias] ?? models.draftOf(alias),
    keep: (draft: ModelDraft) => {
      setDrafts({ ...drafts, [alias]: draft });
    },
  };
}

/** What was changed at other aliases is meant by Save too, as far as it can be used. */
async function saveOthers(
  models: ModelActions,
  drafts: Readonly<Record<string, ModelDraft>>,
  saved: string,
): Promise<void> {
  for (const draft of Object.values(drafts)) {
    const isUsable = Object.keys(models.checkDraft(draft)).length === 0;
    if (draft.alias !== saved && isUsable) await models.save(draft);
  }
}

function useStoredKey(baseUrl: string, report: ConnectionReport | undefined): boolean {
  const { models } = useWorkbench();
  const [stored, setStored] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    models
      .hasKey(baseUrl)
      .then((has) => {
        if (isCurrent) setStored(has);
      })
      // Without the worker there is no key, and saving says so.
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [models, baseUrl, report]);
  return stored;
}
