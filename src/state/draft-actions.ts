/** Drafting a design with a model: asked, checked, shown as changes, and taken in part or whole as one step. */
import { toErrorReport } from '#core/base/error-report.ts';
import { failure, success } from '#core/base/result.ts';
import { changeWords } from '#core/design/changes/change-words.ts';
import { chooseChanges } from '#core/design/changes/choose-changes.ts';
import { designChanges } from '#core/design/changes/design-changes.ts';
import { createDesign } from '#core/design/defaults.ts';
import type { DatasetDesign, ModelAlias } from '#core/design/design.ts';
import type { AskModel } from '#core/engine/draft/draft-design.ts';
import type { DraftKind } from '#core/llm/draft/draft-task.ts';
import { connectionOf, missingFor, usedAliases } from './connections.ts';
import type { DocumentActions } from './document-actions.ts';
import { unasked } from './draft-store.ts';
import type { ModelActions } from './model-actions.ts';
import type { RunActions } from './run-actions.ts';
import type { WorkbenchContext } from './workbench-context.ts';

export interface DraftActions {
  /** Opens the dialog; what was typed for this kind before is still there. */
  open(kind: DraftKind): void;
  setText(kind: DraftKind, text: string): void;
  /** Asks the model of the open design; opens Model settings when it cannot be asked yet. */
  ask(): Promise<void>;
  /** Ends what is being asked; nothing is changed. */
  stop(): void;
  /** Lands the chosen changes as one step of the history; a described design as a document of its own. */
  take(chosen: ReadonlySet<string>, options?: { readonly andPreview?: boolean }): Promise<void>;
}

interface Parts {
  readonly documents: DocumentActions;
  readonly models: ModelActions;
  readonly runs: RunActions;
}

const fallbackModel: ModelAlias = { alias: 'writer', provider: 'demo', model: '' };

/** The model that drafts: the one that writes the open design's rows. */
export function draftingModel(design: DatasetDesign): ModelAlias {
  return usedAliases(design)[0] ?? design.models[0] ?? fallbackModel;
}

export function createDraftActions(
  context: WorkbenchContext,
  { documents, models, runs }: Parts,
): DraftActions {
  const { host, stores, workers } = context;
  const { drafts, design, view } = stores;
  /** Counts questions, so that the answer to an old one is dropped. */
  let question = 0;

  const askWorker =
    (model: ModelAlias): AskModel =>
    async (request) => {
      const connection = connectionOf(model, stores.settings.getState());
      const { text, usage, problem } = await workers.engine.ask({ connection, request });
      if (problem !== undefined) return failure(problem);
      return success({ text: text ?? '', usage });
    };

  async function lacks(model: ModelAlias): Promise<string | undefined> {
    const settings = stores.settings.getState();
    const { baseUrl } = connectionOf(model, settings);
    const origins = (await models.hasKey(baseUrl)) ? [new URL(baseUrl).origin] : [];
    return missingFor(model, settings, new Set(origins));
  }

  async function ask(): Promise<void> {
    const { kind, texts } = drafts.getState();
    if (kind !== 'axes' && texts[kind].trim() === '') return;
    const own = (question += 1);
    const model = draftingModel(design.getState().design);
    const { provider } = model;
    const reason = await lacks(model);
    if (own !== question) return;
    if (reason !== undefined) {
      const { openDialog } = view.getState().actions;
      openDialog({ kind: 'models', alias: model.alias, then: 'draft', reason });
      return;
    }
    const base = baseOf(kind, texts.describe.trim(), design.getState().design);
    drafts.setState({
      ...unasked,
      status: 'asking',
      base,
      model: { provider, model: model.model },
    });
    view.getState().actions.openDialog({ kind: 'draft' });
    const answer = await answerTo({ kind, text: texts[kind], base, model }).catch(
      (error: unknown) => failure({ problem: toErrorReport(error), exchanges: [] }),
    );
    // Stopped, or asked anew meanwhile.
    if (own !== question) return;
    drafts.setState(
      answer.ok ? { status: 'ready', draft: answer.value } : { status: 'failed', ...answer.error },
    );
  }

  interface Question {
    readonly kind: DraftKind;
    readonly text: string;
    readonly base: DatasetDesign;
    readonly model: ModelAlias;
  }

  async function answerTo({ kind, text, base, model }: Question) {
    const { draftDesign } = await import('#core/engine/draft/draft-design.ts');
    const columns = base.columns.map(({ name, fill }) => ({ name, fill: fill.kind }));
    const year = new Date(host.now()).getUTCFullYear();
    const about = kind === 'axes' && text.trim() === '' ? base.brief : text;
    const task = { kind, text: about, columns, year };
    return draftDesign({ task, design: base, model }, askWorker(model));
  }

  async function land(next: DatasetDesign, base: DatasetDesign): Promise<boolean> {
    const { kind } = drafts.getState();
    if (kind === 'describe') await documents.openDesign({ ...base, name: next.name }, []);
    else if (design.getState().design !== base) {
      view.getState().actions.toast({
        text: 'The design was changed meanwhile. Ask again.',
        severity: 'error',
      });
      return false;
    }
    const [problem] = design.getState().actions.apply({ kind: 'replace-design', design: next });
    if (problem === undefined) return true;
    view.getState().actions.toast({ text: problem.message, severity: 'error' });
    return false;
  }

  return {
    open(kind) {
      const { status, kind: before } = drafts.getState();
      if (status !== 'asking' && kind !== before)
        drafts.setState({ ...unasked, status: 'writing' });
      if (status !== 'asking') drafts.setState({ kind });
      view.getState().actions.openDialog({ kind: 'draft' });
    },
    setText(kind, text) {
      drafts.setState(({ texts }) => ({ texts: { ...texts, [kind]: text } }));
    },
    ask,
    stop() {
      question += 1;
      drafts.setState({ ...unasked, status: 'writing' });
      workers.engine.stopAsking({}).catch(() => undefined); // An engine that is gone asks nobody.
    },
    async take(chosen, { andPreview = false } = {}) {
      const { base, draft, kind, texts } = drafts.getState();
      if (base === undefined || draft === undefined) return;
      const next = chooseChanges(base, draft.design, chosen);
      if (!(await land(next, base))) return;
      drafts.setState({ ...unasked, status: 'writing', texts: { ...texts, [kind]: '' } });
      const { actions } = view.getState();
      actions.set({ dialog: undefined, designTab: 'form', phonePane: 'design' });
      const words = changeWords(designChanges(base, next));
      if (kind !== 'describe' && words !== '')
        actions.toast({
          text: `Changed: ${words}.`,
          action: { label: 'Undo', perform: design.getState().actions.undo },
        });
      if (andPreview) await runs.preview();
    },
  };
}

function baseOf(kind: DraftKind, brief: string, open: DatasetDesign): DatasetDesign {
  return kind === 'describe' ? createDesign({ brief }) : open;
}
