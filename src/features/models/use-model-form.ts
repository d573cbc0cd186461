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
  readonly askForNames: () => void;
  readonly keyEdited: () => void;
  readonly test: () => Promise<void>;
  /** True when everything was accepted. */
  readonly save: () => Promise<boolean>;
}

/** The draft of one alias. What was typed stays until the dialog closes; a key until the alias changes. */
export function useModelForm(alias: string): ModelFormState {
  const { models } = useWorkbench();
  const [drafts, setDrafts] = useState<Readonly<Record<string, ModelDraft>>>({});
  const [isTesting, setTesting] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const keyRef = useRef<HTMLInputElement>(null);
  const readKey = () => keyRef.current?.value ?? '';
  const clearKey = () => {
    if (keyRef.current !== null) keyRef.current.value = '';
  };
  const draft = drafts[alias] ?? models.draftOf(alias);
  const { problems, report, find, forget } = useFindings(draft);
  const hasStoredKey = useStoredKey(draft.baseUrl, report);
  const names = useModelNames(draft, readKey);

  const change = (next: Partial<ModelDraft>): void => {
    forget();
    setDrafts({ ...drafts, [alias]: { ...draft, ...next } });
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
      const baseUrl = providerOption(provider)?.baseUrl ?? '';
      const limits = { requestsPerMinute: undefined, tokensPerMinute: undefined };
      change({ provider, baseUrl, model: '', concurrency: usualConcurrency(provider), ...limits });
    },
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
      const others = Object.values(drafts).filter((other) => other.alias !== alias);
      const isSaved = await find(async () => ({
        problems: await models.save({ ...draft, key: readKey() }),
      }));
      if (isSaved) await saveComplete(models, others);
      setSaving(false);
      if (isSaved) clearKey();
      return isSaved;
    },
  };
}

/** What was changed at other aliases is meant by Save too, as far as it can be used. */
async function saveComplete(models: ModelActions, drafts: readonly ModelDraft[]): Promise<void> {
  for (const draft of drafts)
    if (Object.keys(models.checkDraft(draft)).length === 0) await models.save(draft);
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
