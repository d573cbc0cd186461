import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFakeClock } from '#core/base/fake-clock.ts';
import { createRandom, type RandomStream } from '#core/base/random.ts';
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

/** Deals each card once before any comes again, in an order that the seed decides. */
function createDeck(size: number, random: RandomStream): () => number {
  let left: number[] = [];
  let dealt = 0;
  return () => {
    if (left.length === 0) left = Array.from({ length: size }, (_, card) => card);
    const [card = 0] = left.splice(random.below(left.length, (dealt += 1), 0), 1);
    return card;
  };
}

/** Three of ten requests meet a fault, and each fault comes as often as the others, whatever the seed. */
function createFaults(seed: number) {
  const random = createRandom(seed);
  const places = createDeck(10, random.fork('places'));
  const kinds = createDeck(faults.length, random.fork('kinds'));
  return () => (places() < 3 ? faults[kinds()] : undefined);
}

async function runThrough(seed: number) {
  const nextFault = createFaults(seed);
  const clock = createFakeClock();
  const wire = createFakeWire(clock, (request) => {
    const fault = request.number === 0 ? undefined : nextFault();
    return fault === undefined ? answerOf(request.rows) : fault(request);
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
  it('gives every row or its reason, none twice, for at most 1.6 times the requests', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0 }), async (seed) => {
        const { end, stored, failed, dataset, requests, clock } = await runThrough(seed);
        expect(['complete', 'incomplete'], JSON.stringify(end)).toContain(end.kind);
        expect(stored.size + failed.size).toBe(rowCount);
        expect([...failed.values()].every((reason) => reason !== '')).toBe(true);
        expect(dataset.doubleCommits).toBe(0);
        expect(dataset.waiting.size).toBe(0);
        expect(clock.pendingSleeps).toBe(0);
        expect(requests).toBeLessThanOrEqual(1.6 * (rowCount / rowsPerRequest));
      }),
      { numRuns: 5 },
    );
  }, 60_000);
});
