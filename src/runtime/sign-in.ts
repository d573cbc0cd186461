/** The end of a sign-in: the code becomes a key inside the engine worker, and the page never sees it. */
import { findProvider } from '#core/llm/providers.ts';
import { exchangeCode } from '#core/llm/sign-in.ts';
import type { EngineServiceHost } from './engine-service-host.ts';

/** Puts the key into the vault under the provider's own origin. What went wrong, or nothing. */
export async function signIn(
  { vault, send, clock }: EngineServiceHost,
  returned: { readonly provider: string; readonly code: string; readonly verifier: string },
): Promise<string | undefined> {
  const provider = findProvider(returned.provider);
  if (provider?.baseUrl === undefined) return 'This provider has no sign-in.';
  const { code, verifier } = returned;
  const key = await exchangeCode({ provider, code, verifier, send, nowMs: clock.now() });
  if (!key.ok) return key.error;
  const stored = vault.store(new URL(provider.baseUrl).origin, key.value);
  return stored.ok ? undefined : stored.error;
}
