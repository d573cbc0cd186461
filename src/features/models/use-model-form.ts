import { type RefObject, useEffect, useRef, useState } from 'react';
import type { ConnectionReport, DraftProblems, ModelDraft } from '#state/model-actions.ts';
import { providerOption } from '#state/provider-options.ts';
import { useWorkbench } from '#state/react.tsx';
import { useModelNames } from './use-model-names.ts';

export interface ModelFormState {
  readonly draft: ModelDraft;
  readonly problems: DraftProblems;
  readonly keyRef: RefObject<HTMLInputElement | null>;
  readonly hasStoredKey: boolean;
  readonly modelNames: readonly string[];
  readonly isLoadingNames: boolean;
  /** A test or a save is under way. */
  readonly isBusy: boolean;
  readonly report: ConnectionReport | undefined;
  readonly change: (change: Partial<ModelDraft>) => void;
  readonly chooseProvider: (provider: string) => void;
  readonly askForNames: () => void;
  readonly keyEdited: () => void;
  readonly test: () => Promise<void>;
  /** True when everything was accepted. */
  readonly save: () => Promise<boolean>;
}

/** What was found out about a draft; it says nothing about any other. */
interface Findings {
  readonly of: ModelDraft | undefined;
  readonly problems: DraftProblems;
  readonly report?: ConnectionReport;
}

const nothingFound: Findings = { of: undefined, problems: {} };

/** The draft of one alias. What was typed stays until the dialog closes; a key until the alias changes. */
export function useModelForm(alias: string): ModelFormState {
  const { models } = useWorkbench();
  const [drafts, setDrafts] = useState<Readonly<Record<string, ModelDraft>>>({});
  const [findings, setFindings] = useState(nothingFound);
  const [isBusy, setBusy] = useState(false);
  const keyRef = useRef<HTMLInputElement>(null);
  const readKey = () => keyRef.current?.value ?? '';
  const clearKey = () => {
    if (keyRef.current !== null) keyRef.current.value = '';
  };
  const draft = drafts[alias] ?? models.draftOf(alias);
  const { problems, report } = findings.of?.alias === alias ? findings : nothingFound;
  const hasStoredKey = useStoredKey(draft.baseUrl, report);
  const names = useModelNames(draft, readKey);

  const change = (next: Partial<ModelDraft>): void => {
    setFindings(nothingFound);
    setDrafts({ ...drafts, [alias]: { ...draft, ...next } });
  };
  /** One thing at a time: a second press while the first is under way does nothing. */
  const busy = async (work: () => Promise<Omit<Findings, 'of'>>): Promise<boolean> => {
    if (isBusy) return false;
    setBusy(true);
    const found = await work().catch(brokenWorker);
    setFindings({ of: draft, ...found });
    setBusy(false);
    return Object.keys(found.problems).length === 0 && found.report?.ok !== false;
  };
  return {
    draft,
    problems,
    keyRef,
    hasStoredKey,
    modelNames: names.names,
    isLoadingNames: names.isLoading,
    isBusy,
    report,
    change,
    chooseProvider(provider) {
      clearKey();
      change({ provider, baseUrl: providerOption(provider)?.baseUrl ?? '', model: '' });
    },
    askForNames: names.ask,
    keyEdited() {
      names.keyEdited();
      setFindings(nothingFound);
    },
    async test() {
      await busy(async () => {
        const found = models.checkDraft(draft);
        if (Object.keys(found).length > 0) return { problems: found };
        return { problems: {}, report: await models.test({ ...draft, key: readKey() }) };
      });
    },
    async save() {
      const isSaved = await busy(async () => ({
        problems: await models.save({ ...draft, key: readKey() }),
      }));
      if (isSaved) clearKey();
      return isSaved;
    },
  };
}

function brokenWorker(error: unknown): Omit<Findings, 'of'> {
  const message = error instanceof Error ? error.message : String(error);
  const report = { ok: false, origin: '', problem: { name: 'Error', message } };
  return { problems: {}, report };
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
