/** Drafting a design with a model: asked, checked, shown as changes, and taken in part or whole as one step. */
import { toErrorReport } from '#core/base/error-report.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import { changeWords } from '#core/design/changes/change-words.ts';
import { chooseChanges } from '#core/design/changes/choose-changes.ts';
import { designChanges } from '#core/design/changes/design-changes.ts';
import type { DatasetDesign, ModelAlias } from '#core/design/design.ts';
import type { AskModel, Draft, DraftFault } from '#core/engine/draft/draft-design.ts';
import type { DraftKind, DraftTask, TreeLevel } from '#core/llm/draft/draft-task.ts';
import { callRatings, dislikedCells } from '#core/rows/call-ratings.ts';
import { connectionOf, missingFor, usedAliases } from './connections.ts';
import type { DocumentActions } from './document-actions.ts';
import { needsWords, unasked } from './draft-store.ts';
import type { ModelActions } from './model-actions.ts';
import { promptTask, ratedCall } from './prompt-ratings.ts';
import type { RunActions } from './run-actions.ts';
import { treeLevel } from './tree-level.ts';
import type { WorkbenchContext } from './workbench-context.ts';

export interface DraftActions {
  /** Opens the dialog; what was typed for this kind before is still there. */
  open(kind: DraftKind): void;
  /** Opens the dialog for better messages of one call, from what was said about its values. */
  improve(callId: string): void;
  /** Opens the dialog for one more level of a topic tree, below a column of categories. */
  growBelow(columnId: string): void;
  setText(kind: DraftKind, text: string): void;
  /** Chooses who drafts, by alias. */
  setModel(alias: string): void;
  /** Asks the model; opens Model settings when it cannot be asked yet. */
  ask(): Promise<void>;
  /** Ends what is being asked; nothing is changed. */
  stop(): void;
  /** Lands the chosen changes as one step of the history; a described design as a document of its own. */
  take(chosen: ReadonlySet<string>, options?: TakeOptions): Promise<void>;
}

interface TakeOptions {
  readonly andPreview?: boolean;
  /** Writes the cells again that were not liked; for a better prompt alone. */
  readonly andWriteAgain?: boolean;
}

interface Parts {
  readonly documents: DocumentActions;
  readonly models: ModelActions;
  readonly runs: RunActions;
}

/** The models that can draft: those of the open design, and the demo model. */
export function draftingModels(design: DatasetDesign): readonly ModelAlias[] {
  const hasDemo = design.models.some(({ provider }) => provider === 'demo');
  return hasDemo ? design.models : [...design.models, demoModelOf(design)];
}

/** The model that drafts: the chosen one while it exists, else the one that writes the open design's rows. */
export function draftingModel(design: DatasetDesign, alias?: string): ModelAlias {
  const chosen = draftingModels(design).find((model) => model.alias === alias);
  return chosen ?? usedAliases(design)[0] ?? design.models[0] ?? demoModelOf(design);
}

/** Under an alias that no other model of the design has. */
function demoModelOf({ models }: DatasetDesign): ModelAlias {
  const isTaken = models.some(({ alias }) => alias === 'writer');
  return { alias: isTaken ? 'demo' : 'writer', provider: 'demo', model: '' };
}

export function createDraftActions(context: WorkbenchContext, parts: Parts): DraftActions {
  const drafter = new Drafter(context, parts);
  const { drafts, view } = context.stores;
  const open = (kind: DraftKind, aboutId = drafts.getState().aboutId): void => {
    const { status, kind: before, aboutId: beforeId } = drafts.getState();
    if (status !== 'asking' && (kind !== before || aboutId !== beforeId))
      drafts.setState({ ...unasked, status: 'writing' });
    if (status !== 'asking') drafts.setState({ kind, aboutId });
    view.getState().actions.openDialog({ kind: 'draft' });
  };
  return {
    open: (kind) => open(kind),
    improve: (callId) => open('prompt', callId),
    growBelow: (columnId) => open('level', columnId),
    setText(kind, text) {
      drafts.setState(({ texts }) => ({ texts: { ...texts, [kind]: text } }));
    },
    setModel(alias) {
      drafts.setState({ alias });
    },
    ask: () => drafter.ask(),
    stop: () => drafter.stop(),
    take: (chosen, options = {}) => drafter.take(chosen, options),
  };
}

interface Question {
  readonly kind: DraftKind;
  readonly text: string;
  readonly base: DatasetDesign;
  readonly model: ModelAlias;
}

class Drafter {
  private readonly context: WorkbenchContext;
  private readonly parts: Parts;
  /** Counts questions, so that the answer to an old one is dropped. */
  private question = 0;

  constructor(context: WorkbenchContext, parts: Parts) {
    this.context = context;
    this.parts = parts;
  }

  async ask(): Promise<void> {
    const { drafts, design, view } = this.context.stores;
    const { kind, texts } = drafts.getState();
    if (needsWords(kind) && texts[kind].trim() === '') return;
    const own = (this.question += 1);
    const model = draftingModel(design.getState().design, drafts.getState().alias);
    const reason = await this.lacks(model);
    const { createDesign } = await this.context.logic();
    if (own !== this.question) return;
    const { openDialog } = view.getState().actions;
    if (reason !== undefined) {
      openDialog({ kind: 'models', alias: model.alias, then: 'draft', reason });
      return;
    }
    const open = design.getState().design;
    const base = kind === 'describe' ? createDesign({ brief: texts.describe.trim() }) : open;
    drafts.setState({ ...unasked, status: 'asking', base, model });
    openDialog({ kind: 'draft' });
    const answer = await this.answerTo({ kind, text: texts[kind], base, model });
    // Stopped, or asked anew meanwhile.
    if (own !== this.question) return;
    drafts.setState(
      answer.ok ? { status: 'ready', draft: answer.value } : { status: 'failed', ...answer.error },
    );
  }

