import { styled } from '@mui/material/styles';
import type { Call, DatasetDesign, Message } from '#core/design/design.ts';
import { useDraft } from '#state/react.tsx';
import { TextChanges } from '#ui/inspect/text-changes.tsx';
import { Card } from '#ui/layout/card.tsx';
import { SectionHead } from '#ui/layout/section-head.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';

const Body = styled('div')({
  padding: '8px 10px',
  maxHeight: 320,
  overflowY: 'auto',
  fontSize: '0.8125rem',
  '& + &': { borderTop: `1px solid ${tokenVar('line')}` },
});

const roleTitles: Readonly<Record<Message['role'], string>> = {
  system: 'System message',
  user: 'Message',
  assistant: 'Answer of the model',
  tool: 'Answer of a tool',
};

interface MessageChangesProps {
  readonly before: DatasetDesign;
  readonly after: DatasetDesign;
}

/** The messages of the rated call word by word, before and after. */
export function MessageChanges({ before, after }: MessageChangesProps) {
  const callId = useDraft((state) => state.callId);
  const pairs = messagePairs(messagesOf(before, callId), messagesOf(after, callId));
  return pairs.map(({ role, was, is }, index) => (
    <section key={index} aria-label={`${roleTitles[role]}, before and after`}>
      <SectionHead title={roleTitles[role]} />
      <Card>
        <Body role="region" aria-label="Changed words" tabIndex={0}>
          <TextChanges before={was} after={is} />
        </Body>
      </Card>
    </section>
  ));
}

function messagesOf({ calls }: DatasetDesign, callId: string | undefined): Call['messages'] {
  return calls.find(({ id }) => id === callId)?.messages ?? [];
}

export interface MessagePair {
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
