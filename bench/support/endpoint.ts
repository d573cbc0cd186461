// A chat completions server in a process of its own, so that its work is not counted as the client's.
// It answers the rows a prompt asks for after a set time, and refuses as its limits say.
import { createServer, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

export interface EndpointLimits {
  /** Time from a request to the end of its answer. */
  readonly latencyMs: number;
  /** Requests in flight beyond which it says 429. */
  readonly concurrency?: number;
  /** Requests per second beyond which it says 429, with as many at once to begin with. */
  readonly perSecond?: number;
  /** `seconds` is the least a header can say; `none` is what a page sees across origins. */
  readonly hint?: 'seconds' | 'milliseconds' | 'none';
  /** Shares of requests that fail, by kind. */
  readonly faults?: Readonly<Partial<Record<EndpointFault, number>>>;
  /** Pieces in which an answer is streamed; a piece holds about four characters at 0. */
  readonly pieces?: number;
  /** Characters of each row's text. */
  readonly rowLength?: number;
}

export type EndpointFault = '429' | '500' | '503' | 'drop' | 'malformed' | 'slow';

export interface EndpointReport {
  readonly requests: number;
  readonly answered: number;
  readonly limited: number;
  /** Sum of the time of answered requests, as the server saw it. */
  readonly serviceMs: number;
}

let limits: EndpointLimits = { latencyMs: 50 };
let report = { requests: 0, answered: 0, limited: 0, serviceMs: 0 };
let inFlight = 0;
let tokens = 0;
let filledAtMs = 0;
let seed = 1;

/** Small, seeded, and good enough to choose which requests fail (Park and Miller's generator). */
function random(): number {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed / 2_147_483_647;
}

const pause = (delayMs: number) => new Promise((resolve) => setTimeout(resolve, delayMs));

function isLimited(): boolean {
  const { concurrency = Infinity, perSecond } = limits;
  if (inFlight >= concurrency) return true;
  if (perSecond === undefined) return false;
  const nowMs = performance.now();
  tokens = Math.min(perSecond, tokens + ((nowMs - filledAtMs) / 1_000) * perSecond);
  filledAtMs = nowMs;
  if (tokens < 1) return true;
  tokens -= 1;
  return false;
}

function pickFault(): EndpointFault | undefined {
  let choice = random();
  for (const [fault, share] of Object.entries(limits.faults ?? {})) {
    if (choice < share) return fault as EndpointFault;
    choice -= share;
  }
  return undefined;
}

function refuse(response: ServerResponse, status: number): void {
  const hint = limits.hint ?? 'none';
  const waitMs = limits.perSecond === undefined ? 1_000 / 20 : 1_000 / limits.perSecond;
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(hint === 'seconds' && { 'retry-after': '1' }),
    ...(hint === 'milliseconds' && { 'retry-after-ms': waitMs.toFixed(0) }),
  });
  response.end(JSON.stringify({ error: { message: 'Not now.' } }));
}

function chunk(choice: object): string {
  const data = { id: 'x', object: 'chat.completion.chunk', created: 1, model: 'm' };
  return `data: ${JSON.stringify({ ...data, choices: [{ index: 0, ...choice }] })}\n\n`;
}

function piecesOf(content: string): readonly string[] {
  const length = limits.pieces === 0 ? 4 : Math.ceil(content.length / (limits.pieces ?? 4));
  const pieces: string[] = [];
  for (let start = 0; start < content.length; start += length)
    pieces.push(content.slice(start, start + length));
  return pieces;
}

function answerFor(body: string): string {
  const rows = [...new Set([...body.matchAll(/Row (\d+)\\n/g)].map(([, row]) => Number(row)))];
  const filler = 'word '.repeat(Math.ceil((limits.rowLength ?? 60) / 5));
  const named = rows.length > 0 ? rows : [1];
  return JSON.stringify({ rows: named.map((row) => ({ row, title: `Thing ${row} ${filler}` })) });
}

async function answer(body: string, isStreamed: boolean, response: ServerResponse): Promise<void> {
  const fault = pickFault();
  if (fault === '429' || fault === '500' || fault === '503') {
    refuse(response, Number(fault));
    if (fault === '429') report.limited += 1;
    return;
  }
  const content = fault === 'malformed' ? 'I would rather not {{' : answerFor(body);
  await pause(limits.latencyMs * (fault === 'slow' ? 8 : 1));
  if (!isStreamed) {
    const choices = [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }];
    const usage = { prompt_tokens: 100, completion_tokens: 50, total_tokens: 150 };
    const data = { id: 'x', object: 'chat.completion', created: 1, model: 'm', choices, usage };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(data));
    return;
  }
  const pieces = piecesOf(content).map((piece) => chunk({ delta: { content: piece } }));
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  if (fault === 'drop') {
    response.write(pieces.slice(0, Math.ceil(pieces.length / 2)).join(''));
    await pause(1);
    response.destroy();
    return;
  }
  response.write(pieces.join('') + chunk({ delta: {}, finish_reason: 'stop' }));
  response.end('data: [DONE]\n\n');
}

async function serve(body: string, response: ServerResponse): Promise<void> {
  report.requests += 1;
  if (isLimited()) {
    report.limited += 1;
    refuse(response, 429);
    return;
  }
  inFlight += 1;
  const startedAtMs = performance.now();
  try {
    await answer(body, /"stream":\s?true/.test(body), response);
  } finally {
    inFlight -= 1;
    report.answered += 1;
    report.serviceMs += performance.now() - startedAtMs;
  }
}

const server = createServer((request, response) => {
  void text(request).then((body) => serve(body, response));
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  process.send?.(server.address());
});

process.on('message', (message: EndpointLimits | 'report' | 'end') => {
  if (message === 'end') process.exit(0);
  if (message === 'report') {
    process.send?.(report);
    return;
  }
  limits = message;
  report = { requests: 0, answered: 0, limited: 0, serviceMs: 0 };
  tokens = message.perSecond ?? 0;
  filledAtMs = performance.now();
  seed = 1;
  process.send?.('ready');
});
