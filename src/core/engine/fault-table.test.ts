import { describe, expect, it } from 'vitest';
import { createFakeClock, type FakeClock } from '#core/base/fake-clock.ts';
import {
  answerOf,
  chunkOf,
  createFakeWire,
  doneMark,
  endOf,
  refuse,
  rowTexts,
  stream,
  textChunk,
  type FakeWire,
  type WireAnswer,
  type WireRequest,
} from './testing/fake-wire.ts';
import { createRunFixture, type FixtureOptions, type RunFixture } from './testing/run-fixture.ts';

interface Setting {
  readonly clock: FakeClock;
  readonly wire: FakeWire;
  readonly fixture: RunFixture;
}

/** Ten rows, five in one request, one request at a time. The first is answered, then the faults come, then all is well. */
function meet(
  faults: readonly ((request: WireRequest) => WireAnswer)[],
  options: Partial<FixtureOptions> = {},
  first: (request: WireRequest) => WireAnswer = ({ rows }) => answerOf(rows),
): Setting {
  const clock = createFakeClock();
  const wire = createFakeWire(clock, (request) => {
    if (request.number === 0) return first(request);
    return faults[request.number - 1]?.(request) ?? answerOf(request.rows);
  });
  const calls = [{ callId: 'write', rowsPerRequest: 5 }];
  const fixture = createRunFixture({ model: wire.model, clock, calls, rowCount: 10, ...options });
  return { clock, wire, fixture };
}

const always = (fault: (request: WireRequest) => WireAnswer) =>
  Array.from({ length: 200 }, () => fault);

function asked({ wire }: Setting): readonly string[] {
  return wire.requests.slice(1).map(({ rows }) => rows.join(','));
}

function storedRows({ fixture }: Setting): readonly number[] {
  return [...fixture.dataset.stored.get('write')!.keys()].sort((a, b) => a - b);
}

/** The run ends whole, nothing twice, after these requests. */
async function expectWhole(setting: Setting, requests: readonly string[]): Promise<void> {
  expect(await setting.fixture.finish()).toEqual({ kind: 'complete' });
  expect(asked(setting)).toEqual(requests);
  expect(storedRows(setting)).toHaveLength(10);
  expect(setting.fixture.dataset.doubleCommits).toBe(0);
}

/** The run pauses with the rows of its first request, after so many requests more. */
async function expectPause(setting: Setting, kind: string, requests = 1): Promise<string> {
  const end = await setting.fixture.finish();
  expect(end).toMatchObject({ kind: 'paused', problem: { kind } });
  expect(asked(setting)).toHaveLength(requests);
  expect(storedRows(setting)).toEqual([0, 1, 2, 3, 4]);
  return end.kind === 'paused' ? end.problem.message : '';
}

/** Rows 6 to 10 fail with a reason; the others are kept. */
async function expectFailed(setting: Setting, reason: RegExp, requests: number): Promise<void> {
  expect(await setting.fixture.finish()).toEqual({ kind: 'incomplete', failedRows: 5 });
  expect(setting.fixture.dataset.failed.get('write')!.get(7)).toMatch(reason);
  expect(asked(setting)).toHaveLength(requests);
}

const rest = '5,6,7,8,9';

