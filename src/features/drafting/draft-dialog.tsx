import { styled } from '@mui/material/styles';
import PenLine from 'lucide-react/icons/pen-line';
import Square from 'lucide-react/icons/square';
import type { DatasetDesign } from '#core/design/design.ts';
import { needsWords, type Draft } from '#state/draft-store.ts';
import { useDraft, useDraftCost, useRun, useWorkbench } from '#state/react.tsx';
import { isRunning } from '#state/run-store.ts';
import { Button } from '#ui/actions/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { Spinner } from '#ui/feedback/spinner.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { DraftFault } from './draft-fault.tsx';
import { DraftField } from './draft-field.tsx';
import { DraftResult } from './draft-result.tsx';
import { LevelLine } from './level-line.tsx';
import { RatingsLine } from './ratings-line.tsx';
import { draftWords, priceWords } from './draft-words.ts';
import { ExchangeDetails } from './exchange-details.tsx';
import { spentWords, useSpent } from './spent-words.ts';
import { useDraftChanges, type DraftChanges } from './use-draft-changes.ts';
import { useRatings } from './use-ratings.ts';

const Asking = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  marginTop: 12,
  color: tokenVar('ink-2'),
});

interface DraftDialogProps {
  readonly onClose: () => void;
}

/** A sentence becomes a design, changes of one, or attribute tables: shown first, taken in part or whole. */
export function DraftDialog({ onClose }: DraftDialogProps) {
  const base = useDraft((state) => state.base);
  const draft = useDraft((state) => state.draft);
  if (base === undefined || draft === undefined) return <DraftQuestion onClose={onClose} />;
  const key = draft.exchanges.map(({ answer }) => answer.length).join(' ');
  return <DraftAnswer key={key} base={base} draft={draft} onClose={onClose} />;
}

function AskButton({ isAgain = false }: { readonly isAgain?: boolean }) {
  const { drafts } = useWorkbench();
  const kind = useDraft((state) => state.kind);
  const isEmpty = useDraft(({ texts }) => texts[kind].trim() === '');
  const { model, cost } = useDraftCost(kind);
  return (
    <Button
      size="large"
      tone={isAgain ? 'outline' : 'ink'}
      glyph={PenLine}
      disabled={isEmpty && needsWords(kind)}
      {...priceWords(cost, model.provider === 'demo')}
      onClick={() => void drafts.ask()}
    >
      {isAgain ? 'Ask again' : draftWords[kind].ask}
    </Button>
  );
}

function DraftQuestion({ onClose }: DraftDialogProps) {
  const { drafts } = useWorkbench();
  const kind = useDraft((state) => state.kind);
  const isAsking = useDraft((state) => state.status === 'asking');
  const exchanges = useDraft((state) => state.exchanges);
  const { model } = useDraftCost(kind);
  const name = model.provider === 'demo' ? 'the demo model' : model.model;
  return (
    <Dialog
      open
      title={draftWords[kind].title}
      width={680}
      onClose={() => {
        if (isAsking) drafts.stop();
        onClose();
      }}
      actions={
        isAsking ? (
          <Button size="large" glyph={Square} onClick={() => drafts.stop()}>
            Stop
          </Button>
        ) : (
          <AskButton />
        )
      }
    >
      <DraftField kind={kind} isLocked={isAsking} />
      {kind === 'prompt' && <RatingsLine />}
      {kind === 'level' && <LevelLine />}
      <DraftFault alias={model.alias} />
      {isAsking && (
        <Asking role="status">
          <Spinner />
          Asking {name}. The answer is checked before you see it.
        </Asking>
      )}
      <ExchangeDetails exchanges={exchanges ?? []} />
    </Dialog>
  );
}

/** Lands the prompt and writes with it what was not liked; offered while something is. */
function WriteAgainButton({ picked }: { readonly picked: DraftChanges }) {
  const { drafts } = useWorkbench();
  const ratings = useRatings();
  const isBusy = useRun(({ status }) => isRunning(status));
  const cells = ratings?.disliked.length ?? 0;
  if (cells === 0 || picked.problems.length > 0) return null;
  return (
    <Button
      size="large"
      disabled={picked.chosen.size === 0 || isBusy}
      onClick={() => void drafts.take(picked.chosen, { andWriteAgain: true })}
    >
      Use and write disliked again
    </Button>
  );
}

interface DraftAnswerProps extends DraftDialogProps {
  readonly base: DatasetDesign;
  readonly draft: Draft;
}

function DraftAnswer({ base, draft, onClose }: DraftAnswerProps) {
  const { drafts } = useWorkbench();
  const kind = useDraft((state) => state.kind);
  const picked = useDraftChanges(base, draft);
  const spent = useSpent(draft);
  const isNothing = picked.chosen.size === 0;
  const hasCalls = draft.design.calls.length > 0 && picked.problems.length === 0;
  return (
    <Dialog
      open
      title={draftWords[kind].title}
      width={680}
      onClose={onClose}
      quietActions={<span>{spentWords(spent)}</span>}
      actions={
        <>
          <AskButton isAgain />
          {kind === 'prompt' ? (
            <WriteAgainButton picked={picked} />
          ) : hasCalls ? (
            <Button
              size="large"
              disabled={isNothing}
              onClick={() => void drafts.take(picked.chosen, { andPreview: true })}
            >
              Use and preview
            </Button>
          ) : null}
          <Button
            size="large"
            tone="ink"
            disabled={isNothing}
            onClick={() => void drafts.take(picked.chosen)}
          >
            {draftWords[kind].take}
          </Button>
        </>
      }
    >
      <DraftField kind={kind} isLocked={false} />
      <DraftResult base={base} draft={draft} picked={picked} />
      <ExchangeDetails exchanges={draft.exchanges} />
    </Dialog>
  );
}
