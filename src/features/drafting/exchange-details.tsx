import { styled } from '@mui/material/styles';
import type { DraftExchange } from '#state/draft-store.ts';
import { CodeBox } from '#ui/inspect/code-box.tsx';
import { focusRing } from '#ui/theme/surface.ts';
import { tokenVar } from '#ui/theme/tokens.ts';

const Details = styled('details')({
  marginTop: 12,
  color: tokenVar('ink-2'),
  fontSize: '0.75rem',
  '& summary': { cursor: 'pointer', width: 'fit-content', minHeight: 24 },
  '& summary:focus-visible': focusRing,
  '& pre': { margin: '4px 0 8px' },
});

interface ExchangeDetailsProps {
  readonly exchanges: readonly DraftExchange[];
}

/** Every request is shown as it was sent, and every answer as it came. */
export function ExchangeDetails({ exchanges }: ExchangeDetailsProps) {
  if (exchanges.length === 0) return null;
  return (
    <Details>
      <summary>{exchanges.length === 1 ? 'Show the request' : 'Show both requests'}</summary>
      {exchanges.map(({ messages, answer }, index) => (
        <div key={index}>
          <CodeBox label={`Request ${index + 1}`} text={asText(messages)} />
          <CodeBox label={`Answer ${index + 1}`} text={answer} />
        </div>
      ))}
    </Details>
  );
}

function asText(messages: DraftExchange['messages']): string {
  return messages.map(({ role, content }) => `${role}\n${content}`).join('\n\n');
}
