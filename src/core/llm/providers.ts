/**
 * The providers a user can choose, as data. A new provider that speaks a known protocol is one more
 * entry here; no other file names a provider.
 */
import type { JsonObject } from '#core/base/json.ts';
import type { CredentialSlot } from './language-model.ts';

export type ProviderProtocol = 'openai-chat' | 'demo';

/** How an answer is held to a shape: by schema, as any JSON object, or by the prompt alone. */
export type StructuredOutput = 'json-schema' | 'json-object' | 'none';

export type TokenField = 'max_tokens' | 'max_completion_tokens';

/** Where endpoints that speak the same protocol differ. What a server refuses narrows these per model. */
export interface ProviderQuirks {
  readonly structuredOutput: StructuredOutput;
  readonly tokenField: TokenField;
  /** Accepts `stream_options.include_usage`; the others send usage unasked or not at all. */
  readonly hasStreamOptions: boolean;
  /** Added to every body as it is. */
  readonly extraBody?: JsonObject;
}

export interface Provider {
  readonly id: string;
  readonly label: string;
  readonly protocol: ProviderProtocol;
  /** Without a trailing slash. Undefined: the user gives it. */
  readonly baseUrl: string | undefined;
  readonly needsKey: boolean;
  /** Undefined: no key is ever sent. */
  readonly credential: CredentialSlot | undefined;
  readonly quirks: ProviderQuirks;
  /** Where the user makes a key. */
  readonly keyPage?: string;
  /** The exact setting a local server needs before a page may call it. */
  readonly setupHelp?: string;
}

const bearer: CredentialSlot = { header: 'authorization', prefix: 'Bearer ' };

const usualQuirks: ProviderQuirks = {
  structuredOutput: 'json-schema',
  tokenField: 'max_tokens',
  hasStreamOptions: true,
};

interface HostedDetails {
  readonly baseUrl: string;
  readonly keyPage: string;
  readonly quirks?: Partial<ProviderQuirks>;
}

function hosted(id: string, label: string, details: HostedDetails): Provider {
  return {
    id,
    label,
    protocol: 'openai-chat',
    baseUrl: details.baseUrl,
    needsKey: true,
    credential: bearer,
    quirks: { ...usualQuirks, ...details.quirks },
    keyPage: details.keyPage,
  };
}

interface LocalDetails {
  readonly baseUrl: string | undefined;
  readonly setupHelp: string;
}

function local(id: string, label: string, details: LocalDetails): Provider {
  return {
    id,
    label,
    protocol: 'openai-chat',
    baseUrl: details.baseUrl,
    needsKey: false,
    credential: bearer,
    quirks: usualQuirks,
    setupHelp: details.setupHelp,
  };
}

/** In the order in which they are offered. */
export const providers: readonly Provider[] = [
  {
    id: 'demo',
    label: 'Demo model (no key)',
    protocol: 'demo',
    baseUrl: undefined,
    needsKey: false,
    credential: undefined,
    quirks: usualQuirks,
  },
  hosted('openai', 'OpenAI', {
    baseUrl: 'https://api.openai.com/v1',
    keyPage: 'https://platform.openai.com/api-keys',
    quirks: { tokenField: 'max_completion_tokens' },
  }),
  hosted('openrouter', 'OpenRouter', {
    baseUrl: 'https://openrouter.ai/api/v1',
    keyPage: 'https://openrouter.ai/keys',
    // Else a route that ignores the schema may be picked without a word.
    quirks: { extraBody: { provider: { require_parameters: true } } },
  }),
  hosted('groq', 'Groq', {
    baseUrl: 'https://api.groq.com/openai/v1',
    keyPage: 'https://console.groq.com/keys',
  }),
  hosted('mistral', 'Mistral', {
    baseUrl: 'https://api.mistral.ai/v1',
    keyPage: 'https://console.mistral.ai/api-keys',
    quirks: { hasStreamOptions: false },
  }),
  hosted('deepseek', 'DeepSeek', {
    baseUrl: 'https://api.deepseek.com',
    keyPage: 'https://platform.deepseek.com/api_keys',
    quirks: { structuredOutput: 'json-object' },
  }),
  hosted('together', 'Together', {
    baseUrl: 'https://api.together.xyz/v1',
    keyPage: 'https://api.together.ai/settings/api-keys',
    quirks: { structuredOutput: 'json-object' },
  }),
  hosted('fireworks', 'Fireworks', {
    baseUrl: 'https://api.fireworks.ai/inference/v1',
    keyPage: 'https://fireworks.ai/account/api-keys',
  }),
  hosted('xai', 'xAI', {
    baseUrl: 'https://api.x.ai/v1',
    keyPage: 'https://console.x.ai',
  }),
  local('ollama', 'Ollama', {
    baseUrl: 'http://localhost:11434/v1',
    setupHelp:
      'Start Ollama with the environment variable OLLAMA_ORIGINS set to the address of this page, for example OLLAMA_ORIGINS=https://example.org ollama serve.',
  }),
  local('lm-studio', 'LM Studio', {
    baseUrl: 'http://localhost:1234/v1',
    setupHelp:
      'In LM Studio open the Developer tab, start the server and switch on “Enable CORS”, or run lms server start --cors.',
  }),
  local('vllm', 'vLLM', {
    baseUrl: 'http://localhost:8000/v1',
    setupHelp:
      'Start it with vllm serve MODEL. It lets any page call it unless --allowed-origins says otherwise.',
  }),
  local('llama-cpp', 'llama.cpp server', {
    baseUrl: 'http://localhost:8080/v1',
    setupHelp:
      'Start it with llama-server -m MODEL.gguf --port 8080. Newer builds may accept only pages served from this computer.',
  }),
  local('openai-compatible', 'Any OpenAI-compatible URL', {
    baseUrl: undefined,
    setupHelp:
      'The server must allow this page as a CORS origin, with the headers authorization and content-type.',
  }),
];

const providersById: ReadonlyMap<string, Provider> = new Map(
  providers.map((provider) => [provider.id, provider]),
);

/** The provider of an id from any source; undefined for an unknown one. */
export function findProvider(id: string): Provider | undefined {
  return providersById.get(id);
}
