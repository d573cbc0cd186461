import { styled } from '@mui/material/styles';
import { tokenVar } from '#ui/theme/tokens.ts';

export type ProgressState = 'running' | 'waiting' | 'stopped' | 'idle';

const dashes = (colour: string) =>
  `repeating-linear-gradient(90deg, ${colour} 0 6px, transparent 6px 9px)`;

const Line = styled('div')({
  display: 'flex',
  height: 3,
  width: '100%',
  overflow: 'hidden',
  backgroundColor: tokenVar('line'),
  '& > span': { transition: 'width 240ms linear' },
  '& > [data-part=done]': { backgroundColor: tokenVar('ember-line') },
  '& > [data-part=failed]': { backgroundColor: tokenVar('red-line') },
  '& > [data-part=flight]': { opacity: 0.46, backgroundImage: dashes(tokenVar('ember-line')) },
  '&[data-state=waiting] > [data-part=done]': { opacity: 0.56 },
  '&[data-state=stopped] > [data-part=done]': { backgroundColor: tokenVar('ink-3') },
  '&[data-state=idle]': { visibility: 'hidden' },
  forcedColorAdjust: 'none',
});

interface ProgressLineProps {
  /** The accessible name, such as "Run progress". */
  readonly label: string;
  readonly state: ProgressState;
  readonly total: number;
  readonly done: number;
  readonly failed?: number;
  readonly inFlight?: number;
  /** Said instead of the bare number: "137 of 200 rows". */
  readonly valueText?: string;
}

/** Keeps its 3 px when idle, so that nothing jumps when a run starts or ends. */
export function ProgressLine(props: ProgressLineProps) {
  const { label, state, total, done, failed = 0, inFlight = 0, valueText } = props;
  const width = (count: number) => ({
    width: `${total > 0 ? Math.min(100, (count / total) * 100) : 0}%`,
  });
  return (
    <Line
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={Math.min(done, total)}
      aria-valuetext={valueText ?? `${done} of ${total}`}
      data-state={state}
    >
      <span data-part="done" style={width(done)} />
      <span data-part="failed" style={width(failed)} />
      {state === 'running' && <span data-part="flight" style={width(inFlight)} />}
    </Line>
  );
}
