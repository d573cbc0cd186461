import { styled } from '@mui/material/styles';
import type { Call, DatasetDesign, Message } from '#core/design/design.ts';
import { useDraft } from '#state/react.tsx';
import { TextChanges } from '#ui/inspect/text-changes.tsx';
import { Card } from '#ui/layout/card.tsx';
import { SectionHead } from '#ui/layout/section-head.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { messagePairs } from './message-pairs.ts';

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
  const callId = useDraft((state) => state.aboutId);
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
