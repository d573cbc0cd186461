/** The wire protocols by name. The one place that knows all of them. */
import { anthropicMessages } from './anthropic-messages.ts';
import { geminiGenerate } from './gemini-generate.ts';
import { openAiChat } from './openai-chat.ts';
import { openAiResponses } from './openai-responses.ts';
import type { ProviderProtocol } from './providers.ts';
import type { WireProtocol } from './wire-protocol.ts';

export type WireProtocolName = Exclude<ProviderProtocol, 'demo'>;

export const protocols: Readonly<Record<WireProtocolName, WireProtocol>> = {
  'openai-chat': openAiChat,
  'openai-responses': openAiResponses,
  'anthropic-messages': anthropicMessages,
  'gemini-generate': geminiGenerate,
};
