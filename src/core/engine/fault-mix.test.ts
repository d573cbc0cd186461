import { describe, expect, it } from 'vitest';
import { createFakeClock } from '#core/base/fake-clock.ts';
import { createRandom } from '#core/base/random.ts';
import {
  answerOf,
  createFakeWire,
  endOf,
  refuse,
  rowTexts,
  stream,
  textChunk,
  type WireAnswer,
  type WireRequest,
} from './testing/fake-wire.ts';
import { createRunFixture } from './testing/run-fixture.ts';

const rowCount = 2_000;
const rowsPerRequest = 10;

function half({ rows }: WireRequest): string {
  return `{"rows":[${rowTexts(rows.slice(0, 5)).join(',')}`;
}

/** Every fault of the table that passes, each as often as the others. */
const faults: readonly ((request: WireRequest) => WireAnswer)[] = [
  () => refuse(408, ''),
  () => refuse(409, ''),
  () => refuse(425, ''),
  () => refuse(413, 'Too large'),
  () => refuse(400, 'maximum context length'),
  ({ body, rows }) =>
    'stream_options' in body ? refuse(422, 'stream_options is not supported') : answerOf(rows),
  () => refuse(429, '', { headers: { 'retry-after': '2' } }),
  () => refuse(429, '', { headers: { 'retry-after-ms': '350' } }),
  () => refuse(429, 'Please try again in 3s.'),
  () => refuse(429, ''),
  () => refuse(500, ''),
  () => refuse(502, '<html>Bad gateway</html>'),
  () => refuse(503, '', { headers: { 'retry-after': '1' } }),
  () => refuse(504, ''),
  () => refuse(529, ''),
  (request) => stream(`${textChunk(half(request))}data: {"error":{"code":"overloaded"}}\n\n`),
  (request) => stream(textChunk(half(request))),
  () => stream(textChunk('{"rows":[')),
  () => stream(endOf()),
  (request) => stream(textChunk(half(request)) + endOf('length')),
  (request) => stream(textChunk(`${half(request)}]}`) + endOf()),
  () => stream(textChunk('I would rather not.') + endOf()),
  () => new Response('<html></html>', { headers: { 'content-type': 'text/html' } }),
  ({ rows }) => answerOf([...rows, ...rows, 9_998].reverse()),
  () => new TypeError('Failed to fetch'),
  () => 'silence',
];

async function runThrough(seed: number, faultShare: number) {
  const random = createRandom(seed).fork('faults');
  const clock = createFakeClock();
  const wire = createFakeWire(clock, (request) => {
    const fault = faults[random.below(faults.length, request.number, 1)];
    const isFaulty = request.number > 0 && random.float(request.number, 0) < faultShare;
    return isFaulty && fault !== undefined ? fault(request) : answerOf(request.rows);
  });
  const fixture = createRunFixture({
    model: wire.model,
    clock,
    rowCount,
    concurrency: 8,
    maxAttemptsPerRow: 5,
    calls: [{ callId: 'write', rowsPerRequest }],
  });
  const end = await fixture.finish();
  const { dataset } = fixture;
  const stored = dataset.stored.get('write')!;
  const failed = dataset.failed.get('write')!;
  return { end, stored, failed, dataset, requests: wire.requests.length, clock };
}

describe('a mix of all faults at 30 % of the requests', () => {
  it.for([1, 2, 3, 4, 5])(
    'gives every row or its reason, none twice, for at most 1.6 times the requests (seed %i)',
    { timeout: 60_000 },
    async (seed) => {
      const { end, stored, failed, dataset, requests, clock } = await runThrough(seed, 0.3);
      expect(['complete', 'incomplete'], JSON.stringify(end)).toContain(end.kind);
      expect(stored.size + failed.size).toBe(rowCount);
      expect([...failed.values()].every((reason) => reason !== '')).toBe(true);
      expect(dataset.doubleCommits).toBe(0);
      expect(dataset.waiting.size).toBe(0);
      expect(clock.pendingSleeps).toBe(0);
      expect(requests).toBeLessThanOrEqual(1.6 * (rowCount / rowsPerRequest));
    },
  );
});
