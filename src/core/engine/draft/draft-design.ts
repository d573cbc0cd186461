/**
 * Drafting: one request, its answer checked by the rules of designs, and one more request with what was
 * wrong. Nothing is repaired by guessing: what is still wrong afterwards comes back as problems.
 */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import type { ErrorReport } from '#core/base/error-report.ts';
import { hasErrors } from '#core/base/diagnostic.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import { emptyDraft, type DraftAnswer } from '#core/llm/draft/draft-shape.ts';
import type { DesignDraftTask, PromptTask } from '#core/llm/draft/draft-task.ts';
import { readDraft, readPrompt } from '#core/llm/draft/read-draft.ts';
import type { ChatMessage, Usage } from '#core/llm/language-model.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { applyDraft, type AppliedDraft, type DraftBase } from './apply-draft.ts';
import { applyPrompt } from './apply-prompt.ts';
import {
  draftRequest,
  problemWords,
  repairRequest,
  type DraftOrder,
  type DraftRequest,
} from './draft-prompt.ts';

/** Sends one request to the model; a fault is an answer too. */
export type AskModel = (request: DraftRequest) => Promise<Result<AskedText, ErrorReport>>;

export interface AskedText {
  readonly text: string;
  readonly usage?: Usage | undefined;
}

export interface DraftExchange {
  readonly messages: readonly ChatMessage[];
  readonly answer: string;
}

export interface Draft {
  readonly design: DatasetDesign;
  /** What is still wrong; empty when the draft is sound. */
  readonly problems: readonly Diagnostic[];
  /** What the model wants the user to know; mostly empty. */
  readonly remark: string;
  /** Requests as sent and answers as they came: one, or two when the first answer had to be mended. */
  readonly exchanges: readonly DraftExchange[];
  readonly usage: Usage;
}

export interface DraftFault {
  readonly problem: ErrorReport;
  readonly exchanges: readonly DraftExchange[];
}

const unreadable: ErrorReport = {
  name: 'DraftUnreadable',
  kind: 'malformed-output',
  message:
    'The model answered twice without a design that can be read. Try again, say it differently, or choose another model.',
};

/** Never rejects unless `ask` does. A design is given as soon as one answer could be read. */
export async function draftDesign(
  order: DraftOrder & DraftBase,
  ask: AskModel,
): Promise<Result<Draft, DraftFault>> {
  const exchanges: DraftExchange[] = [];
  const usages: Usage[] = [];
  const fault = (problem: ErrorReport): Result<never, DraftFault> =>
    failure({ problem, exchanges });
  const send = async (request: DraftRequest): Promise<Result<Reading, ErrorReport>> => {
    const answer = await ask(request);
    if (!answer.ok) return answer;
    exchanges.push({ messages: request.messages, answer: answer.value.text });
    usages.push(answer.value.usage ?? {});
    return success(readingOf(order, answer.value.text));
  };

  const request = draftRequest(order);
  const first = await send(request);
  if (!first.ok) return fault(first.error);
  let best = first.value;
  if (best.feedback.length > 0) {
    const answer = exchanges[0]?.answer ?? '';
    const second = await send(repairRequest(request, answer, best.feedback));
    // A fault of the second request does not cost what the first one brought.
    if (!second.ok && best.applied === undefined) return fault(second.error);
    if (second.ok && second.value.feedback.length <= best.feedback.length)
      best = second.value.applied === undefined ? best : second.value;
  }
  if (best.applied === undefined) return fault(unreadable);
  return success({
    ...best.applied,
    remark: best.remark,
    exchanges,
    usage: sumOf(usages),
  });
}

interface Reading {
  readonly remark: string;
  /** Undefined when nothing could be read or used. */
  readonly applied: AppliedDraft | undefined;
  /** What the model is to mend; empty when the draft is sound. */
  readonly feedback: readonly string[];
}

const unread: Reading = {
  remark: '',
  applied: undefined,
  feedback: ['It was no JSON object of that form.'],
};

function readingOf({ task, ...base }: DraftOrder & DraftBase, text: string): Reading {
  if (task.kind === 'prompt') return promptReading(task, base, text);
  const answer = readDraft(text);
  if (answer === undefined) return unread;
  const draft = onlyWanted(answer, task, base.design);
  const applied = applyDraft(base, draft);
  if (!applied.ok)
    return {
      remark: draft.remark,
      applied: undefined,
      feedback: applied.error.map(({ message }) => message),
    };
  const { design, problems } = applied.value;
  const isEmpty = task.kind === 'describe' && design.columns.length === 0;
  const feedback = isEmpty ? ['It has no columns.'] : [];
  if (task.below !== undefined && draft.tables.length === 0)
    feedback.push(`It has no new table whose varies_with is “${task.below.column}”.`);
  const isWrong = hasErrors(problems) || problems.some(({ code }) => code === 'repaired');
  return {
    remark: draft.remark,
    applied: isEmpty ? undefined : applied.value,
    feedback: isWrong ? problemWords(problems, design) : feedback,
  };
}

function promptReading({ callId }: PromptTask, { design }: DraftBase, text: string): Reading {
  const answer = readPrompt(text);
  if (answer === undefined) return unread;
  const { remark } = answer;
  const applied = applyPrompt(design, callId, answer);
  if (!applied.ok)
    return { remark, applied: undefined, feedback: applied.error.map(({ message }) => message) };
  const { problems } = applied.value;
  return { remark, applied: applied.value, feedback: problemWords(problems, design) };
}

/** Suggestions add attribute tables and touch nothing that is there; a level is one table that goes below its column. */
function onlyWanted(
  draft: DraftAnswer,
  { kind, below }: DesignDraftTask,
  { columns }: DatasetDesign,
): DraftAnswer {
  if (kind !== 'axes' && kind !== 'level') return draft;
  const taken = new Set(columns.map(({ name }) => name));
  const { order, remark } = draft;
  const tables = draft.tables.filter(({ name }) => !taken.has(name));
  const lower = tables.filter((table) => table.varies_with === below?.column).slice(0, 1);
  return { ...emptyDraft, order, remark, tables: kind === 'axes' ? tables : lower };
}

function sumOf(usages: readonly Usage[]): Usage {
  const isKnown = usages.every(({ inputTokens }) => inputTokens !== undefined);
  if (!isKnown) return {};
  return {
    inputTokens: usages.reduce((sum, { inputTokens = 0 }) => sum + inputTokens, 0),
    outputTokens: usages.reduce((sum, { outputTokens = 0 }) => sum + outputTokens, 0),
  };
}