describe('an answer that says why not', () => {
  it('400 with a parameter: is asked once more without it, and the refusal is remembered', async () => {
    const said = 'Unsupported parameter: stream_options';
    const setting = meet([() => refuse(400, said)], { rowCount: 20 });
    expect(await setting.fixture.finish()).toEqual({ kind: 'complete' });
    expect(setting.wire.requests.map(({ body }) => 'stream_options' in body)).toEqual([
      ...[true, true, false, false, false],
    ]);
  });

  it('400 without one: is not repeated, the rows fail with the message', async () => {
    await expectFailed(meet(always(() => refuse(400, 'Strange words'))), /Strange words/, 1);
  });

  it('400 three times in a row: pauses the endpoint', async () => {
    const setting = meet(
      always(() => refuse(400, 'Strange words')),
      { rowCount: 40 },
    );
    expect(await expectPause(setting, 'bad-request', 3)).toContain('Strange words');
  });

  it('401: pauses for a key', async () => {
    const setting = meet(always(() => refuse(401, 'Incorrect API key')));
    expect(await expectPause(setting, 'auth')).toContain('enter another key');
  });

  it('402, or no quota in the words of a 429: pauses for credit, and is never repeated', async () => {
    await expectPause(meet(always(() => refuse(402, 'Pay'))), 'quota');
    const said = { error: { code: 'insufficient_quota' } };
    await expectPause(meet(always(() => refuse(429, 'No quota', said))), 'quota');
  });

  it('403: pauses for rights or region', async () => {
    const setting = meet(always(() => refuse(403, 'Country not supported')));
    expect(await expectPause(setting, 'forbidden')).toContain('region');
  });

  it('404: pauses for the model or the path', async () => {
    const setting = meet(always(() => refuse(404, 'The model `x` does not exist')));
    expect(await expectPause(setting, 'not-found')).toContain('Choose a model from its list');
  });

  it.for([408, 409, 425])('%i: is asked again', async (status) => {
    await expectWhole(meet([() => refuse(status, '')]), [rest, rest]);
  });

  it('413 or a context that is too long: halves the rows of a request', async () => {
    const tooLong = ({ rows }: WireRequest): WireAnswer =>
      rows.length > 1 ? refuse(400, 'maximum context length is 8192 tokens') : answerOf(rows);
    await expectWhole(meet([() => refuse(413, ''), tooLong]), [
      ...[rest, '5,6', '5', '6', '7,8', '9'],
    ]);
  });

  it('413 for one row: fails that row with the size named', async () => {
    const tooLarge = ({ rows }: WireRequest): WireAnswer =>
      rows.includes(7) ? refuse(413, 'Too large') : answerOf(rows);
    const setting = meet(always(tooLarge));
    expect(await setting.fixture.finish()).toEqual({ kind: 'incomplete', failedRows: 1 });
    expect(setting.fixture.dataset.failed.get('write')!.get(7)).toMatch(/too large.*413/);
  });

  it('422 about the schema: falls to the next way of asking for JSON, once', async () => {
    const setting = meet([() => refuse(422, 'response_format json_schema is not supported')]);
    await expectWhole(setting, [rest, rest]);
    const formats = setting.wire.requests.map(({ body }) => body.response_format);
    expect(formats.at(-1)).toEqual({ type: 'json_object' });
  });

  it('429 with a wait: waits as told and spends no attempt', async () => {
    const headers = { 'retry-after': '7' };
    const setting = meet([() => refuse(429, 'Slow down', { headers })]);
    await expectWhole(setting, [rest, rest]);
    expect(setting.clock.now()).toBeGreaterThanOrEqual(7_000);
    expect(setting.fixture.dataset.prepared.map(({ attempt }) => attempt)).toEqual([1, 1, 1]);
  });

  it('429 with a wait of more than ten minutes: pauses and says how long', async () => {
    const headers = { 'retry-after': '3600' };
    const setting = meet(always(() => refuse(429, 'Daily limit', { headers })));
    expect(await expectPause(setting, 'rate-limit')).toContain('asks to wait 60 minutes');
  });

  it('429 whose wait is in its words: waits as told', async () => {
    const setting = meet([() => refuse(429, 'Please try again in 9s.')]);
    await expectWhole(setting, [rest, rest]);
    expect(setting.clock.now()).toBeGreaterThanOrEqual(9_000);
  });

  it('429 without a word: waits longer each time', async () => {
    const setting = meet(always(() => refuse(429, '')).slice(0, 5));
    await expectWhole(setting, [rest, rest, rest, rest, rest, rest]);
    const waits = setting.fixture.of('run-throttled').map(({ waitMs }) => waitMs);
    expect(waits).toEqual([125, 250, 500, 1_000, 2_000]);
  });

  it.for([500, 502, 503, 504, 529])('%i: is asked again', async (status) => {
    await expectWhole(meet([() => refuse(status, '')]), [rest, rest]);
  });

  it('five times 5xx in a row: one request probes, less and less often, until it is well', async () => {
    const setting = meet(always(() => refuse(503, '')).slice(0, 20), {
      rowCount: 60,
      concurrency: 8,
    });
    expect(await setting.fixture.finish()).toEqual({ kind: 'complete' });
    expect(setting.fixture.of('lanes-changed').map(({ allowed }) => allowed)).toContain(1);
    expect(setting.clock.now()).toBeGreaterThan(60_000);
  });

  it('ten minutes of 5xx: pauses', async () => {
    const setting = meet(always(() => refuse(500, 'Broken')));
    expect(await setting.fixture.finish()).toMatchObject({ kind: 'paused' });
    expect(setting.clock.now()).toBeGreaterThanOrEqual(600_000);
    expect(setting.wire.requests.length).toBeLessThan(40);
  });

  it('3xx: pauses for the final address', async () => {
    const moved = (): WireAnswer => new TypeError('unexpected redirect');
    const setting = meet(always(moved));
    expect(await expectPause(setting, 'redirect')).toContain('final address');
  });
});

