/** The ratings of one call as a task for a better prompt, and the cells that are written again with it. Pure. */
import type { Call, DatasetDesign } from '#core/design/design.ts';
import { promptRoles, type PromptMessage, type PromptTask } from '#core/llm/draft/draft-task.ts';
import { callRatings, type CallRatings } from '#core/rows/call-ratings.ts';
import type { RowMarks } from '#core/rows/row-marks.ts';

/** The call that the user wants better messages for; undefined once it is gone. */
export function ratedCall({ calls }: DatasetDesign, callId: string | undefined): Call | undefined {
  return calls.find(({ id }) => id === callId);
}

export interface PromptSubject {
  readonly design: DatasetDesign;
  readonly marks: RowMarks;
  readonly callId: string | undefined;
}

/** Whether a person has said anything about what the call wrote. */
export function hasRatings({ design, marks, callId }: PromptSubject): boolean {
  const call = ratedCall(design, callId);
  if (call === undefined) return false;
  const { liked, disliked, edited } = callRatings(design, marks, call);
  return liked.length + disliked.length + edited.length > 0;
}

/** Without what stands under the edits, which only the rows know. */
export function promptTask(subject: PromptSubject, text: string): PromptTask | undefined {
  const call = ratedCall(subject.design, subject.callId);
  if (call === undefined) return undefined;
  const ratings = callRatings(subject.design, subject.marks, call);
  return {
    kind: 'prompt',
    text,
    callId: call.id,
    messages: call.messages.flatMap(speakable),
    ratings: toldRatings(ratings),
  };
}

function speakable({ role, content }: Call['messages'][number]): readonly PromptMessage[] {
  const known = promptRoles.find((one) => one === role);
  return known === undefined ? [] : [{ role: known, content }];
}

function toldRatings({ liked, disliked, edited }: CallRatings): PromptTask['ratings'] {
  return {
    liked: liked.map(({ column, value }) => ({ column, value })),
    disliked: disliked.map(({ column, value }) => ({ column, value })),
    edited: edited.map(({ column, after }) => ({ column, after })),
  };
}
