import { styled } from '@mui/material/styles';
import { FORCED } from '#ui/theme/surface.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import type { RequestEntry } from '#state/run-store.ts';
import { hasFailed } from './request-words.ts';

const Track = styled('div')({
  position: 'relative',
  height: 6,
  minWidth: 96,
  '& > i': {
    position: 'absolute',
    top: 0,
    height: 6,
    borderRadius: 3,
    [FORCED]: { border: '1px solid' },
  },
  '& > [data-part=wait]': { backgroundColor: tokenVar('press') },
  '& > [data-part=read]': { backgroundColor: tokenVar('generated-line') },
  '& > [data-part=hot]': { backgroundColor: tokenVar('ember-line') },
  '& > [data-part=bad]': { backgroundColor: tokenVar('red-line') },
});

export interface TimeSpan {
  readonly startMs: number;
  readonly endMs: number;
}

/** From the first request sent to the last moment known; requests of an unknown time have no place in it. */
export function timeSpan(requests: readonly RequestEntry[], nowMs: number): TimeSpan {
  const timed = requests.filter(({ startedAtMs }) => startedAtMs > 0);
  if (timed.length === 0) return { startMs: 0, endMs: 1 };
  const startMs = Math.min(...timed.map(({ startedAtMs }) => startedAtMs));
  const endMs = Math.max(...timed.map(({ endedAtMs }) => endedAtMs ?? nowMs));
  return { startMs, endMs: Math.max(endMs, startMs + 1) };
}

interface WaterfallProps {
  readonly request: RequestEntry;
  readonly span: TimeSpan;
  readonly nowMs: number;
}

/** Grey until the first row arrived, then the colour of what came of it. The words stand beside it. */
export function Waterfall({ request, span, nowMs }: WaterfallProps) {
  const { startedAtMs, firstRowAtMs, endedAtMs } = request;
  if (startedAtMs === 0) return null;
  const end = endedAtMs ?? nowMs;
  const first = Math.min(firstRowAtMs ?? (request.isStored === true ? startedAtMs : end), end);
  const at = (ms: number) => (100 * (ms - span.startMs)) / (span.endMs - span.startMs);
  const tone = endedAtMs === undefined ? 'hot' : 'read';
  const failed = hasFailed(request);
  return (
    <Track aria-hidden>
      <i data-part="wait" style={barStyle(at(startedAtMs), at(first))} />
      <i
        data-part={failed ? 'bad' : tone}
        style={barStyle(at(failed ? startedAtMs : first), at(end))}
      />
    </Track>
  );
}

function barStyle(start: number, end: number) {
  return { left: `${start}%`, width: `max(2px, ${Math.max(0, end - start)}%)` };
}
