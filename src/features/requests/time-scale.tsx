import { styled } from '@mui/material/styles';
import { VisuallyHidden } from '#ui/layout/visually-hidden.tsx';
import type { TimeSpan } from './waterfall.tsx';

const Scale = styled('div')({
  position: 'relative',
  height: 16,
  minWidth: 96,
  '& > span': { position: 'absolute', transform: 'translateX(-50%)', whiteSpace: 'nowrap' },
  '& > span:first-of-type': { transform: 'none' },
});

const mostTicks = 5;

/** Round times from the start of the first request on, over the bars of the table. */
export function TimeScale({ span }: { readonly span: TimeSpan }) {
  const seconds = (span.endMs - span.startMs) / 1_000;
  return (
    <>
      <VisuallyHidden>{seconds.toFixed(1)} s in all</VisuallyHidden>
      <Scale aria-hidden>
        {timeTicks(seconds).map((at) => (
          <span key={at} style={{ left: `${(100 * at) / seconds}%` }}>
            {at} s
          </span>
        ))}
      </Scale>
    </>
  );
}

/** At most five steps of 1, 2 or 5 times a power of ten, the first at 0; none within the last tenth. */
export function timeTicks(seconds: number): readonly number[] {
  const rough = seconds / mostTicks;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  const count = Math.floor((0.9 * seconds) / step);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(6)));
}
