/**
 * How long an endpoint may be silent before it is given up, by provider and model. Servers on the
 * user's own machine load a model before its first word, and models that think say nothing meanwhile.
 */
import type { Provider } from './providers.ts';

export interface Patience {
  /** Longest wait for the first byte. */
  readonly firstByteMs: number;
  /** Longest silence between bytes. */
  readonly idleMs: number;
}

const usual: Patience = { firstByteMs: 60_000, idleMs: 30_000 };
const thinking: Patience = { firstByteMs: 300_000, idleMs: 120_000 };
const local: Patience = { firstByteMs: 300_000, idleMs: 60_000 };

/** Names of models that think before they write, wherever they are served. */
const thinkingModels =
  /(?:^|[/:_-])(?:o[1-9](?:-|$)|gpt-5|deepseek-(?:r\d|reasoner)|qwq|magistral|grok-4)|thinking|reason/i;

/** Pure. Unknown models get the usual patience of their provider. */
export function patienceOf(provider: Provider, model: string): Patience {
  if (thinkingModels.test(model)) return thinking;
  return provider.needsKey ? usual : local;
}
