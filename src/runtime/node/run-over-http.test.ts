import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { createFakeDataset, type FakeDataset } from '#core/engine/testing/fake-dataset.ts';
import { createFakeJournal } from '#core/engine/testing/fake-journal.ts';
import type { RunEnd } from '#core/engine/run-event.ts';
import { run } from '#core/engine/run.ts';
import { openAiChat } from '#core/llm/openai-chat.ts';
import { findProvider } from '#core/llm/providers.ts';
import { createWireModel } from '#core/llm/wire-model.ts';
import { createKeyVault } from '#runtime/key-vault.ts';
import { createProviderFetch } from '#runtime/provider-fetch.ts';
import { createSystemClock } from '#runtime/system-clock.ts';
import { createNodeSend } from './node-send.ts';

type Answer = (rows: readonly number[], response: ServerResponse) => void;

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

interface Served {
  readonly baseUrl: string;
  readonly asked: readonly (readonly number[])[];
  readonly connections: () => number;
}

/** `choose` is asked for each request, counted from 0. */
async function serve(choose: (number: number) => Answer): Promise<Served> {
  const asked: number[][] = [];
  let connections = 0;
  const started = createServer((request, response) => {
    void text(request).then((body) => {
      const rows = [...body.matchAll(/Row (\d+)\\n<data>/g)].map(([, row]) => Number(row));
      choose(asked.push(rows) - 1)(rows, response);
    });
  });
  started.on('connection', () => (connections += 1));
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  const { port } = started.address() as AddressInfo;
  return { baseUrl: `http://127.0.0.1:${port}/v1`, asked, connections: () => connections };
}

function chunk(choice: object): string {
  return `data: ${JSON.stringify({ choices: [{ index: 0, ...choice }] })}\n\n`;
}

const head = { 'content-type': 'text/event-stream' };
const goodEnd = `${chunk({ delta: {}, finish_reason: 'stop' })}data: [DONE]\n\n`;

function rowsText(rows: readonly number[]): string {
  return `{"rows":[${rows.map((row) => JSON.stringify({ row, title: `Lamp ${row}` })).join(',')}]}`;
}

const good: Answer = (rows, response) => {
  response.writeHead(200, head).write(chunk({ delta: { content: rowsText(rows) } }));
  response.end(goodEnd);
};
const status =
  (code: number): Answer =>
  (_, response) => {
    response.writeHead(code, { 'content-type': 'application/json' });
    response.end('{"error":{"message":"Not now."}}');
  };
const dropped: Answer = (rows, response) => {
  const content = rowsText(rows);
  response.writeHead(200, head);
  response.write(chunk({ delta: { content: content.slice(0, content.length / 2) } }), () => {
    response.destroy();
  });
};
const malformed: Answer = (_, response) => {
  response.writeHead(200, head).write(chunk({ delta: { content: 'Here they are: {{' } }));
  response.end(goodEnd);
};
/** The last rows and the end come late. */
const slow: Answer = (rows, response) => {
  const content = rowsText(rows);
  response.writeHead(200, head).write(chunk({ delta: { content: content.slice(0, 30) } }));
  setTimeout(() => {
    response.end(chunk({ delta: { content: content.slice(30) } }) + goodEnd);
  }, 30);
};
/** The connection ends a moment after the end mark. */
const lateEnd: Answer = (rows, response) => {
  response.writeHead(200, head);
  response.write(chunk({ delta: { content: rowsText(rows) } }) + goodEnd, () => {
    setTimeout(() => response.end(), 2);
  });
};

/** Of ten requests two are limited, one fails, one breaks off, one is no answer, one is slow, four are well. */
const badDay: readonly Answer[] = [
  ...[status(429), good, dropped, good, status(500)],
  ...[good, malformed, slow, good, status(429)],
];

async function fill(served: Served, dataset: FakeDataset, concurrency: number): Promise<RunEnd> {
  const system = createSystemClock();
  // Waits are kept in their order, but hundred times shorter.
  const clock = {
    now: () => system.now(),
    sleep: (delayMs: number, signal?: AbortSignal) => system.sleep(delayMs / 100, signal),
  };
  const provider = findProvider('openai-compatible');
  if (provider === undefined) throw new Error('The table of providers has changed.');
  const send = createNodeSend(createProviderFetch(createKeyVault()));
  const { baseUrl } = served;
  // Silence is measured by the same hurried clock.
  const patience = { firstByteMs: 1_000_000, idleMs: 1_000_000 };
  const model = createWireModel({
    ...{ protocol: openAiChat, provider, baseUrl, send, clock },
    ...patience,
  });
  let requests = 0;
  let seed = 1;
  const host = {
    dataset,
    journal: createFakeJournal(),
    clock,
    jitter: () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647,
    createRequestId: () => `r${(requests += 1)}`,
    resolveModel: () => ({ model, modelName: 'm', parameters: {}, concurrency }),
  };
  const { rowCount } = await dataset.plan(rowsWanted);
  const options = { runId: 'run', rowCount, maxAttemptsPerRow: 10 };
  let end: RunEnd = { kind: 'stopped' };
  for await (const event of run(host, options, new AbortController().signal))
    if (event.kind === 'run-ended') ({ end } = event);
  return end;
}

const rowsWanted = 1_000;

describe('a run over HTTP', () => {
  it('through 20 % of 429, 10 % of 500, dropped and malformed answers and slow tails gives 1,000 rows, none twice', async () => {
    const served = await serve((number) => badDay[number % badDay.length] ?? good);
    const dataset = createFakeDataset({ calls: [{ callId: 'write', rowsPerRequest: 10 }] });
    expect(await fill(served, dataset, 8)).toEqual({ kind: 'complete' });
    const rows = [...dataset.stored.get('write')!].toSorted(([a], [b]) => a - b);
    expect(rows).toEqual(
      Array.from({ length: rowsWanted }, (_, row) => [row, { title: `Lamp ${row + 1}` }]),
    );
    expect(dataset.doubleCommits).toBe(0);
    expect(dataset.waiting.size).toBe(0);
  }, 30_000);

  it('uses a connection again that ends after the end mark of its answer', async () => {
    const served = await serve(() => lateEnd);
    const dataset = createFakeDataset({ calls: [{ callId: 'write', rowsPerRequest: 50 }] });
    expect(await fill(served, dataset, 1)).toEqual({ kind: 'complete' });
    expect(served.asked).toHaveLength(20);
    // While one is ending, the next request may open another.
    expect(served.connections()).toBeLessThan(16);
  });
});
