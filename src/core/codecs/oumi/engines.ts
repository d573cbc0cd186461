/** Oumi's engines, and who answers for them here. */

export interface Engine {
  readonly name: string;
  /** Id of the provider that speaks for it; the closest one where the engine itself cannot be reached. */
  readonly provider: string;
  /** Why the engine itself cannot be reached, as the second half of a sentence. */
  readonly obstacle?: string;
  /** Requests at once and seconds of politeness when the file has no `remote_params`. */
  readonly workers: number;
  readonly politeness: number;
  /** Whether the engine can call tools at all. */
  readonly hasTools: boolean;
}

const remote = (name: string, provider: string, more: Partial<Engine> = {}): Engine => ({
  name,
  provider,
  workers: 1,
  politeness: 0,
  hasTools: true,
  ...more,
});

const inProcess = 'it runs inside Oumi’s own process';

const engines: readonly Engine[] = [
  remote('NATIVE', 'openai-compatible', { obstacle: inProcess, hasTools: false }),
  remote('VLLM', 'vllm', { obstacle: inProcess }),
  remote('LLAMACPP', 'llama-cpp', { obstacle: inProcess, hasTools: false }),
  remote('REMOTE_VLLM', 'vllm'),
  remote('SGLANG', 'openai-compatible', { obstacle: 'its own protocol is not spoken here' }),
  remote('REMOTE', 'openai-compatible'),
  remote('OPENAI', 'openai', { workers: 50, politeness: 60 }),
  remote('ANTHROPIC', 'anthropic', { workers: 5, politeness: 60 }),
  remote('GOOGLE_GEMINI', 'google', { workers: 2, politeness: 60, hasTools: false }),
  remote('GOOGLE_VERTEX', 'google', {
    obstacle: 'it needs a Google Cloud sign-in',
    workers: 10,
    politeness: 60,
  }),
  remote('DEEPSEEK', 'deepseek'),
  remote('FIREWORKS', 'fireworks'),
  remote('PARASAIL', 'openai-compatible', { obstacle: 'it is set up by its address here' }),
  remote('TOGETHER', 'together'),
  remote('OPENROUTER', 'openrouter'),
  remote('SAMBANOVA', 'openai-compatible', { obstacle: 'it is set up by its address here' }),
  remote('CEREBRAS', 'openai-compatible', { obstacle: 'it is set up by its address here' }),
  remote('HUGGING_FACE_ROUTER', 'openai-compatible', {
    obstacle: 'it is set up by its address here',
    workers: 20,
  }),
  remote('BEDROCK', 'openai-compatible', {
    obstacle: 'it needs the keys of an AWS account',
    hasTools: false,
  }),
];

export const engineNames: readonly string[] = engines.map(({ name }) => name);

const addresses: Readonly<Record<string, string>> = {
  PARASAIL: 'https://api.parasail.io/v1',
  SAMBANOVA: 'https://api.sambanova.ai/v1',
  CEREBRAS: 'https://api.cerebras.ai/v1',
  HUGGING_FACE_ROUTER: 'https://router.huggingface.co/v1',
};

/** No engine means the local one, as in Oumi. */
export function findEngine(name: string | null | undefined): Engine {
  const found = engines.find((engine) => engine.name === (name ?? 'NATIVE'));
  return found ?? remote('NATIVE', 'openai-compatible', { obstacle: inProcess });
}

/** Address of an engine that has no provider of its own here. */
export function engineAddress(name: string): string | undefined {
  return Object.hasOwn(addresses, name) ? addresses[name] : undefined;
}

/** The engine a provider is called in Oumi; `REMOTE` for any other address. */
export function engineOfProvider(provider: string): string {
  const found = engines.find(
    (engine) => engine.provider === provider && engine.obstacle === undefined,
  );
  if (provider === 'hugging-face') return 'HUGGING_FACE_ROUTER';
  return provider === 'openai-compatible' ? 'REMOTE' : (found?.name ?? 'REMOTE');
}
