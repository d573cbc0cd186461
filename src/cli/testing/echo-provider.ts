/** A chat-completions server on this machine for tests: it answers with what it was asked, and refuses what it is told to. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface EchoRequest {
  readonly model: string;
  /** The last message. */
  readonly prompt: string;
}

export interface EchoProvider {
  readonly baseUrl: string;
  readonly seen: readonly EchoRequest[];
  /** Requests whose prompt holds the text are answered with this status from now on; undefined refuses none. */
  refuse(refused: { readonly text: string; readonly status: number } | undefined): void;
  close(): Promise<void>;
}

/** `answer` says what is written for a prompt; by default the prompt itself and the model's name. */
export async function startEchoProvider(
  answer: (request: EchoRequest) => string = ({ prompt, model }) => `${prompt} (${model})`,
): Promise<EchoProvider> {
  const seen: EchoRequest[] = [];
  let refused: { readonly text: string; readonly status: number } | undefined;

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = JSON.parse(await text(incoming)) as {
      readonly model: string;
      readonly messages: readonly { readonly content: string }[];
    };
    const request = { model: body.model, prompt: body.messages.at(-1)?.content ?? '' };
    seen.push(request);
    if (refused !== undefined && request.prompt.includes(refused.text)) {
      response.writeHead(refused.status, { 'content-type': 'application/json' });
      response.end('{"error":{"message":"Not this one."}}');
      return;
    }
    const choice = { index: 0, delta: { content: answer(request) }, finish_reason: 'stop' };
    const usage = { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 };
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(`data: ${JSON.stringify({ id: 'x', choices: [choice] })}\n\n`);
    response.end(`data: ${JSON.stringify({ id: 'x', choices: [], usage })}\n\ndata: [DONE]\n\n`);
  }

  const server = createServer((incoming, response) => {
    void serve(incoming, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    seen,
    refuse(next) {
      refused = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
