import { describe, expect, it } from 'vitest';
import { storedRequests } from './stored-requests.ts';

const intent = {
  kind: 'intent',
  requestId: 'a',
  callId: 'copy',
  rows: [0, 1],
  attempt: 1,
  provider: 'openai',
  model: 'm',
  atMs: 5_000,
};

describe('storedRequests', () => {
  it('puts together what the journal says of a request', () => {
    const [request] = storedRequests([
      intent,
      { kind: 'slice', requestId: 'a', callId: 'copy', rows: [{ row: 0, cells: {} }] },
      { kind: 'reject', requestId: 'a', row: 1, reasons: ['title: too short'] },
      { kind: 'end', requestId: 'a', usage: { inputTokens: 9 }, durationMs: 700 },
    ]);
    expect(request).toEqual({
      requestId: 'a',
      callId: 'copy',
      rows: [0, 1],
      attempt: 1,
      provider: 'openai',
      model: 'm',
      atMs: 5_000,
      acceptedRows: 1,
      refused: [{ row: 1, reasons: ['title: too short'] }],
      usage: { inputTokens: 9 },
      durationMs: 700,
    });
  });

  it('shows a request that never ended as open', () => {
    expect(storedRequests([intent])[0]?.durationMs).toBeUndefined();
  });

  it('leaves out rows that were carried from an older run, and what it cannot read', () => {
    expect(
      storedRequests([
        { kind: 'slice', requestId: 'carried', callId: 'copy', rows: [] },
        null,
        7,
        { kind: 'intent', requestId: 'b', rows: 'none' },
      ]),
    ).toEqual([]);
  });
});
