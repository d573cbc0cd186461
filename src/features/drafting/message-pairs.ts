/** Which message became which, so that each can be shown before and after. */
import type { Message } from '#core/design/design.ts';

interface MessagePair {
  readonly role: Message['role'];
  /** Empty where the message is new. */
  readonly was: string;
  /** Empty where the message is gone. */
  readonly is: string;
}

/** The first system message beside the first, and so on for each role, in the order of the later messages. */
export function messagePairs(
  before: readonly Message[],
  after: readonly Message[],
): readonly MessagePair[] {
  const left = [...before];
  const pairs = after.map(({ role, content }): MessagePair => {
    const at = left.findIndex((message) => message.role === role);
    const [match] = at < 0 ? [] : left.splice(at, 1);
    return { role, was: match?.content ?? '', is: content };
  });
  return [...pairs, ...left.map(({ role, content }) => ({ role, was: content, is: '' }))];
}
