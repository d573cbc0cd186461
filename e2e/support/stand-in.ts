// The plain path against somebody else's idea of the protocol: aimock on a free loopback port,
// answering the rows that a request asks for.
import { LLMock } from '@copilotkit/aimock';
import type { BrowserContext } from '@playwright/test';
import { answerRows, type ChatBody } from './answer-rows.ts';

export interface StandIn {
  readonly baseUrl: string;
  readonly origin: string;
  readonly mock: LLMock;
}

export async function startStandIn(): Promise<StandIn> {
  const mock = new LLMock({ port: 0, host: '127.0.0.1', chunkSize: 40 });
  mock.addFixture({
    match: {},
    response: (request) => ({
      content: JSON.stringify({ rows: answerRows(request as unknown as ChatBody) }),
    }),
  });
  await mock.start();
  const { origin } = new URL(mock.url);
  return { mock, origin, baseUrl: `${origin}/v1` };
}

/** Stops a server that the page has spoken to. A connection that the browser keeps for later would hold it open. */
export async function stopServer(server: LLMock, context: BrowserContext): Promise<void> {
  await context.close();
  await server.stop();
}
