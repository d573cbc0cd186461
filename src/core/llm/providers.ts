/**
 * The providers a user can choose, as data. A new provider that speaks a known protocol is one more
 * entry here; no other file names a provider.
 */
import type { JsonObject } from '#core/base/json.ts';
import type { CredentialSlot } from './language-model.ts';
import type { SchemaDialect } from './lower-schema.ts';

export type ProviderProtocol =
  'openai-chat' | 'openai-responses' | 'anthropic-messages' | 'gemini-generate' | 'demo';

/**
 * How an answer is held to a shape: by schema, by the schema of a tool that the model has to call, as
 * any JSON object, or by the prompt alone.
 */
export type StructuredOutput = 'json-schema' | 'tool' | 'json-object' | 'none';

export type TokenField =
  'max_tokens' | 'max_completion_tokens' | 'max_output_tokens' | 'maxOutputTokens';

/** Where endpoints that speak the same protocol differ. What a server refuses narrows these per model. */
export interface ProviderQuirks {
  /** From the strictest it has to the loosest; what is refused falls to the next. */
  readonly outputs: readonly StructuredOutput[];
  readonly schemaDialect: SchemaDialect;
  /** Names for the limit of an answer, the usual one first. */
  readonly tokenFields: readonly TokenField[];
  /** Accepts `stream_options.include_usage`; the others send usage unasked or not at all. */
  readonly hasStreamOptions: boolean;
  /** Added to every body as it is. */
  readonly extraBody?: JsonObject;
  /** Its names for parameters that others call otherwise. */
  readonly renames?: Readonly<Record<string, string>>;
  /** Parameters it is known to refuse; they are not sent. */
  readonly refuses?: readonly string[];
}

export type ProviderGroup = 'built-in' | 'hosted' | 'local';

export interface Provider {
  readonly id: string;
  readonly label: string;
  readonly group: ProviderGroup;
  readonly protocol: ProviderProtocol;
  /** Without a trailing slash. Undefined: the user gives it. */
  readonly baseUrl: string | undefined;
  readonly needsKey: boolean;
  /** Undefined: no key is ever sent. */
  readonly credential: CredentialSlot | undefined;
  /** Sent with every request beside content type and key; each is documented by the provider. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly quirks: ProviderQuirks;
  /** Where the user makes a key. */
  readonly keyPage?: string;
  /** Gives a key to who signs in there, by OAuth with PKCE, without a registered client. */
  readonly signIn?: { readonly page: string; readonly exchange: string };
  /** Its answer to a wrong key carries no header that lets a page read it. */
  readonly hidesWrongKey?: boolean;
  /** The exact setting a server needs before a page may call it; `PAGE` stands for the page's origin. */
  readonly setupHelp?: string;
}

const bearer: CredentialSlot = { header: 'authorization', prefix: 'Bearer ' };

const usualQuirks: ProviderQuirks = {
  outputs: ['json-schema', 'json-object', 'none'],
  schemaDialect: 'openai',
  tokenFields: ['max_tokens', 'max_completion_tokens'],
  hasStreamOptions: true,
};

interface HostedDetails {
  readonly baseUrl: string;
  readonly keyPage: string;
  readonly quirks?: Partial<ProviderQuirks>;
  readonly other?: Partial<Provider>;
}

function hosted(id: string, label: string, details: HostedDetails): Provider {
  return {
    id,
    label,
    group: 'hosted',
    protocol: 'openai-chat',
    baseUrl: details.baseUrl,
    needsKey: true,
    credential: bearer,
    quirks: { ...usualQuirks, ...details.quirks },
    keyPage: details.keyPage,
    ...details.other,
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
    group: 'local',
    protocol: 'openai-chat',
    baseUrl: details.baseUrl,
    needsKey: false,
    credential: bearer,
    quirks: { ...usualQuirks, schemaDialect: 'plain' },
    setupHelp: details.setupHelp,
  };
}

const openAi = {
  baseUrl: 'https://api.openai.com/v1',
  keyPage: 'https://platform.openai.com/api-keys',
};

