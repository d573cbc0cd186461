/** The ratings of one call as a task for a better prompt, and the cells that are written again with it. Pure. */
import type { JsonValue } from '#core/base/json.ts';
import type { Call, DatasetDesign } from '#core/design/design.ts';
import { promptRoles, type PromptMessage, type PromptTask } from '#core/llm/draft/draft-task.ts';
import type { CallRatings } from '#core/rows/call-ratings.ts';

/** The call that the user wants better messages for; undefined once it is gone. */
export function ratedCall({ calls }: DatasetDesign, callId: string | undefined): Call | undefined {
  return calls.find(({ id }) => id === callId);
}

/** Whether a person has said anything. */
export function hasRatings({ liked, disliked, edited }: CallRatings): boolean {
  return liked.length + disliked.length + edited.length > 0;
}

interface Told {
  /** What the user asks for beside the ratings; may be empty. */
  readonly text: string;
  /** What stood under each edit, where that is known; only the rows know it. */
  readonly before?: readonly (JsonValue | undefined)[];
}

export function promptTask(
  { id, messages }: Call,
  { liked, disliked, edited }: CallRatings,
  { text, before = [] }: Told,
): PromptTask {
  return {
    kind: 'prompt',
    text,
    callId: id,
    messages: messages.flatMap(speakable),
    ratings: {
      liked: liked.map(({ column, value }) => ({ column, value })),
      disliked: disliked.map(({ column, value }) => ({ column, value })),
      edited: edited.map(({ column, after }, index) => {
        const value = before[index];
        return value === undefined ? { column, after } : { column, after, before: value };
      }),
    },
  };
}

function speakable({ role, content }: Call['messages'][number]): readonly PromptMessage[] {
  const known = promptRoles.find((one) => one === role);
  return known === undefined ? [] : [{ role: known, content }];
}
