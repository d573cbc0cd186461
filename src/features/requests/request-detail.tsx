import { styled } from '@mui/material/styles';
import { CodeBox } from '#ui/inspect/code-box.tsx';
import { CopyButton } from '#ui/inspect/copy-button.tsx';
import { Facts } from '#ui/inspect/facts.tsx';
import { PromptBlocks } from '#ui/inspect/prompt-blocks.tsx';
import { SkeletonRows } from '#ui/feedback/skeleton-rows.tsx';
import { Tag } from '#ui/marks/tag.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { promptBlocks, requestFacts } from '#state/inspection-words.ts';
import { usePromptView, useRequestDetail, type RequestDetail } from '#state/inspection.ts';
import { useDesign, useRequestCost } from '#state/react.tsx';
import type { RequestEntry } from '#state/run-store.ts';

const Area = styled('div')({
  display: 'grid',
  gap: 10,
  padding: '10px 0 14px',
  whiteSpace: 'normal',
  '& h3': { margin: '4px 0 0', fontSize: '0.8125rem', fontWeight: 600 },
  '& > p': { margin: 0, color: tokenVar('ink-3') },
});

const Rows = styled('ul')({
  display: 'grid',
  gap: 6,
  margin: 0,
  padding: 0,
  listStyle: 'none',
  '& > li': { display: 'flex', gap: 8, alignItems: 'baseline', flexWrap: 'wrap' },
  '& > li > code': { flex: '1 1 240px', fontSize: '0.71875rem', overflowWrap: 'anywhere' },
});

const Head = styled('div')({ display: 'flex', alignItems: 'center', gap: 8 });

/** One request: the exact prompt, the raw answer, and what was made of it. */
export function RequestDetails({ request }: { readonly request: RequestEntry }) {
  const detail = useRequestDetail(request);
  const cost = useRequestCost(request);
  if (!detail.isAnswered && detail.value === undefined)
    return <SkeletonRows label="Loading the request" />;
  return (
    <Area>
      <Facts facts={requestFacts(request, detail.value, cost)} />
      {request.error !== undefined && <p>{request.error.message}</p>}
      {detail.value === undefined ? (
        <p>
          The prompt and the raw answer are kept until the page is reloaded, for the last 200
          requests and for those that failed.
        </p>
      ) : (
        <Remembered detail={detail.value} />
      )}
    </Area>
  );
}

function Remembered({ detail }: { readonly detail: RequestDetail }) {
  const columns = useDesign((state) => state.design.columns);
  const { callId, rows, messages } = detail;
  const [row = 0] = rows;
  const prompt = usePromptView({ callId, row, sent: messages }).value;
  const plain = messages.map(({ role, content }) => ({ role, parts: [{ text: content }] }));
  const isMarked = prompt !== undefined && prompt.problem === undefined;
  return (
    <>
      <Head>
        <h3>Prompt as sent</h3>
        {detail.curl !== undefined && (
          <CopyButton label="Copy as curl" text={detail.curl} glyph="terminal" />
        )}
      </Head>
      <PromptBlocks blocks={isMarked ? promptBlocks(prompt.messages, columns) : plain} />
      <Head>
        <h3>Raw answer</h3>
        <CopyButton label="Copy answer" text={detail.text} />
      </Head>
      {detail.isTextCut && <p>The answer is longer than what is kept of it.</p>}
      <CodeBox label="Raw answer" text={detail.text === '' ? 'nothing yet' : detail.text} />
      {detail.parts.length > 1 && <Parts parts={detail.parts} />}
      <h3>Rows read from it</h3>
      <ReadRows detail={detail} />
    </>
  );
}

const Part = styled('details')({
  '& > summary': { cursor: 'pointer' },
  '& > div': { display: 'grid', gap: 10, paddingTop: 8 },
});

/** The requests behind one answer: a text and its proof, the turns of a conversation. */
function Parts({ parts }: { readonly parts: RequestDetail['parts'] }) {
  return (
    <>
      <h3>{parts.length} requests make this answer</h3>
      {parts.map(({ messages, text, curl }, index) => (
        <Part key={index}>
          <summary>
            Request {index + 1} of {parts.length}
          </summary>
          <div>
            {curl !== undefined && <CopyButton label="Copy as curl" text={curl} glyph="terminal" />}
            <PromptBlocks
              blocks={messages.map(({ role, content }) => ({ role, parts: [{ text: content }] }))}
            />
            <CodeBox
              label={`Raw answer of request ${index + 1}`}
              text={text === '' ? 'nothing yet' : text}
            />
          </div>
        </Part>
      ))}
    </>
  );
}

function ReadRows({ detail }: { readonly detail: RequestDetail }) {
  if (detail.read.length === 0) return <p>No row could be read.</p>;
  return (
    <Rows aria-label="Rows read from the answer">
      {detail.read.map(({ row, values, reasons }, index) => (
        <li key={index}>
          <span>Row {row + 1}</span>
          <Tag tone={reasons.length === 0 ? 'ok' : 'bad'} ticked={reasons.length === 0}>
            {reasons.length === 0 ? 'accepted' : 'refused'}
          </Tag>
          {reasons.length > 0 && <span>{reasons.join(' ')}</span>}
          <code>{JSON.stringify(values)}</code>
        </li>
      ))}
    </Rows>
  );
}
