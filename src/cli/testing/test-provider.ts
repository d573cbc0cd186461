/** A chat-completions server on this machine for tests: it answers the rows that the prompt asks for. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface SeenRequest {
  readonly authorization: string | undefined;
  /** Row numbers of the prompt, 1-based. */
  readonly rows: readonly number[];
}

export interface TestProvider {
  readonly baseUrl: string;
  readonly requests: readonly SeenRequest[];
  close(): Promise<void>;
}

/** What to do with a request, by its number from 0. */
export type TestAnswer =
  | { readonly kind: 'rows' }
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Record<string, string> }
  /** Answers one row and then nothing, until the connection is closed. */
  | { readonly kind: 'hang' };

export async function startTestProvider(
  answer: (number: number) => TestAnswer = () => ({ kind: 'rows' }),
): Promise<TestProvider> {
  const requests: SeenRequest[] = [];
  const server = createServer((request, response) => {
    void serve(request, response).catch(() => response.destroy());
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const rows = [...body.matchAll(/Row (\d+)\\n<data>/g)].map(([, row]) => Number(row));
    const { authorization } = request.headers;
    const chosen = answer(requests.push({ authorization, rows }) - 1);
    if (chosen.kind === 'status') {
      response.writeHead(chosen.status, { 'content-type': 'application/json', ...chosen.headers });
      response.end(JSON.stringify({ error: { message: 'Not today.' } }));
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const titles = rows.map((row) => JSON.stringify({ row, title: `Lamp ${row}` }));
    if (chosen.kind === 'hang') {
      response.write(eventOf({ delta: { content: `{"rows":[${titles[0] ?? ''},` } }));
      return;
    }
    response.write(eventOf({ delta: { content: `{"rows":[${titles.join(',')}]}` } }));
    response.write(eventOf({ delta: {}, finish_reason: 'stop' }));
    response.end('data: [DONE]\n\n');
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function eventOf(choice: object): string {
  const chunk = { id: 'x', object: 'chat.completion.chunk', choices: [{ index: 0, ...choice }] };
  return `data: ${JSON.stringify(chunk)}\n\n`;
}
