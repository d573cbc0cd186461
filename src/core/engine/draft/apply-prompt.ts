/** New messages laid over one call: nothing else of the design changes, whatever the answer says. */
import { hasErrors, type Diagnostic } from '#core/base/diagnostic.ts';
import type { Result } from '#core/base/result.ts';
import { checkDesign } from '#core/design/check.ts';
import { restoreDesign } from '#core/design/restore.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import type { PromptAnswer } from '#core/llm/draft/draft-shape.ts';
import type { AppliedDraft } from './apply-draft.ts';

/** All errors of the messages count, those that were there before too: the answer is to be sound as a whole. */
export function applyPrompt(
  base: DatasetDesign,
  callId: string,
  { messages }: PromptAnswer,
): Result<AppliedDraft, readonly Diagnostic[]> {
  const index = base.calls.findIndex(({ id }) => id === callId);
  const calls = base.calls.map((call) => (call.id === callId ? { ...call, messages } : call));
  const restored = restoreDesign({ ...base, calls });
  if (!restored.ok) return restored;
  const changed = restored.value.design.calls[index];
  const design: DatasetDesign = {
    ...base,
    calls: base.calls.map((call, at) =>
      at === index && changed !== undefined ? { ...call, messages: changed.messages } : call,
    ),
  };
  const problems = checkDesign(design).filter(
    (problem) => hasErrors([problem]) && isInMessages(problem, index),
  );
  return { ok: true, value: { design, problems } };
}

function isInMessages({ path: [list, at, key] }: Diagnostic, index: number): boolean {
  return list === 'calls' && at === index && key === 'messages';
}