describe('a stream that is not what it should be', () => {
  const half = (rows: readonly number[]): string =>
    textChunk(`{"rows":[${rowTexts(rows.slice(0, 2)).join(',')},`);

  it('an error inside it: does what its type says, and the rows stay', async () => {
    const overloaded = 'data: {"error":{"code":"overloaded_error","message":"Busy"}}\n\n';
    const setting = meet([({ rows }) => stream(half(rows) + overloaded)]);
    await expectWhole(setting, [rest, '7,8,9']);
    expect(setting.fixture.of('request-ended')[1]!.error).toMatchObject({ kind: 'overloaded' });
  });

  it('cut without its end mark: the missing rows are asked for again', async () => {
    await expectWhole(meet([({ rows }) => stream(half(rows))]), [rest, '7,8,9']);
  });

  it('cut three times at the same row: fewer rows are asked for', async () => {
    const cut = (): WireAnswer => stream(textChunk('{"rows":['));
    await expectWhole(meet([cut, cut, cut]), [rest, rest, rest, '5,6', '7,8', '9']);
  });

  it('an end without a word: is asked for once more, then the rows fail', async () => {
    await expectWhole(meet([() => stream(endOf())]), [rest, rest]);
    await expectFailed(meet(always(() => stream(endOf()))), /empty answer/, 2);
    await expectFailed(meet(always(() => stream(doneMark))), /empty answer/, 2);
  });

  it('a refusal: fails the rows, and is not repeated', async () => {
    const refusal = stream(chunkOf({ delta: { refusal: 'I cannot.' } }) + endOf());
    await expectFailed(meet([() => refusal]), /refus|cannot/i, 1);
  });

  it('a content filter: finds the row it is about, and fails it alone', async () => {
    const filtered = ({ rows }: WireRequest): WireAnswer =>
      rows.includes(7) ? stream(endOf('content_filter')) : answerOf(rows);
    const setting = meet(always(filtered));
    expect(await setting.fixture.finish()).toEqual({ kind: 'incomplete', failedRows: 1 });
    expect(asked(setting)).toEqual([rest, '5', '6', '7', '8', '9']);
  });

  it('its length limit: keeps the rows and asks for the rest', async () => {
    const short = ({ rows }: WireRequest): WireAnswer => answerOf(rows.slice(0, 2), 'length');
    await expectWhole(meet([short]), [rest, '7,8,9']);
  });

  it('its length limit for one row: raises the limit once, then fails the row', async () => {
    const cut = (): WireAnswer =>
      stream(textChunk('{"rows":[{"row":6,"title":"Thi') + endOf('length'));
    const calls = [{ callId: 'write', rowsPerRequest: 1 }];
    const setting = meet(always(cut), { calls, rowCount: 2 });
    const limited = meet(always(cut), {
      calls,
      rowCount: 2,
      host: {
        resolveModel: () => ({
          model: setting.wire.model,
          modelName: 'm',
          parameters: { maxTokens: 100 },
          concurrency: 1,
        }),
      },
    });
    expect(await limited.fixture.finish()).toEqual({ kind: 'incomplete', failedRows: 1 });
    const limits = setting.wire.requests.map(({ body }) => body.max_completion_tokens);
    expect(limits).toEqual([100, 100, 400]);
  });

  it('a web page: pauses at the second', async () => {
    const page = (): WireAnswer =>
      new Response('<!doctype html><h1>Hotel</h1>', { headers: { 'content-type': 'text/html' } });
    await expectWhole(meet([page]), [rest, rest]);
    expect(await expectPause(meet(always(page)), 'not-an-api', 2)).toContain('web page');
  });

  it('JSON where a stream was asked for: is read as what it is', async () => {
    const whole = ({ rows }: WireRequest): WireAnswer => {
      const content = `{"rows":[${rowTexts(rows).join(',')}]}`;
      const choices = [{ index: 0, message: { content }, finish_reason: 'stop' }];
      return new Response(JSON.stringify({ choices }), {
        headers: { 'content-type': 'application/json' },
      });
    };
    await expectWhole(meet([whole]), [rest]);
  });

  it('events and rows that come twice: count once, and usage is not summed', async () => {
    const twice = ({ rows }: WireRequest): WireAnswer =>
      stream(
        textChunk(`{"rows":[${[...rowTexts(rows), ...rowTexts(rows)].join(',')}]}`) +
          endOf() +
          endOf(),
      );
    const setting = meet([twice]);
    await expectWhole(setting, [rest]);
    expect(setting.fixture.of('request-ended')[1]!.usage).toEqual({
      inputTokens: 40,
      outputTokens: 20,
    });
  });

  it('foreign events, comments, other line ends, split letters: change nothing', async () => {
    const odd = ({ rows }: WireRequest): WireAnswer => {
      const text = `\uFEFF: hello\n\nevent: execute\ndata: {"x":1}\n\n${textChunk(`{"rows":[${rowTexts(rows).join(',')}]}`)}${endOf()}`;
      const bytes = new TextEncoder().encode(text.replaceAll('\n', '\r\n'));
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
          controller.close();
        },
      });
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
    };
    await expectWhole(meet([odd]), [rest]);
  });

  it('a line of more than 2 MB: is given up, and the limit is named', async () => {
    const long = (): WireAnswer => stream(`data: ${'x'.repeat(2_100_000)}`);
    await expectWhole(meet([long]), [rest, '5,6', '7,8', '9']);
    const setting = meet(always(({ rows }) => (rows.includes(7) ? long() : answerOf(rows))));
    expect(await setting.fixture.finish()).toEqual({ kind: 'incomplete', failedRows: 1 });
    expect(setting.fixture.dataset.failed.get('write')!.get(7)).toContain('2 MB');
  });

  it('bytes that are no text: become marks of replacement, and the rows stay', async () => {
    const broken = ({ rows }: WireRequest): WireAnswer => {
      const text = textChunk(`{"rows":[${rowTexts(rows).join(',')}]}`) + endOf();
      const bytes = new TextEncoder().encode(text);
      bytes[text.indexOf('Thing') + 2] = 0xff;
      return new Response(bytes, { headers: { 'content-type': 'text/event-stream' } });
    };
    const setting = meet([broken]);
    await expectWhole(setting, [rest]);
    expect(setting.fixture.dataset.stored.get('write')!.get(5)).toEqual({ title: 'Th\uFFFDng 6' });
  });

  it('rows too many, out of order, or of other numbers: are matched by number', async () => {
    const mixed = ({ rows }: WireRequest): WireAnswer => answerOf([77, ...rows.slice(1).reverse()]);
    await expectWhole(meet([mixed]), [rest, '5']);
  });
});

