import { styled } from '@mui/material/styles';
import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import { counted } from '#core/base/counted.ts';
import { Icon } from '#ui/icon/icon.tsx';
import { LaneTicks } from '#ui/feedback/lane-ticks.tsx';
import { VisuallyHidden } from '#ui/layout/visually-hidden.tsx';
import { Tag } from '#ui/marks/tag.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import {
  useDataset,
  useDesign,
  useRun,
  useRunCost,
  useSettings,
  useStorage,
  useWorkbench,
} from '#state/react.tsx';
import { isUncharged } from '#state/run-cost.ts';
import { isRunning, type RunState } from '#state/run-store.ts';
import { FailedCells } from './failed-cells.tsx';
import { narrow, Roomy, Short, Spacious, Whole } from './fitting.ts';
import {
  capSpendWords,
  openWords,
  paceWords,
  rowsWords,
  spendWords,
  shownSentence,
  statusSentence,
  tightSentence,
} from './run-words.ts';
import { ScoresButton } from './scores-button.tsx';
import { useSpokenStatus } from './use-spoken-status.ts';
import { useTick } from './use-tick.ts';
import { useHiddenReason, WhyButton } from './why-button.tsx';

const Figures = styled('div')({
  display: 'flex',
  alignItems: 'center',
  flexWrap: 'wrap',
  gap: '2px 12px',
  flex: '1 1 200px',
  [narrow]: { columnGap: 8, flexBasis: 124 },
  minWidth: 0,
  color: tokenVar('ink-2'),
  fontVariantNumeric: 'tabular-nums',
});

const Count = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 8,
  flexShrink: 0,
  fontWeight: 600,
  color: tokenVar('ink'),
  '& > [data-tone=done]': { color: tokenVar('green') },
  '& > [data-tone=bad]': { color: tokenVar('red') },
});

const Sentence = styled('span')({ minWidth: 0, overflowWrap: 'anywhere' });
const RoomySentence = styled(Sentence)({ [narrow]: { display: 'none' } });
const Nowrap = styled('span')({ whiteSpace: 'nowrap' });

interface RunFiguresProps {
  readonly finished: number;
  readonly total: number;
  readonly failed: number;
}

/** N of M rows, rate, time left, lanes; or the sentence that says why it is not running. */
export function RunFigures({ finished, total, failed }: RunFiguresProps) {
  const { now } = useWorkbench();
  const run = useRun((state) => state);
  const hasModel = useDesign((state) => state.design.calls.length > 0);
  const words = rowsWords(finished, total);
  const sentence = shownSentence(run, now());
  const spoken = useSpokenStatus(
    [words, statusSentence(run)].filter(Boolean).join('. '),
    run.status,
  );
  useTick(run.status === 'running' && run.throttle?.untilMs !== undefined);
  const isDone = !isRunning(run.status) && finished >= total && total > 0 && hasModel;
  return (
    <Figures>
      <Count aria-hidden>
        <Verdict isDone={isDone} isBad={run.status === 'paused' || run.status === 'incomplete'} />
        {words}
      </Count>
      <VisuallyHidden role="status" aria-label="Run status">
        {spoken}
      </VisuallyHidden>
      {sentence === undefined ? (
        <RunningFigures run={run} nowMs={now()} />
      ) : (
        <Told sentence={sentence} tight={tightSentence(run, now())} />
      )}
      <WhyButton />
      <ScoresButton />
      <RunSpend run={run} />
      <RunTags run={run} failed={failed} />
    </Figures>
  );
}

interface ToldProps {
  readonly sentence: string;
  readonly tight: string | undefined;
}

function Told({ sentence, tight }: ToldProps) {
  const isInButton = useHiddenReason() !== undefined;
  if (isInButton) return <RoomySentence aria-hidden>{sentence}</RoomySentence>;
  if (tight === undefined) return <Sentence aria-hidden>{sentence}</Sentence>;
  return (
    <Sentence aria-hidden>
      <Whole>{sentence}</Whole>
      <Short>{tight}</Short>
    </Sentence>
  );
}

function Verdict({ isDone, isBad }: { readonly isDone: boolean; readonly isBad: boolean }) {
  if (!isDone && !isBad) return null;
  return (
    <span data-tone={isDone ? 'done' : 'bad'}>
      <Icon glyph={isDone ? CircleCheck : CircleAlert} size={16} />
    </span>
  );
}

function RunTags({ run, failed }: { readonly run: RunState; readonly failed: number }) {
  const isUnstored = useStorage((state) => state.isRunUnstored);
  const hasDemoRows = useDataset((state) => state.summary?.hasDemoRows === true);
  return (
    <>
      {!isRunning(run.status) && hasDemoRows && (
        <Tag tone="demo">
          <span>
            <Roomy>made by the </Roomy>demo model
          </span>
        </Tag>
      )}
      {isUnstored && <Tag tone="warn">not stored: download your rows</Tag>}
      {run.isUnsaved === true && <Tag tone="warn">not yet saved to a file</Tag>}
      {failed > 0 && <FailedCells count={failed} />}
    </>
  );
}

/** Money so far; after a crash also what unfinished requests may have cost. */
function RunSpend({ run }: { readonly run: RunState }) {
  const cost = useRunCost();
  const cap = useSettings((state) => state.spendCap);
  const capped = run.status === 'running' ? capSpendWords(run.spent, cap) : undefined;
  const open = isRunning(run.status) ? undefined : openWords(cost);
  if (capped !== undefined) return <Nowrap>{capped}</Nowrap>;
  if (isUncharged(run.usage) || cost.cost.kind === 'free') return null;
  const words = <Nowrap>{spendWords(cost)}</Nowrap>;
  // That nobody knows is worth no second line.
  const spend = cost.cost.kind === 'unknown' ? <Spacious>{words}</Spacious> : words;
  return (
    <>
      {spend}
      {open !== undefined && <Sentence>{open}</Sentence>}
    </>
  );
}

function RunningFigures({ run, nowMs }: { readonly run: RunState; readonly nowMs: number }) {
  // How many calls it took gives way to what judges say.
  if (run.status === 'complete' && run.requestCount > 0 && run.judged === undefined)
    return (
      <Roomy>
        <Nowrap>{counted(run.requestCount, 'call')}</Nowrap>
      </Roomy>
    );
  if (run.status !== 'running') return null;
  return (
    <>
      {paceWords(run, nowMs).map((words) => (
        <Nowrap key={words}>{words}</Nowrap>
      ))}
      <LaneTicks allowed={run.concurrency} inFlight={run.inFlight} />
      <Nowrap title={run.laneNote}>
        {run.inFlight}
        <Roomy> {run.inFlight === 1 ? 'request' : 'requests'} in flight</Roomy>
        {run.laneNote !== undefined && <Whole>, at most 5 over plain http</Whole>}
      </Nowrap>
    </>
  );
}
