import { styled } from '@mui/material/styles';
import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import { useEffect, useRef } from 'react';
import { Icon } from '#ui/icon/icon.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import type { ConnectionReport } from '#state/model-actions.ts';

const Box = styled('div')({
  padding: '10px 12px',
  borderRadius: 8,
  backgroundColor: tokenVar('sunken'),
  boxShadow: `inset 0 0 0 1px ${tokenVar('line-2')}`,
  '&[data-ok=false]': { backgroundColor: tokenVar('red-soft'), boxShadow: 'none' },
});

const Title = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  fontWeight: 600,
  '[data-ok=true] > & svg': { color: tokenVar('green') },
  '[data-ok=false] > & svg': { color: tokenVar('red') },
});

const Facts = styled('dl')({
  display: 'grid',
  gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
  gap: '6px 24px',
  margin: '8px 0 0 24px',
  '& div': { display: 'flex', justifyContent: 'space-between', gap: 8 },
  '& dd': { margin: 0, color: tokenVar('ink-2') },
});

const Message = styled('p')({ margin: '6px 0 0 24px', overflowWrap: 'anywhere' });

/** What one request of the run's own shape found out. */
export function TestResult({ report }: { readonly report: ConnectionReport }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // On a low screen it comes below what is seen of the form, and the press would seem to do nothing.
    const place: Partial<Pick<Element, 'scrollIntoView'>> | null = box.current;
    place?.scrollIntoView?.({ block: 'nearest' });
  }, [report]);
  return (
    <Box ref={box} role="status" aria-label="Test result" data-ok={report.ok}>
      <Title>
        <Icon glyph={report.ok ? CircleCheck : CircleAlert} size={16} />
        {report.ok ? 'Ready for the run' : 'The test failed'}
      </Title>
      {report.ok ? <Findings report={report} /> : <Message>{report.problem?.message}</Message>}
    </Box>
  );
}

function Findings({ report }: { readonly report: ConnectionReport }) {
  const tokens = (report.usage?.inputTokens ?? 0) + (report.usage?.outputTokens ?? 0);
  return (
    <Facts>
      <div>
        <dt>Answered</dt>
        <dd>{seconds(report.totalMs)}</dd>
      </div>
      <div>
        <dt>Fixed answer schema</dt>
        <dd>{report.isStructured === true ? 'yes' : 'no, read from text'}</dd>
      </div>
      <div>
        <dt>Streams rows</dt>
        <dd>
          {report.firstRowMs === undefined ? 'no' : `first row at ${seconds(report.firstRowMs)}`}
        </dd>
      </div>
      <div>
        <dt>Tokens</dt>
        <dd>{tokens === 0 ? 'not told' : tokens.toLocaleString('en')}</dd>
      </div>
      {report.refusals !== undefined && (
        <div>
          <dt>The model takes</dt>
          <dd>{report.refusals.join(', ')}</dd>
        </div>
      )}
    </Facts>
  );
}

function seconds(ms: number | undefined): string {
  return ms === undefined ? 'unknown' : `${(ms / 1_000).toFixed(1)} s`;
}
