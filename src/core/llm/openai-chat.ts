/** The OpenAI chat completions protocol, which most hosted and local servers speak. */
import { readChatPayload } from './chat-payload.ts';
import { buildChatRequest } from './chat-request.ts';
import type { WireProtocol } from './wire-protocol.ts';

const events: ReadonlySet<string> = new Set(['', 'message', 'error', 'chunk', 'completion']);

export const openAiChat: WireProtocol = {
  build: buildChatRequest,
  createReader: () => readChatPayload,
  knowsEvent: (name) => events.has(name),
};
