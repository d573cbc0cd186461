/**
 * The only place that holds keys: a map from origin to key inside the engine worker. Nothing reads a
 * key out; `attach` is called by the one file that speaks to providers, and only for the same origin.
 */
import { failure, success, type Result } from '#core/base/result.ts';
import type { CredentialSlot } from '#core/llm/language-model.ts';

export interface KeyVault {
  /** Keeps a key for one origin. Says by name what is wrong with a key that cannot be one. */
  store(origin: string, key: string): Result<undefined, string>;
  forget(origin: string): void;
  has(origin: string): boolean;
  /** Headers with the key of the request's own origin added; unchanged where there is none. */
  attach(
    url: string,
    headers: Readonly<Record<string, string>>,
    slot: CredentialSlot | undefined,
  ): Record<string, string>;
  /** The text with every stored key replaced, so that nothing that leaves can carry one out. */
  redact(text: string): string;
}

/** Trims a typed key and names the first character that no key may hold. */
export function normaliseKey(typed: string): Result<string, string> {
  const key = typed.trim();
  if (key === '') return failure('The key is empty.');
  for (const character of key) {
    if (character >= '!' && character <= '~') continue;
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return failure(`The key holds a character that no key has (U+${code}). Copy it again.`);
  }
  return success(key);
}

/**
 * Local servers take a word such as `ollama` or `not-needed` for a key. That is no secret, and
 * replacing it would change rows that speak of it.
 */
function isSecret(key: string): boolean {
  return key.length >= 20 || (key.length >= 8 && /\d/.test(key));
}

export function createKeyVault(): KeyVault {
  const keys = new Map<string, string>();
  return {
    store(origin, typed) {
      const key = normaliseKey(typed);
      if (!key.ok) return key;
      keys.set(new URL(origin).origin, key.value);
      return success(undefined);
    },
    forget: (origin) => void keys.delete(new URL(origin).origin),
    has: (origin) => keys.has(new URL(origin).origin),
    attach(url, headers, slot) {
      const key = keys.get(new URL(url).origin);
      if (key === undefined || slot === undefined) return { ...headers };
      return { ...headers, [slot.header]: `${slot.prefix}${key}` };
    },
    redact(text) {
      let clean = text;
      for (const key of keys.values()) if (isSecret(key)) clean = clean.replaceAll(key, '[key]');
      return clean;
    },
  };
}