describe('no answer', () => {
  const refused = (): WireAnswer => new TypeError('Failed to fetch');

  it('from an endpoint that has answered before: is asked again', async () => {
    await expectWhole(meet([refused, refused]), [rest, rest, rest]);
  });

  it('from one that never has: names the suspects after three requests', async () => {
    const setting = meet(always(refused), { rowCount: 5 }, refused);
    expect(await setting.fixture.finish()).toMatchObject({
      kind: 'paused',
      problem: { kind: 'network', message: expect.stringContaining('Possible reasons') as string },
    });
    expect(setting.wire.requests).toHaveLength(3);
  });

  it('for want of a network: waits for it, spends nothing, and sends one request first', async () => {
    let isOnline = true;
    const goOffline = (): WireAnswer => {
      isOnline = false;
      return refused();
    };
    const setting = meet([goOffline], {
      rowCount: 60,
      concurrency: 4,
      host: { isOnline: () => isOnline },
    });
    const end = setting.fixture.start();
    await setting.clock.advance(45_000);
    const sent = setting.wire.requests.length;
    expect(setting.fixture.of('run-throttled').at(-1)!.reason).toContain('no network');
    isOnline = true;
    expect(await setting.clock.runUntil(end)).toEqual({ kind: 'complete' });
    expect(sent).toBeLessThanOrEqual(12);
    expect(setting.fixture.of('lanes-changed').map(({ allowed }) => allowed)).toContain(1);
    expect(setting.fixture.dataset.prepared.every(({ attempt }) => attempt === 1)).toBe(true);
  });

  it('but silence: is given up after a minute and asked again', async () => {
    const setting = meet([() => 'silence']);
    await expectWhole(setting, [rest, rest]);
    expect(setting.clock.now()).toBeGreaterThanOrEqual(60_000);
    expect(setting.clock.now()).toBeLessThan(70_000);
  });

  it('but silence within an answer: keeps the rows and asks for the rest after half a minute', async () => {
    const stall = ({ rows }: WireRequest): WireAnswer => {
      const text = textChunk(`{"rows":[${rowTexts(rows.slice(0, 2)).join(',')},`);
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(new TextEncoder().encode(text));
        },
      });
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
    };
    const setting = meet([stall]);
    await expectWhole(setting, [rest, '7,8,9']);
    expect(setting.clock.now()).toBeLessThan(40_000);
  });
});
