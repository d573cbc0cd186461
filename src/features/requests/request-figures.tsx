import { styled } from '@mui/material/styles';
import { tokenVar } from '#ui/theme/tokens.ts';
import { useRun } from '#state/react.tsx';
import { hasFailed, medianSeconds, shortCount, wasStopped } from './request-words.ts';

const Figures = styled('dl')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '8px 28px',
  margin: 0,
  padding: '12px 16px',
  fontVariantNumeric: 'tabular-nums',
  '& > div': { display: 'flex', flexDirection: 'column-reverse' },
  '& dt': { color: tokenVar('ink-3'), fontSize: '0.75rem', lineHeight: '16px' },
  '& dd': { margin: 0, fontSize: '1.1875rem', fontWeight: 600, lineHeight: '25px' },
});

/** The run in a few numbers. */
export function RequestFigures() {
  const run = useRun((state) => state);
  const median = medianSeconds(run.requests);
  const failed = run.requests.filter(hasFailed).length;
  const stopped = run.requests.filter(wasStopped).length;
  return (
    <Figures>
      <div>
        <dt>{run.inFlight > 0 ? `requests, ${run.inFlight} in flight` : 'requests'}</dt>
        <dd>{run.requestCount.toLocaleString('en')}</dd>
      </div>
      {median !== undefined && (
        <div>
          <dt>median time</dt>
          <dd>{median.toFixed(1)} s</dd>
        </div>
      )}
      <div>
        <dt>tokens in and out</dt>
        <dd>
          {shortCount(run.inputTokens)} / {shortCount(run.outputTokens)}
        </dd>
      </div>
      {failed > 0 && (
        <div>
          <dt>failed on the way</dt>
          <dd>{failed.toLocaleString('en')}</dd>
        </div>
      )}
      {stopped > 0 && (
        <div>
          <dt>stopped</dt>
          <dd>{stopped.toLocaleString('en')}</dd>
        </div>
      )}
    </Figures>
  );
}
