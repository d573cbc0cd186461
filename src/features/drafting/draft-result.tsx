import { styled } from '@mui/material/styles';
import type { DatasetDesign } from '#core/design/design.ts';
import type { Draft } from '#state/draft-store.ts';
import { useDraft } from '#state/react.tsx';
import { Banner } from '#ui/feedback/banner.tsx';
import { ChangeList } from './change-list.tsx';
import { MessageChanges } from './message-changes.tsx';
import type { DraftChanges } from './use-draft-changes.ts';

const Stack = styled('div')({ display: 'flex', flexDirection: 'column', gap: 8, marginTop: 12 });
const Items = styled('ul')({ margin: 0, paddingLeft: 16 });

const mostShown = 5;

interface DraftResultProps {
  readonly base: DatasetDesign;
  readonly draft: Draft;
  readonly picked: DraftChanges;
}

/** What the model drafted, as changes, with what it could not do and what is still wrong. */
export function DraftResult({ base, draft, picked }: DraftResultProps) {
  const { changes, chosen, problems, toggle } = picked;
  const kind = useDraft((state) => state.kind);
  // Notices of restoring tell what was left out; they hold whatever is ticked.
  const losses = draft.problems.filter(
    ({ severity, code }) => severity !== 'info' && code !== 'repaired',
  );
  const messages = new Set([...problems, ...losses].map(({ message }) => message));
  return (
    <Stack>
      {draft.remark !== '' && <Banner inset>{draft.remark}</Banner>}
      {messages.size > 0 && (
        <Banner tone="warn" inset>
          {draft.exchanges.length > 1 ? 'Asked twice, and still not right:' : 'Not right yet:'}
          <Items>
            {[...messages].slice(0, mostShown).map((message) => (
              <li key={message}>{message}</li>
            ))}
          </Items>
        </Banner>
      )}
      {changes.length === 0 ? (
        <Banner inset>Nothing would change. Say it differently, or in more detail.</Banner>
      ) : kind === 'prompt' ? (
        <MessageChanges before={base} after={draft.design} />
      ) : (
        <ChangeList
          before={base}
          after={draft.design}
          changes={changes}
          chosen={chosen}
          onToggle={toggle}
        />
      )}
    </Stack>
  );
}
