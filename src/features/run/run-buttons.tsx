import { styled } from '@mui/material/styles';
import Play from 'lucide-react/icons/play';
import Square from 'lucide-react/icons/square';
import { Button } from '#ui/actions/button.tsx';
import { useDesign, useEstimate, useRun, useView, useWorkbench } from '#state/react.tsx';
import { hasErrors } from '#core/base/diagnostic.ts';
import { CapButton } from './cap-button.tsx';
import { Short, Spacious, Whole } from './fitting.ts';
import { PreviewButton } from './preview-button.tsx';
import { barMode, doneWords, estimateWords, leftWords, priceWords } from './run-words.ts';
import { useKeptFocus } from './use-kept-focus.ts';

const Buttons = styled('div')({
  display: 'flex',
  alignItems: 'center',
  flexWrap: 'wrap',
  justifyContent: 'flex-end',
  gap: 8,
  marginLeft: 'auto',
  '@media (max-width: 599.95px)': {
    flex: '1 1 100%',
    minWidth: 0,
    flexWrap: 'nowrap',
    '& > :last-child, & > :last-child > button': { flex: 1, minWidth: 0 },
  },
});

/** The keys that do what the buttons do. */
export interface RunKeys {
  readonly preview: string;
  readonly generate: string;
}

interface Figures {
  readonly finished: number;
  readonly total: number;
}

/** The cap is a setting of many runs; the buttons need the room. */
const NotOnPhone = styled('span')({ '@media (max-width: 599.95px)': { display: 'none' } });

interface RunButtonsProps extends Figures {
  readonly keys: RunKeys;
}

/** One hot button at most: Generate while there is work, Resume after a stop. */
export function RunButtons({ finished, total, keys }: RunButtonsProps) {
  const { runs } = useWorkbench();
  const run = useRun((state) => state);
  const isBlocked = useDesign((state) => hasErrors(state.diagnostics));
  const hasCalls = useDesign((state) => state.design.calls.length > 0);
  const estimate = useEstimate();
  const generate = estimateWords(total, estimate);
  const mode = barMode(run);
  const hidden = useView((view) => view.hiddenProblem);
  const kept = useKeptFocus(mode, hidden);

  if (mode === 'running')
    return (
      <Buttons {...kept}>
        <Button
          size="large"
          glyph={Square}
          disabled={run.status === 'stopping'}
          onClick={() => void runs.stop()}
        >
          Stop
        </Button>
      </Buttons>
    );

  const isFinished = finished >= total && total > 0;
  const isResumable = mode === 'resumable' && !isFinished;
  return (
    <Buttons {...kept}>
      {hasCalls && (
        <NotOnPhone>
          <CapButton />
        </NotOnPhone>
      )}
      {!isResumable && hasCalls && <PreviewButton keys={keys.preview} isBlocked={isBlocked} />}
      {isResumable ? (
        <ResumeButton finished={finished} total={total} isBlocked={isBlocked} />
      ) : (
        <Button
          size="large"
          tone={isFinished ? 'outline' : 'hot'}
          glyph={Play}
          disabled={isBlocked || !hasCalls}
          keys={keys.generate}
          aside={
            <>
              <Whole>
                {generate.rows !== undefined && <Spacious>{generate.rows}</Spacious>}
                {generate.aside}
              </Whole>
              <Short>{priceWords(estimate)}</Short>
            </>
          }
          description={generate.description}
          onClick={() => void runs.generate()}
        >
          Generate
        </Button>
      )}
    </Buttons>
  );
}

interface ResumeButtonProps extends Figures {
  readonly isBlocked: boolean;
}

/** Goes on with what is left; a run that another tab is writing is taken over only when told to. */
function ResumeButton({ finished, total, isBlocked }: ResumeButtonProps) {
  const { runs } = useWorkbench();
  const isLocked = useRun((state) => state.problem?.kind === 'locked');
  if (isLocked)
    return (
      <Button size="large" onClick={() => void runs.resume({ steal: true })}>
        Continue here
      </Button>
    );
  return (
    <Button
      size="large"
      tone="hot"
      glyph={Play}
      disabled={isBlocked}
      aside={doneWords(finished, total)}
      description={leftWords(finished, total)}
      onClick={() => void runs.resume()}
    >
      Resume
    </Button>
  );
}