  stop(): void {
    const { stores, workers } = this.context;
    this.question += 1;
    stores.drafts.setState({ ...unasked, status: 'writing' });
    workers.engine.stopAsking({}).catch(() => undefined); // An engine that is gone asks nobody.
  }

  async take(chosen: ReadonlySet<string>, options: TakeOptions): Promise<void> {
    const { drafts, design, view } = this.context.stores;
    const { base, draft, kind, texts, aboutId } = drafts.getState();
    if (base === undefined || draft === undefined) return;
    const next = chooseChanges(base, draft.design, chosen);
    if (!(await this.land(next, base))) return;
    drafts.setState({ ...unasked, status: 'writing', texts: { ...texts, [kind]: '' } });
    const { actions } = view.getState();
    actions.set({ dialog: undefined, designTab: 'form', phonePane: 'design' });
    const words = changeWords(designChanges(base, next));
    if (kind !== 'describe' && words !== '')
      actions.toast({
        text: `Changed: ${words}.`,
        action: { label: 'Undo', perform: design.getState().actions.undo },
      });
    if (options.andPreview === true) await this.parts.runs.preview();
    if (options.andWriteAgain === true) await this.writeDislikedAgain(aboutId);
  }

  private async writeDislikedAgain(callId: string | undefined): Promise<void> {
    const { stores, rows } = this.context;
    const { design, marks } = stores.design.getState();
    const call = ratedCall(design, callId);
    if (call === undefined) return;
    const cells = dislikedCells(
      callRatings(design, marks, call),
      marks,
      ({ row, columnId }) => rows.cell(row, columnId)?.value,
    );
    if (cells.length > 0) await this.parts.runs.writeAgain({ cells });
  }

  private async land(next: DatasetDesign, base: DatasetDesign): Promise<boolean> {
    const { drafts, design } = this.context.stores;
    if (drafts.getState().kind === 'describe')
      await this.parts.documents.openDesign({ ...base, name: next.name }, []);
    else if (design.getState().design !== base)
      return this.refuse('The design was changed meanwhile. Ask again.');
    const [problem] = design.getState().actions.apply({ kind: 'replace-design', design: next });
    return problem === undefined ? true : this.refuse(problem.message);
  }

  private refuse(text: string): false {
    this.context.stores.view.getState().actions.toast({ text, severity: 'error' });
    return false;
  }

  private async lacks(model: ModelAlias): Promise<string | undefined> {
    const settings = this.context.stores.settings.getState();
    const { baseUrl } = connectionOf(model, settings);
    const hasKey = await this.parts.models.hasKey(baseUrl);
    return missingFor(model, settings, new Set(hasKey ? [new URL(baseUrl).origin] : []));
  }

  private async answerTo(question: Question): Promise<Result<Draft, DraftFault>> {
    const { base, model } = question;
    try {
      const task = await this.taskOf(question);
      const { draftDesign } = await import('#core/engine/draft/draft-design.ts');
      return await draftDesign({ task, design: base, model }, this.askWorker(model));
    } catch (error) {
      return failure({ problem: toErrorReport(error), exchanges: [] });
    }
  }

  private async taskOf({ kind, text, base }: Question): Promise<DraftTask> {
    if (kind === 'prompt') return this.ratedTask(base, text);
    const columns = base.columns.map(({ name, fill }) => ({ name, fill: fill.kind }));
    const year = new Date(this.context.host.now()).getUTCFullYear();
    const about = kind === 'axes' && text.trim() === '' ? base.brief : text;
    const task = { kind, text: about, columns, year };
    return kind === 'level' ? { ...task, below: this.levelOf(base) } : task;
  }

  private levelOf(base: DatasetDesign): TreeLevel {
    const level = treeLevel(base, this.context.stores.drafts.getState().aboutId);
    if (level === undefined) throw new Error('The column has no list of values any more.');
    return level;
  }

  /** What stood under the edits comes from the rows, so that the model sees what was wrong. */
  private async ratedTask(base: DatasetDesign, text: string): Promise<DraftTask> {
    const { stores, workers } = this.context;
    const { marks } = stores.design.getState();
    const call = ratedCall(base, stores.drafts.getState().aboutId);
    if (call === undefined) throw new Error('The call is not there any more.');
    const ratings = callRatings(base, marks, call);
    const cells = ratings.edited.map(({ row, columnId }) => ({ row, columnId }));
    const before = cells.length === 0 ? [] : await workers.evaluator.beneath({ cells });
    return promptTask(call, ratings, { text, before });
  }

  private askWorker(model: ModelAlias): AskModel {
    const { stores, workers } = this.context;
    return async (request) => {
      const connection = connectionOf(model, stores.settings.getState());
      const { text, usage, problem } = await workers.engine.ask({ connection, request });
      if (problem !== undefined) return failure(problem);
      return success({ text: text ?? '', usage });
    };
  }
}
