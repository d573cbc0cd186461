import { styled } from '@mui/material/styles';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { Tag } from '#ui/marks/tag.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { useDesign, useRun, useWorkbench } from '#state/react.tsx';
import { requestState, rowRange, secondsText, tokensText } from './request-words.ts';

const Scroller = styled('div')({ flex: 1, minHeight: 0, overflow: 'auto' });

const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  fontVariantNumeric: 'tabular-nums',
  '& th': {
    position: 'sticky',
    top: 0,
    height: 32,
    backgroundColor: tokenVar('sunken'),
    color: tokenVar('ink-3'),
    fontSize: '0.6875rem',
    fontWeight: 500,
  },
  '& td': { height: 32, borderBottom: `1px solid ${tokenVar('grid')}` },
  '& th, & td': { padding: '0 16px', textAlign: 'left' },
  '& [data-number]': { textAlign: 'right', whiteSpace: 'nowrap' },
});

/** Every request of the run: rows, state, tokens, time; newest first. */
export function RequestsPanel() {
  const { now } = useWorkbench();
  const requests = useRun((state) => state.requests);
  const calls = useDesign((state) => state.design.calls);
  if (requests.length === 0)
    return (
      <EmptyState title="No requests yet">
        Every request appears here with its rows, tokens and time.
      </EmptyState>
    );
  const nameOf = (callId: string) => calls.find(({ id }) => id === callId)?.name ?? callId;
  return (
    <Scroller tabIndex={0} role="region" aria-label="Requests of this run">
      <Table>
        <thead>
          <tr>
            <th scope="col">Call</th>
            <th scope="col">Rows</th>
            <th scope="col">Attempt</th>
            <th scope="col">State</th>
            <th scope="col" data-number>
              Tokens in / out
            </th>
            <th scope="col" data-number>
              Time
            </th>
          </tr>
        </thead>
        <tbody>
          {requests.toReversed().map((request) => {
            const state = requestState(request);
            return (
              <tr key={request.requestId}>
                <td>{nameOf(request.callId)}</td>
                <td>{rowRange(request.rows)}</td>
                <td>{request.attempt}</td>
                <td>
                  <Tag tone={state.tone} ticked={state.tone === 'ok'}>
                    {state.text}
                  </Tag>
                </td>
                <td data-number>{tokensText(request)}</td>
                <td data-number>{secondsText(request, now())}</td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </Scroller>
  );
}
