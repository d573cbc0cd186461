// The clients that are measured against each other: each makes the same calls with the same words.
import { ChatOpenAI } from '@langchain/openai';
import OpenAI from 'openai';
import pLimit from 'p-limit';
import { createFakeDataset } from '#core/engine/testing/fake-dataset.ts';
import type { WidthMemory } from '#core/engine/run-host.ts';
import { run } from '#core/engine/run.ts';
import { openAiChat } from '#core/llm/openai-chat.ts';
import { findProvider } from '#core/llm/providers.ts';
import { createWireModel } from '#core/llm/wire-model.ts';
import { createKeyVault } from '#runtime/key-vault.ts';
import { createProviderFetch } from '#runtime/provider-fetch.ts';
import { createSystemClock } from '#runtime/system-clock.ts';

export interface Task {
  readonly baseUrl: string;
  readonly calls: number;
  readonly rowsPerCall: number;
  readonly concurrency: number;
}

export interface Done {
  /** Rows, of Rowsmith; calls that were answered, times the rows of a call, of the others. */
  readonly rows: number;
  readonly wallMs: number;
  readonly cpuMs: number;
}

export type Client = (task: Task) => Promise<Done>;

async function measure(work: () => Promise<number>): Promise<Done> {
  const cpu = process.cpuUsage();
  const startedAtMs = performance.now();
  const rows = await work();
  const wallMs = performance.now() - startedAtMs;
  const { user, system } = process.cpuUsage(cpu);
  return { rows, wallMs, cpuMs: (user + system) / 1_000 };
}

/** `widths` is what a session has learnt before; without it each run begins at the usual start. */
export function createRowsmith(widths?: WidthMemory): Client {
  return ({ baseUrl, calls, rowsPerCall, concurrency }) =>
    measure(async () => {
      const clock = createSystemClock();
      const provider = findProvider('openai-compatible');
      if (provider === undefined) throw new Error('The table of providers has changed.');
      const send = createProviderFetch(createKeyVault());
      const model = createWireModel({ protocol: openAiChat, provider, baseUrl, send, clock });
      const dataset = createFakeDataset({
        calls: [{ callId: 'write', rowsPerRequest: rowsPerCall }],
      });
      let requests = 0;
      const host = {
        dataset,
        journal: { append: () => Promise.resolve() },
        clock,
        jitter: () => Math.random(),
        createRequestId: () => `r${(requests += 1)}`,
        resolveModel: () => ({ model, modelName: 'm', parameters: {}, concurrency }),
        widths,
      };
      const options = { runId: 'bench', rowCount: calls * rowsPerCall, maxAttemptsPerRow: 5 };
      for await (const event of run(host, options, new AbortController().signal))
        if (event.kind === 'run-ended' && event.end.kind === 'paused')
          console.error(event.end.problem.message);
      if (dataset.doubleCommits > 0) throw new Error('A row came twice.');
      return dataset.stored.get('write')?.size ?? 0;
    });
}

function promptOf(call: number, rows: number): string {
  const named = Array.from({ length: rows }, (_, row) => `Row ${call * rows + row + 1}\n<data>`);
  return `Write these rows as JSON.\n${named.join('\n')}\n`;
}

async function countOf(rows: number, calls: readonly Promise<unknown>[]): Promise<number> {
  const settled = await Promise.allSettled(calls);
  return rows * settled.filter(({ status }) => status === 'fulfilled').length;
}

/** As many loops as requests at once, each reading the whole stream. */
export const plainFetch: Client = ({ baseUrl, calls, rowsPerCall, concurrency }) =>
  measure(async () => {
    let next = 0;
    let rows = 0;
    const loop = async (): Promise<void> => {
      while (next < calls) {
        const content = promptOf(next++, rowsPerCall);
        const messages = [{ role: 'user', content }];
        const response = await fetch(`${baseUrl}/chat/completions`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ model: 'm', messages, stream: true }),
        });
        await response.text();
        if (response.ok) rows += rowsPerCall;
      }
    };
    await Promise.all(Array.from({ length: concurrency }, loop));
    return rows;
  });

export const openAiSdk: Client = ({ baseUrl, calls, rowsPerCall, concurrency }) =>
  measure(() => {
    const client = new OpenAI({ baseURL: baseUrl, apiKey: 'none' });
    const limit = pLimit(concurrency);
    const call = async (index: number): Promise<string> => {
      const content = promptOf(index, rowsPerCall);
      const stream = await client.chat.completions.create({
        model: 'm',
        messages: [{ role: 'user', content }],
        stream: true,
      });
      let text = '';
      for await (const event of stream) text += event.choices[0]?.delta.content ?? '';
      return text;
    };
    const all = Array.from({ length: calls }, (_, index) => limit(() => call(index)));
    return countOf(rowsPerCall, all);
  });

export const langChain: Client = ({ baseUrl, calls, rowsPerCall, concurrency }) =>
  measure(async () => {
    const model = new ChatOpenAI({
      model: 'm',
      apiKey: 'none',
      // Its streams ask another host for a tokeniser; whole answers need nothing but this one.
      streaming: false,
      configuration: { baseURL: baseUrl },
    });
    const prompts = Array.from({ length: calls }, (_, index) => promptOf(index, rowsPerCall));
    const options = { maxConcurrency: concurrency, returnExceptions: true };
    const answers: readonly unknown[] = await model.batch(prompts, {}, options);
    return rowsPerCall * answers.filter((answer) => !(answer instanceof Error)).length;
  });
