import { styled } from '@mui/material/styles';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { Tag } from '#ui/marks/tag.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { costWords } from '#state/inspection-words.ts';
import { useDesign, useRequestCost, useRun, useView, useWorkbench } from '#state/react.tsx';
import type { RequestEntry } from '#state/run-store.ts';
import { RequestDetails } from './request-detail.tsx';
import { RequestFigures } from './request-figures.tsx';
import { requestState, rowRange, secondsText, tokensText } from './request-words.ts';
import { TimeScale } from './time-scale.tsx';
import { timeSpan, Waterfall, type TimeSpan } from './waterfall.tsx';

const Scroller = styled('div')({ flex: 1, minHeight: 0, overflow: 'auto' });

const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  fontVariantNumeric: 'tabular-nums',
  '& > thead > tr > th': {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    height: 32,
    backgroundColor: tokenVar('sunken'),
    color: tokenVar('ink-3'),
    fontSize: '0.6875rem',
    fontWeight: 500,
  },
  '& > tbody > tr > td': { height: 32, borderBottom: `1px solid ${tokenVar('grid')}` },
  '& > tbody > tr > td, & > thead > tr > th': {
    padding: '0 12px',
    textAlign: 'left',
    whiteSpace: 'nowrap',
  },
  '& [data-number]': { textAlign: 'right' },
  '& > tbody > tr[data-open=true] > td': { backgroundColor: tokenVar('blue-soft') },
  '& > tbody > tr > td[data-line]': { width: '34%' },
  // What a request came to has the room that the others leave, and is cut at its end.
  '& > tbody > tr > td[data-state]': { width: '40%', maxWidth: 0 },
  '& > tbody > tr > td[data-call]': { maxWidth: 160, overflow: 'hidden', textOverflow: 'ellipsis' },
  '& > tbody > tr > td[data-detail]': { whiteSpace: 'normal' },
  '@media (max-width: 899.95px)': {
    '& [data-wide]': { display: 'none' },
    '& > tbody > tr > td[data-state]': { width: '100%' },
    '& > tbody > tr > td, & > thead > tr > th': { padding: '0 8px' },
  },
  // On a phone what became of a request is worth more than the whole name of its call.
  '@media (max-width: 599.95px)': {
    '& > tbody > tr > td[data-call]': { maxWidth: 60 },
    '& > tbody > tr > td, & > thead > tr > th': { padding: '0 5px' },
  },
});

const Number = styled('span')({ display: 'inline-flex', alignItems: 'center', gap: 4 });

const State = styled('div')({
  display: 'flex',
  // Named by its element, so that it outweighs what the tag says of itself.
  '& > span': { minWidth: 0, flexShrink: 1 },
  '& span': { overflow: 'hidden', textOverflow: 'ellipsis' },
});

const shownRequests = 300;

/** Every request of the run in the order it was sent, with its time beside those of the others. */
export function RequestsPanel() {
  const { now } = useWorkbench();
  const requests = useRun((state) => state.requests);
  const total = useRun((state) => state.requestCount);
  const callId = useView((view) => view.requestCall);
  if (requests.length === 0)
    return (
      <EmptyState title="No requests yet">
        Every request appears here with its prompt, its answer, tokens and time.
      </EmptyState>
    );
  const shown = requests
    .map((request, index) => ({ request, number: total - requests.length + index + 1 }))
    .filter(({ request }) => callId === undefined || request.callId === callId)
    .slice(-shownRequests);
  const nowMs = now();
  const span = timeSpan(
    shown.map(({ request }) => request),
    nowMs,
  );
  return (
    <Scroller tabIndex={0} role="region" aria-label="Requests of this run">
      <RequestFigures />
      <Table>
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">Call</th>
            <th scope="col">Rows</th>
            <th scope="col">State</th>
            <th scope="col" data-number data-wide>
              Tokens
            </th>
            <th scope="col" data-number data-wide>
              Cost
            </th>
            <th scope="col" data-number>
              Time
            </th>
            <th scope="col" data-wide>
              <TimeScale span={span} />
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ request, number }) => (
            <RequestRow
              key={request.requestId}
              request={request}
              number={number}
              span={span}
              nowMs={nowMs}
            />
          ))}
        </tbody>
      </Table>
    </Scroller>
  );
}

interface RequestRowProps {
  readonly request: RequestEntry;
  readonly number: number;
  readonly span: TimeSpan;
  readonly nowMs: number;
}

function RequestRow({ request, number, span, nowMs }: RequestRowProps) {
  const name = useDesign(
    ({ design }) => design.calls.find(({ id }) => id === request.callId)?.name ?? request.callId,
  );
  const isOpen = useView((view) => view.openRequest === request.requestId);
  const actions = useView((view) => view.actions);
  const state = requestState(request);
  const cost = useRequestCost(request);
  return (
    <>
      <tr data-open={isOpen}>
        <td>
          <Number>
            <IconButton
              size="small"
              label={`Request ${number}`}
              glyph={isOpen ? ChevronDown : ChevronRight}
              expanded={isOpen}
              onClick={() => actions.set({ openRequest: isOpen ? undefined : request.requestId })}
            />
            {number}
          </Number>
        </td>
        <td data-call title={name}>
          {name}
        </td>
        <td>{rowRange(request.rows)}</td>
        <td data-state>
          <State title={state.text}>
            <Tag tone={state.tone} ticked={state.tone === 'ok'}>
              <span>{state.text}</span>
            </Tag>
          </State>
        </td>
        <td data-number data-wide>
          {tokensText(request)}
        </td>
        <td data-number data-wide>
          {cost.kind === 'unknown' ? '·' : costWords(cost)}
        </td>
        <td data-number>{secondsText(request, nowMs)}</td>
        <td data-line data-wide>
          <Waterfall request={request} span={span} nowMs={nowMs} />
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td data-detail colSpan={8}>
            <RequestDetails request={request} />
          </td>
        </tr>
      )}
    </>
  );
}