/** In the order in which they are offered. */
export const providers: readonly Provider[] = [
  {
    id: 'demo',
    label: 'Demo model (no key)',
    group: 'built-in',
    protocol: 'demo',
    baseUrl: undefined,
    needsKey: false,
    credential: undefined,
    quirks: usualQuirks,
  },
  hosted('openai', 'OpenAI', {
    ...openAi,
    quirks: { tokenFields: ['max_completion_tokens', 'max_tokens'] },
    other: { hidesWrongKey: true },
  }),
  hosted('openai-responses', 'OpenAI Responses', {
    ...openAi,
    quirks: { tokenFields: ['max_output_tokens'], hasStreamOptions: false },
    other: { protocol: 'openai-responses', hidesWrongKey: true },
  }),
  hosted('anthropic', 'Anthropic', {
    baseUrl: 'https://api.anthropic.com/v1',
    keyPage: 'https://console.anthropic.com/settings/keys',
    quirks: {
      outputs: ['json-schema', 'tool', 'none'],
      schemaDialect: 'anthropic',
      tokenFields: ['max_tokens'],
      hasStreamOptions: false,
    },
    other: {
      protocol: 'anthropic-messages',
      credential: { header: 'x-api-key', prefix: '' },
      headers: {
        // The next version, 2026-10-21, takes no temperature, which variety lives on.
        'anthropic-version': '2023-06-01',
        'anthropic-dangerous-direct-browser-access': 'true',
      },
    },
  }),
  hosted('google', 'Google Gemini', {
    baseUrl: 'https://generativelanguage.googleapis.com/v1beta',
    keyPage: 'https://aistudio.google.com/apikey',
    quirks: {
      schemaDialect: 'gemini',
      tokenFields: ['maxOutputTokens'],
      hasStreamOptions: false,
    },
    other: {
      protocol: 'gemini-generate',
      credential: { header: 'x-goog-api-key', prefix: '' },
    },
  }),
  hosted('openrouter', 'OpenRouter', {
    baseUrl: 'https://openrouter.ai/api/v1',
    keyPage: 'https://openrouter.ai/keys',
    // Else a route that ignores the schema may be picked without a word.
    quirks: { extraBody: { provider: { require_parameters: true } } },
    other: {
      signIn: {
        page: 'https://openrouter.ai/auth',
        exchange: 'https://openrouter.ai/api/v1/auth/keys',
      },
    },
  }),
  hosted('groq', 'Groq', {
    baseUrl: 'https://api.groq.com/openai/v1',
    keyPage: 'https://console.groq.com/keys',
    quirks: { tokenFields: ['max_completion_tokens', 'max_tokens'] },
  }),
  hosted('mistral', 'Mistral', {
    baseUrl: 'https://api.mistral.ai/v1',
    keyPage: 'https://console.mistral.ai/api-keys',
    quirks: {
      hasStreamOptions: false,
      tokenFields: ['max_tokens'],
      renames: { seed: 'random_seed' },
    },
  }),
  hosted('deepseek', 'DeepSeek', {
    baseUrl: 'https://api.deepseek.com',
    keyPage: 'https://platform.deepseek.com/api_keys',
    quirks: { outputs: ['json-object', 'none'], tokenFields: ['max_tokens'], refuses: ['seed'] },
  }),
  hosted('together', 'Together', {
    baseUrl: 'https://api.together.xyz/v1',
    keyPage: 'https://api.together.ai/settings/api-keys',
    quirks: { outputs: ['json-object', 'none'] },
  }),
  hosted('fireworks', 'Fireworks', {
    baseUrl: 'https://api.fireworks.ai/inference/v1',
    keyPage: 'https://fireworks.ai/account/api-keys',
  }),
  hosted('xai', 'xAI', {
    baseUrl: 'https://api.x.ai/v1',
    keyPage: 'https://console.x.ai',
    quirks: { tokenFields: ['max_completion_tokens', 'max_tokens'] },
  }),
  hosted('hugging-face', 'Hugging Face', {
    baseUrl: 'https://router.huggingface.co/v1',
    keyPage: 'https://huggingface.co/settings/tokens',
  }),
  local('ollama', 'Ollama', {
    baseUrl: 'http://localhost:11434/v1',
    setupHelp:
      'Quit Ollama, then start it so that it accepts this page: OLLAMA_ORIGINS=PAGE ollama serve',
  }),
  local('lm-studio', 'LM Studio', {
    baseUrl: 'http://localhost:1234/v1',
    setupHelp:
      'In LM Studio open the Developer tab, start the server and switch on “Enable CORS”, or run: lms server start --cors',
  }),
  local('llama-cpp', 'llama.cpp server', {
    baseUrl: 'http://localhost:8080/v1',
    setupHelp:
      'Start it with: llama-server -m MODEL.gguf --port 8080. Newer builds may accept only pages served from this computer.',
  }),
  local('vllm', 'vLLM', {
    baseUrl: 'http://localhost:8000/v1',
    setupHelp:
      'Start it with: vllm serve MODEL. It lets any page call it unless --allowed-origins says otherwise; then add PAGE there.',
  }),
  local('openai-compatible', 'Any OpenAI-compatible URL', {
    baseUrl: undefined,
    setupHelp:
      'The server must allow the origin PAGE (CORS), with the headers authorization and content-type.',
  }),
];

const providersById: ReadonlyMap<string, Provider> = new Map(
  providers.map((provider) => [provider.id, provider]),
);

/** The provider of an id from any source; undefined for an unknown one. */
export function findProvider(id: string): Provider | undefined {
  return providersById.get(id);
}

/** The setting a provider's server needs, for a page of this origin. */
export function setupHelpFor(provider: Provider, pageOrigin: string): string | undefined {
  return provider.setupHelp?.replace('PAGE', () => pageOrigin);
}
