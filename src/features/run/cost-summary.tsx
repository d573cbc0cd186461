import { styled } from '@mui/material/styles';
import { counted } from '#core/base/counted.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import { useRunCost } from '#state/react.tsx';
import type { CostLine } from '#state/run-cost.ts';
import { openWords, spendWords, tokenWords } from './run-words.ts';

const Section = styled('section')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '4px 32px',
  padding: '12px 16px',
  color: tokenVar('ink-2'),
  fontVariantNumeric: 'tabular-nums',
  borderBottom: `1px solid ${tokenVar('grid')}`,
  '& ul': { display: 'contents', listStyle: 'none' },
});

const Total = styled('strong')({ color: tokenVar('ink') });
const Name = styled('span')({ fontWeight: 500, color: tokenVar('ink') });

/** What the run has cost: all together, by model and by the columns that a call fills. */
export function CostSummary() {
  const cost = useRunCost();
  if (cost.byModel.length === 0 || cost.cost.kind === 'free') return null;
  const open = openWords(cost);
  return (
    <Section aria-label="Cost">
      <Total>{spendWords(cost)}</Total>
      {open !== undefined && <span>{open}</span>}
      <ul>
        {cost.byModel.map((line) => (
          <li key={`${line.provider} ${line.model}`}>
            <Name>{line.model}</Name> {lineWords(line)}
          </li>
        ))}
        {cost.byCall.map((line) => (
          <li key={line.callId}>
            <Name>{line.columns.length === 0 ? line.callId : line.columns.join(', ')}</Name>{' '}
            {lineWords(line)}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function lineWords(line: CostLine): string {
  const tokens = tokenWords(line.inputTokens + line.outputTokens);
  return `${spendWords(line)}, ${counted(line.requests, 'call')}, ${tokens}`;
}
